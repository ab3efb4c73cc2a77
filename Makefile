# `make app` and `make test` do all their own setting up: Python 3.11 or newer, git and make are enough.
# A step leaves a stamp where its results are, so that it runs again only when what it depends on has changed,
# and so that deleting .venv or widgets/node_modules deletes the stamp too.

PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
IN_VENV := $(BIN)/python -m

LOCKED := $(VENV)/.locked
INSTALLED := $(VENV)/.installed
NPM_LOCKED := widgets/node_modules/.locked
ACE_LOCKED := tools/ace/node_modules/.locked
NU_LOCKED := tools/nu/node_modules/.locked
WIDGETS := widgets/patientbook_widgets/static/.built-from

WIDGET_SOURCES := $(shell find widgets -name node_modules -prune -o -path widgets/patientbook_widgets -prune -o -type f -print)
SHARED := $(shell find share -type f 2>/dev/null)

comma := ,
say = @printf "\n== %s\n" "$(1)"

.DEFAULT_GOAL := help
.PHONY: help app build check spell lab test bench bench-workshop format lock schemas setup clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

app: setup ## Read the guide: start the app and print its address (ARGS="--port 9000")
	@$(BIN)/patientbook serve $(ARGS)

build: setup ## Build the notebooks and pages from content/
	@$(BIN)/patientbook build $(ARGS)

check: setup ## Check the content: every problem with its file, line and way out
	@$(BIN)/patientbook check $(ARGS)

spell: $(NPM_LOCKED) ## Check the spelling of all that readers see (words it should know: content/spelling.txt)
	@$(IN_VENV) tools.node run --silent spell

lab: setup ## Write chapters in JupyterLab, where they open as notebooks
	@JUPYTER_CONFIG_PATH="$(CURDIR)$${JUPYTER_CONFIG_PATH:+:$$JUPYTER_CONFIG_PATH}" $(IN_VENV) jupyterlab $(ARGS)

test: setup $(NPM_LOCKED) $(ACE_LOCKED) $(NU_LOCKED) ## Run every check and every test
	$(call say,Python style (ruff check))
	@$(IN_VENV) ruff check .
	$(call say,Python layout (ruff format; mended by: make format))
	@$(IN_VENV) ruff format --check .
	$(call say,Python types (mypy))
	@$(IN_VENV) mypy
	$(call say,Widget types and style (tsc and Biome))
	@$(IN_VENV) tools.node run check
	$(call say,Widget tests (vitest))
	@$(IN_VENV) tools.node test
	$(call say,Content (patientbook check))
	@$(BIN)/patientbook check
	$(call say,Spelling (cspell))
	@$(IN_VENV) tools.node run --silent spell
	$(call say,Tests (pytest))
	@$(IN_VENV) pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)
	$(call say,Notebooks run and say what they say (nbval))
	@$(IN_VENV) pytest --nbval --nbval-current-env --nbval-sanitize-with tests/frame/nbval.cfg notebooks
	$(call say,All is well)

bench: setup ## Measure speed, size and memory, side by side with stock Voilà
	@$(IN_VENV) tools.bench $(ARGS)

bench-workshop: setup ## Hold a workshop with 1,000 phones on this machine, and let go wrong what can
	@$(IN_VENV) tools.bench_workshop $(ARGS)

format: setup $(NPM_LOCKED) ## Lay out Python and TypeScript
	@$(IN_VENV) ruff check --fix-only .
	@$(IN_VENV) ruff format .
	@$(IN_VENV) tools.node exec -- biome check --write

lock: setup ## Write requirements.lock anew from pyproject.toml (ARGS=--upgrade for the newest versions)
	@$(IN_VENV) pip install --quiet --disable-pip-version-check uv
	@$(IN_VENV) uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet $(ARGS) -o requirements.lock

schemas: setup ## Write the JSON Schemas of the YAML files and docs/reference.md anew from the models
	@$(IN_VENV) patientbook.reading.schemas
	@$(IN_VENV) tools.write_reference

setup: $(INSTALLED) $(WIDGETS) ## Only set up: .venv, packages, widgets

clean: ## Delete all that is made here: .venv, packages, built widgets, caches
	rm -rf $(VENV) .cache dist widgets/node_modules tools/ace/node_modules tools/nu/node_modules tools/bench/node_modules widgets/patientbook_widgets/static test-results
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src widgets tests tools -name __pycache__ -prune -exec rm -rf {} +

$(LOCKED): requirements.lock
	$(call say,Setting up .venv: once$(comma) a few minutes$(comma) some 300 MB to download)
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ". Name a newer one: make PYTHON=python3.12 ...")'
	@"$(PYTHON)" -m venv $(VENV)
	@$(IN_VENV) pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(INSTALLED): pyproject.toml README.md $(LOCKED) $(SHARED)
	@$(IN_VENV) pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(NPM_LOCKED): widgets/package.json widgets/package-lock.json | $(LOCKED)
	$(call say,Fetching what builds and tests the widgets)
	@$(IN_VENV) tools.node ci --no-audit --no-fund
	@touch $@

$(ACE_LOCKED): tools/ace/package.json tools/ace/package-lock.json tools/ace/.npmrc | $(LOCKED)
	$(call say,Fetching what checks the EPUB)
	@$(IN_VENV) tools.node --prefix "$(CURDIR)/tools/ace" ci
	@touch $@

$(NU_LOCKED): tools/nu/package.json tools/nu/package-lock.json tools/nu/.npmrc | $(LOCKED)
	$(call say,Fetching what checks the pages)
	@$(IN_VENV) tools.node --prefix "$(CURDIR)/tools/nu" ci
	@touch $@

$(WIDGETS): $(WIDGET_SOURCES) tools/build_widgets.py tools/node.py | $(NPM_LOCKED)
	$(call say,Building the widgets)
	@$(IN_VENV) tools.build_widgets
