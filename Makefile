# The project's commands. `make` alone lists them.
#
# The first command sets up .venv, and again when a lock changes: requirements.lock has what
# `make serve` and `make build` need, requirements-test.lock the rest.

PYTHON ?= python3
PORT ?= 8000
FORMAT ?= text
UV_VERSION := 0.13.9
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/ready
READY_TEST := $(VENV)/ready-test
# Modules are compiled when they are first imported: most never are.
INSTALL := -m pip install --disable-pip-version-check --no-compile --require-hashes --requirement
DENO := $(RUN) -m deno
SCRIPTS := docs/assets/javascripts

# Material prints a notice about MkDocs 2 on every run; docs-dev/decisions/ has the answer to it.
export NO_MKDOCS_2_WARNING := 1
# Playwright's browser and Deno's cache stay inside the checkout; Deno looks for no update.
export PLAYWRIGHT_BROWSERS_PATH := $(CURDIR)/$(VENV)/browsers
export DENO_DIR := $(CURDIR)/.cache/deno
export DENO_NO_UPDATE_CHECK := 1
# Python compiles each module once, into the checkout, also if the environment forbids it: a build
# takes a fifth longer without.
export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/python
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
# Every target named in plain letters is a command, even where a file has its name.
.PHONY: $(shell sed -En 's/^([a-z-]+):.*/\1/p' $(MAKEFILE_LIST))

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-20s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(READY) ## Serve the site on this machine, reloaded at each change
	@$(RUN) -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null \
		|| { echo "error: port $(PORT) is taken or not a port: name another, as in make serve PORT=8001"; exit 1; }
	$(RUN) -m mkdocs serve --livereload --dirty --dev-addr 127.0.0.1:$(PORT)

# A failed build leaves site/ unchanged: the build goes to a folder that replaces it at the end.
build: $(READY) ## Build the site into site/
	@mkdir -p .build; new=$$(mktemp -d .build/site.XXXXXX); chmod 755 "$$new"; \
	trap 'rm -rf "$$new" "$$new.old"' EXIT; \
	$(RUN) -m mkdocs build --strict --site-dir "$$new" \
	&& { [ ! -e site ] || mv site "$$new.old"; } && mv "$$new" site

pdf: build $(READY_TEST) ## Print each story to one PDF per language, into .build/pdf
	$(RUN) -m publishing.chromium
	$(RUN) -m publishing pdf

screenshots: build $(READY_TEST) ## Take screenshots of eight pages, into .build/screenshots
	$(RUN) -m publishing.chromium
	$(RUN) -m publishing screenshots

icons: $(READY_TEST) ## Draw the icons from docs/assets/favicon.svg
	$(RUN) -m publishing.chromium
	$(RUN) -m publishing icons

check: lint ## Check format, lint and types; run the tests that need no built site
	$(RUN) -m pytest -m "not built" --numprocesses auto --dist worksteal

test: check ## Run every check and every test, in a browser too
	$(RUN) -m publishing.chromium
	$(RUN) -m pytest -m built --numprocesses auto --dist loadfile --no-loadscope-reorder

links: $(READY_TEST) ## Check every link of the site in site/
	@[ -d site ] || $(MAKE) build
	$(RUN) -m linkcheck site --strict --site-url "$${SITE_URL:-https://example.github.io/grok-azure/}"

# Two commands: a pipe would hide a failure of the first.
links-external: $(READY_TEST) ## Check the address of every source (needs the network)
	@mkdir -p .build
	$(RUN) -m dossier addresses > .build/addresses.tsv
	$(RUN) -m linkcheck.external --cache .cache/links/external.json --format $(FORMAT) .build/addresses.tsv

translations: $(READY) ## List the English sections that are older than the French
	@$(RUN) -m dossier translations

translations-accept: $(READY) ## Record that a page's translation is up to date: PAGE=incident/
	@$(RUN) -m dossier translations-accept '$(PAGE)'

catalog-refresh: $(READY) ## Compare the catalog with the newest documents (needs the network); WRITE=1 writes them
	$(RUN) -m dossier catalog-refresh $(if $(WRITE),--write) $(if $(URL),--url "$(URL)")

parity: $(READY) ## Compare the pages of the two languages, or one with PAGE=incident/
	$(RUN) -m dossier parity $(if $(PAGE),"$(PAGE)")

typo: $(READY) ## Fix the typography of pages and data, in both languages
	$(RUN) -m dossier typo --fix

bench: $(READY_TEST) ## Measure the search and the link checker, beside other tools
	$(RUN) -m bench

lint: lint-scripts
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy

lint-scripts: $(READY_TEST)
	$(DENO) fmt --check $(SCRIPTS)
	$(DENO) lint $(SCRIPTS)
	$(DENO) check --no-remote --no-npm $(SCRIPTS)

COMPILE = .build/uv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--upgrade --no-emit-index-url --no-emit-find-links --no-annotate --quiet \
	--custom-compile-command 'make lock'

lock: ## Renew both locks from pyproject.toml
	$(PYTHON) -m venv .build/uv
	.build/uv/bin/python -m pip install --quiet uv==$(UV_VERSION)
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --output-file requirements-test.lock --constraints requirements.lock --group test

# For a new version of the typeface; publishing/typeface/newsreader.yml records the source.
font: ## Subset the headings' typeface: npm pack it, then PACKAGE=FILE.tgz
	$(PYTHON) -m venv .build/font
	.build/font/bin/python -m pip install --quiet fonttools==4.68.0 brotli==1.2.1
	.build/font/bin/python -m publishing.typeface.subset '$(PACKAGE)'
	sha256sum '$(PACKAGE)' docs/assets/fonts/newsreader.woff2

clean: ## Remove what the commands above made
	rm -rf $(VENV) .build .cache .hypothesis site .mypy_cache .pytest_cache .ruff_cache

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "error: Python 3.11 or later is needed: install it, or name it as in make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "error: Python's venv module is missing: on Debian or Ubuntu, apt install python3-venv"; exit 1; }
	@echo "Setting up $(VENV): once, and again when $< changes"
	$(PYTHON) -m venv --clear $(VENV)
	$(RUN) $(INSTALL) $<
	@# The hooks import dossier/ even if mkdocs is started by its own name.
	@echo "$(CURDIR)" > "$$($(RUN) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/checkout.pth"
	@touch $@

$(READY_TEST): requirements-test.lock $(READY)
	@echo "Adding what checks and tests need: once, and again when $< changes"
	$(RUN) $(INSTALL) $<
	@touch $@
