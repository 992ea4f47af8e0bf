# The project's commands. `make` alone lists them.
#
# Set-up lives in .venv and follows requirements.lock: it is done once, and
# again only when the lock has changed.

PYTHON ?= python3
PORT ?= 8000
FORMAT ?= text
UV_VERSION := 0.13.9
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/ready

# The theme prints an end-of-life notice about MkDocs 2; it says nothing here.
export NO_MKDOCS_2_WARNING := 1
# Playwright's own browser, where it is needed, stays inside the checkout.
export PLAYWRIGHT_BROWSERS_PATH := $(CURDIR)/$(VENV)/browsers

.DEFAULT_GOAL := help
.PHONY: help serve build pdf screenshots icons test links links-external catalog-refresh parity translations translations-accept typo lint lock font clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-20s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(READY) ## Serve the site on this machine, reloaded at each change
	@$(RUN) -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null \
		|| { echo "error: port $(PORT) is taken or not a port: name another, as in make serve PORT=8001"; exit 1; }
	$(RUN) -m mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

# Built aside and moved when complete: a failed build leaves site/ as it was.
build: $(READY) ## Build the site into site/
	@mkdir -p .build; new=$$(mktemp -d .build/site.XXXXXX); chmod 755 "$$new"; \
	trap 'rm -rf "$$new" "$$new.old"' EXIT; \
	$(RUN) -m mkdocs build --strict --site-dir "$$new" \
	&& { [ ! -e site ] || mv site "$$new.old"; } && mv "$$new" site

pdf: build ## Print each story to one PDF per language, into .build/pdf
	$(RUN) -m publishing.chromium
	$(RUN) -m publishing pdf

screenshots: build ## Take eight pages as readers see them, into .build/screenshots
	$(RUN) -m publishing.chromium
	$(RUN) -m publishing screenshots

icons: $(READY) ## Draw the icons anew from docs/assets/favicon.svg
	$(RUN) -m publishing.chromium
	$(RUN) -m publishing icons

test: lint ## Run every check and test, in a browser too
	$(RUN) -m publishing.chromium
	$(RUN) -m pytest --numprocesses auto --dist loadfile

links: $(READY) ## Check every link of the site in site/
	@[ -d site ] || $(MAKE) build
	$(RUN) -m linkcheck site --site-url "$${SITE_URL:-https://example.github.io/grok-azure/}"

# Not in one pipe: there, a failure of the first command would be lost.
links-external: $(READY) ## Check the address of every source (needs the network)
	@mkdir -p .build
	$(RUN) -m dossier addresses > .build/addresses.tsv
	$(RUN) -m linkcheck.external --cache .cache/links/external.json --format $(FORMAT) .build/addresses.tsv

translations: $(READY) ## Tell what of the English pages the French ones have left behind
	@$(RUN) -m dossier translations

translations-accept: $(READY) ## Record that a page's translation is up to date: PAGE=incident/
	@$(RUN) -m dossier translations-accept '$(PAGE)'

catalog-refresh: $(READY) ## Compare prices with models.dev (needs the network); WRITE=1 writes them
	$(RUN) -m dossier catalog-refresh $(if $(WRITE),--write) $(if $(URL),--url "$(URL)")

parity: $(READY) ## Compare the pages of the two languages, or one with PAGE=incident/
	$(RUN) -m dossier parity $(if $(PAGE),"$(PAGE)")

typo: $(READY) ## Mend the typography of pages and data, in both languages
	$(RUN) -m dossier typo --mend

bench: $(READY) ## Measure the search and the link checker, beside other tools
	$(RUN) -m bench

lint: $(READY)
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy

lock: $(READY) ## Renew requirements.lock from pyproject.toml
	$(RUN) -m venv .build/uv
	.build/uv/bin/python -m pip install --quiet uv==$(UV_VERSION)
	.build/uv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-emit-index-url --no-emit-find-links --no-annotate --group test --quiet \
		--custom-compile-command 'make lock' --output-file requirements.lock pyproject.toml

# Run by hand for a new version, never by a build: fonts/newsreader.yml says what it was made from.
font: ## Cut the headings' typeface from its package: npm pack it, then PACKAGE=FILE.tgz
	$(PYTHON) -m venv .build/font
	.build/font/bin/python -m pip install --quiet fonttools==4.68.0 brotli==1.2.1
	.build/font/bin/python -m fonts.subset '$(PACKAGE)'
	sha256sum '$(PACKAGE)' docs/assets/fonts/newsreader.woff2

clean: ## Remove what the commands above made
	rm -rf $(VENV) .build .cache site .mypy_cache .pytest_cache .ruff_cache

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "error: Python 3.11 or later is needed: install it, or name it as in make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "error: Python's venv module is missing: on Debian or Ubuntu, apt install python3-venv"; exit 1; }
	@echo "Setting up $(VENV): once, and again when requirements.lock changes"
	$(PYTHON) -m venv --clear $(VENV)
	$(RUN) -m pip install --disable-pip-version-check --require-hashes --requirement requirements.lock
	@# Hooks import dossier/ also where mkdocs is run by its own name.
	@echo "$(CURDIR)" > "$$($(RUN) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/checkout.pth"
	@touch $@
