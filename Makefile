# Todak. `make demo` shows the main job on a fresh machine; `make test` runs every check.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: install demo covered-demo run test lint lock migration clean

$(VENV)/installed: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Todak needs Python 3.11 or newer: set PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

install: $(VENV)/installed

demo: install
	$(RUN) -m sandbox demo

run: install
	$(RUN) -m bot run

lint: install
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

# The demo's run counts towards coverage.
covered-demo: install
	$(RUN) -m coverage erase
	$(RUN) -m coverage run -m sandbox demo

# pytest comes last, and its closing line is the last one: the coverage gates are one more test to it.
test: install
	$(MAKE) --no-print-directory -j2 --output-sync=target lint covered-demo
	$(RUN) -m pytest -n 2 --cov --cov-append --cov-report= -p tests.gates

# Until the first release: write the first migration anew from the tables.
migration: install
	$(RUN) -m storage.migrations.make

lock:
	$(PYTHON) -m pip install --quiet uv
	$(PYTHON) -m uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header --output-file requirements.lock

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache
