# Everything that a developer types. `make` alone lists it.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
NODE := requirements/node
EXPLORER := explorer
ISOLATED := .venv-country-converter/stamp .venv-cffconvert/stamp .venv-profile/stamp .venv-mlcroissant/stamp .venv-csvw/stamp .venv-site/stamp
# The Pythons that are supported, each with the oldest libraries that are allowed or with the newest.
VERSIONS := .venv-3.11-oldest/stamp .venv-3.12-newest/stamp .venv-3.13-newest/stamp
CHROMIUM := $(firstword $(foreach name,chromium chromium-browser google-chrome,$(shell command -v $(name))))
PUBLISHED := karabakh_data/data karabakh_data/reader/each_table.py karabakh_data/reader/each_table.pyi karabakh_data/reader/each_filter.py karabakh_data/extract/each_record.py schemas datapackage.json CODEBOOK.md CITATION.cff docs/pictures

# Every environment is made from one lock file and stamped: an unchanged lock costs nothing, a changed one
# installs again.
define environment
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "karabakh-data needs Python 3.11 or later; name one with PYTHON=python3.11")'
	@test -x $(@D)/bin/python || $(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
endef

# The package itself, editable. What the locks do not hold is not fetched: pip says that it is missing.
define package
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
		--check-build-dependencies --editable .
endef

define lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
endef

# On all processors. Where tests install into shared environments or start a cluster, one process has all of a file.
SPREAD := --numprocesses auto --dist

# The interpreter of a version: one on the path that runs (a shim of pyenv may not), else one that pyenv has.
python = $(firstword $(foreach one,$(shell command -v python$(1)) $(wildcard $(shell pyenv root 2>/dev/null)/versions/$(1).*/bin/python),$(if $(shell $(one) -c 'print(1)' 2>/dev/null),$(one))))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help data site lint test test-all test-versions tools pythons page screenshots release bench lock clean

help:  ## this list
	@awk -F ':.*## *' '/^[a-z-]+:.*##/ {printf "make %-13s %s\n", $$1, $$2}' Makefile

data: $(VENV)/build.stamp  ## build and check the tables, draw the pictures, and show what changed
	$(BIN)/karabakh-data build
	$(BIN)/python -m karabakh_data.publish.pictures
	@git status --short -- $(PUBLISHED)
	@git --no-pager diff --stat -- $(PUBLISHED)

site: $(VENV)/build.stamp .venv-site/stamp  ## the documents as a site, in build/site/; what it shows is run and drawn
	.venv-site/bin/python docs/make_site.py build/site
	$(BIN)/python -m karabakh_data.publish.release --built site

lint: $(VENV)/test.stamp  ## style, format and types, as `make test` asks first
	$(lint)

test: $(VENV)/test.stamp  ## what needs no Java, node, R, LibreOffice or browser
	$(lint)
	$(BIN)/python -m pytest $(SPREAD) worksteal -m "not spark and not browser and not importers"

test-all: tools $(VENV)/test-all.stamp $(ISOLATED) $(VERSIONS) $(NODE)/node_modules/stamp page  ## every test; a missing tool is an error
	$(lint)
	npm run --silent lint --prefix $(EXPLORER)
	npm run --silent types --prefix $(EXPLORER)
	CHROMIUM=$(CHROMIUM) PYSPARK_PYTHON=$(abspath $(BIN)/python) SPARK_LOCAL_IP=127.0.0.1 \
		$(BIN)/python -m pytest $(SPREAD) loadfile

test-versions: pythons $(VENV)/test-all.stamp $(VERSIONS)  ## every supported Python, with the oldest and the newest libraries
	$(BIN)/python -m pytest tests/docs/test_versions.py

tools: pythons
	@missing=""; \
	command -v java >/dev/null || missing="$$missing\n  java: install Java 17 or later (Debian: apt-get install openjdk-17-jre-headless)"; \
	command -v node >/dev/null || missing="$$missing\n  node: install node 20 or later (Debian: apt-get install nodejs)"; \
	command -v npm >/dev/null || missing="$$missing\n  npm: install npm (Debian: apt-get install npm)"; \
	command -v soffice >/dev/null || missing="$$missing\n  soffice: install LibreOffice (Debian: apt-get install libreoffice-calc-nogui)"; \
	Rscript --vanilla -e 'for (name in c("jsonlite", "readr", "RSQLite")) loadNamespace(name)' >/dev/null 2>&1 || \
		missing="$$missing\n  Rscript: install R with jsonlite, readr and RSQLite (Debian: apt-get install r-base-core r-cran-jsonlite r-cran-readr r-cran-rsqlite)"; \
	test -n "$(CHROMIUM)" || missing="$$missing\n  chromium: install Chromium (Debian: apt-get install chromium)"; \
	test -z "$$missing" || { printf "make test-all needs what is missing here:$$missing\n" >&2; exit 1; }

pythons:
	@missing="$(strip $(foreach version,3.11 3.12 3.13,$(if $(call python,$(version)),,python$(version))))"; \
	test -z "$$missing" || { printf "every supported Python is tested, and these are not here: $$missing\n  install them, for instance with pyenv install, so that each is on the path or under pyenv\n" >&2; exit 1; }

page: $(EXPLORER)/node_modules/stamp  ## the evidence explorer in build/page (needs node and npm only)
	npm run --silent build --prefix $(EXPLORER)
	@test ! -x $(BIN)/python || $(BIN)/python -m karabakh_data.publish.release --built page

screenshots: page $(VENV)/test-all.stamp  ## those of the documents, drawn anew from the explorer
	CHROMIUM=$(CHROMIUM) PYTHONPATH=tests $(BIN)/python tests/explorer/screenshots.py

release: $(VENV)/build.stamp site page  ## wheel, sdist and archive in dist/, from a clean checkout
	$(BIN)/python -m karabakh_data.publish.release

bench: .venv-bench/bench.stamp  ## figures and ratios beside peers and floors
	PYSPARK_PYTHON=$(abspath .venv-bench/bin/python) SPARK_LOCAL_IP=127.0.0.1 .venv-bench/bin/python -m benchmarks

# One set of versions: build constrains test, test constrains test-all, and that bench.
lock: .venv-lock/stamp  ## write requirements/*.txt anew (UPGRADE=1 takes newer versions)
	$(COMPILE) pyproject.toml --extra build --extra plot requirements/build.in -o requirements/build.txt
	$(COMPILE) pyproject.toml --extra build --extra pandas --extra plot --extra polars requirements/test.in \
		-c requirements/build.txt -o requirements/test.txt
	$(COMPILE) pyproject.toml --all-extras requirements/test-all.in -c requirements/test.txt -o requirements/test-all.txt
	$(COMPILE) pyproject.toml $(READERS) -c requirements/test.txt -o requirements/newest.txt
	$(COMPILE) pyproject.toml $(READERS) --resolution lowest-direct -o requirements/oldest.txt
	$(COMPILE) pyproject.toml --all-extras requirements/bench.in -c requirements/test-all.txt -o requirements/bench.txt
	$(COMPILE) pyproject.toml --extra pandas --extra plot requirements/site.in \
		-c requirements/newest.txt -o requirements/site.txt
	$(COMPILE) requirements/country-converter.in -o requirements/country-converter.txt
	$(COMPILE) requirements/cffconvert.in -o requirements/cffconvert.txt
	$(COMPILE) requirements/mlcroissant.in -o requirements/mlcroissant.txt
	$(COMPILE) requirements/csvw.in -o requirements/csvw.txt
	$(subst 3.11,3.12,$(COMPILE)) --no-deps requirements/profile.in -o requirements/profile.txt
	$(COMPILE) requirements/lock.in -o requirements/lock.txt
	for folder in $(NODE) $(EXPLORER); do npm install --prefix $$folder --package-lock-only --omit-lockfile-registry-resolved=true --no-audit --no-fund \
		|| exit; done

COMPILE = .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-header --no-annotate $(if $(UPGRADE),--upgrade)

# What those install who read, check and export the tables.
READERS = --extra build --extra pandas --extra plot --extra polars

clean:  ## remove environments, caches and builds; the data stay
	rm -rf .venv*/ $(NODE)/node_modules $(EXPLORER)/node_modules build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/%.stamp: requirements/%.txt pyproject.toml
	$(environment)
	$(package)
	@touch $@

.venv-bench/%.stamp: requirements/%.txt pyproject.toml
	$(environment)
	$(package)
	@touch $@

.venv-profile/stamp: requirements/profile.txt $(VENV)/test-all.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --ignore-requires-python \
		--require-hashes --upgrade --target $(@D) -r $<
	@touch $@

.venv-3.%/stamp: requirements/oldest.txt requirements/newest.txt
	test -x $(@D)/bin/python || $(call python,3.$(firstword $(subst -, ,$*))) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/$(lastword $(subst -, ,$*)).txt
	@touch $@

.venv-%/stamp: requirements/%.txt
	$(environment)
	@touch $@

%/node_modules/stamp: %/package-lock.json
	npm ci --prefix $* --no-audit --no-fund --ignore-scripts
	@touch $@
