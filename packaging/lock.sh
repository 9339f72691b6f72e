#!/bin/sh
# Writes requirements.lock and requirements-dev.lock anew: pins and hashes in pip's own format, for every supported
# Python and system, without any address. Needs uv (pip install uv) and a network; run by hand when dependencies change.
set -eu
cd "$(dirname "$0")/.."
lock() {
  uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
    --no-emit-index-url --no-emit-find-links --quiet "$@"
}
lock --extra build -o requirements.lock
lock --extra build --extra dev --extra package -c requirements.lock -o requirements-dev.lock
