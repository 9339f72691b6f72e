"""Where the standalone program starts."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from timeline_app.__main__ import main

    sys.exit(main())
