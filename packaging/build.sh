#!/bin/sh
# Builds the standalone program and its .deb, and tries the program outside the checkout. Run by `make package`.
set -eu
cd "$(dirname "$0")/.."
BIN=.venv/bin
VERSION=$($BIN/python -c 'import timeline_app; print(timeline_app.__version__)')

$BIN/python -m timeline_app.wording.compile
$BIN/python -m timeline_app.services.sample
$BIN/pyinstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build packaging/timeline-app.spec
sh packaging/smoke.sh dist/timeline-app
if command -v dpkg-deb >/dev/null; then sh packaging/linux/deb.sh dist/timeline-app "$VERSION" dist; fi
du -sh dist/timeline-app | awk '{ print "dist/timeline-app: " $1 }'
