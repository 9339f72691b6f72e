# make run    the window on the sample dossier (the chronology in the terminal where there is no display)
# make test   all tests        make check  lint, types, import law
# make bench  all benchmarks   make package  the standalone program and its .deb
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
APP := $(BIN)/timeline-app
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PO := $(wildcard resources/i18n/*/*.po)
MO := $(VENV)/.catalogue
READ := $(wildcard seeds/* resources/rules/* resources/lexicon/* resources/lexicon/*/* timeline_app/*.py timeline_app/*/*.py)
SAMPLE := $(VENV)/.sample

.PHONY: run test check bench package clean
.DELETE_ON_ERROR:

run: $(VENV)/.run $(MO) $(SAMPLE)
	@if $(APP) --probe-display; then $(APP); \
	else echo "No usable display: here is the chronology of seeds/ in the terminal instead."; $(APP) extract seeds; fi

test: $(VENV)/.dev $(MO)
	@PYTHON="$(PYTHON)" sh packaging/system.sh test
	$(BIN)/python -m pytest $(TESTS)

check: $(VENV)/.dev $(MO)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --diff .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_architecture.py

bench: $(VENV)/.dev $(MO) $(SAMPLE)
	@for script in tests/benchmarks/*.py; do echo "== $$script"; QT_QPA_PLATFORM=offscreen $(BIN)/python $$script --json || exit 1; done

package: $(VENV)/.dev $(MO)
	@PYTHON="$(PYTHON)" sh packaging/system.sh package
	sh packaging/build.sh

clean:
	rm -rf $(VENV) build dist

$(VENV)/.run: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 run")'
	@PYTHON="$(PYTHON)" sh packaging/system.sh window
	@echo "Setting up $(VENV) (once) ..."
	@test -x $(BIN)/python && $(BIN)/python -m pip --version >/dev/null 2>&1 || { rm -rf $(VENV); $(PYTHON) -m venv $(VENV); }
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(MO): $(PO) | $(VENV)/.run
	@$(BIN)/python -m timeline_app.wording.compile
	@touch $@

$(SAMPLE): $(filter-out timeline_app/ui/%,$(READ)) | $(VENV)/.run
	@$(BIN)/python -m compileall -q timeline_app
	@$(BIN)/python -m timeline_app.services.sample
	@touch $@
