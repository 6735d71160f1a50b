#!/bin/sh
# All checks of the service, in the order in which they fail fastest; pytest's summary is the last line.
set -eu
python -m ruff check --no-cache .
python -m ruff format --no-cache --check .
python -m mypy
exec python -m pytest -p no:cacheprovider "$@"
