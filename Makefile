# Everything a contributor types. `make help` lists it. Works with GNU make 3.81 (macOS) and newer.
#
# All of it happens in .venv, which `rm -r .venv` or `make clean` takes away again. Packages come
# from the index that pip is set to use on this machine; every file is checked against the hashes
# in requirements.txt, so a mirror serves as well.

SHELL := /bin/sh
.DEFAULT_GOAL := help

BIN := .venv/bin
# Options for the program behind a target: make test ARGS="-k linking", make lock ARGS=--upgrade
ARGS :=

# uv does not read pip's settings, so they are handed over where uv has none of its own.
UV := index="$${UV_DEFAULT_INDEX:-$${UV_INDEX_URL:-$${PIP_INDEX_URL:-$$($(BIN)/python -m pip config get global.index-url 2>/dev/null)}}}"; \
	if [ -n "$$index" ]; then UV_DEFAULT_INDEX="$$index"; export UV_DEFAULT_INDEX; fi; \
	if [ -z "$$SSL_CERT_FILE" ] && [ -n "$$PIP_CERT" ]; then SSL_CERT_FILE="$$PIP_CERT"; export SSL_CERT_FILE; fi; \
	VIRTUAL_ENV="$(CURDIR)/.venv"; export VIRTUAL_ENV; $(BIN)/uv

INSTALL := pip install --quiet --require-hashes --requirement
EDITABLE := pip install --quiet --no-deps --no-build-isolation --editable .
COMPILE := pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock" --group build

.PHONY: help site serve test coverage check style types layers workflows sync strict golden generate bench lock wheel clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

site: .venv/site.stamp ## Build the site into site/
	@$(BIN)/termloom build $(ARGS)

serve: .venv/site.stamp ## Show the site while you write; the page follows every change
	@$(BIN)/termloom serve $(ARGS)

test: .venv/test.stamp ## Run the whole suite; ARGS go to pytest
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

# It takes nearly twice as long: every process is watched, also those that tests start.
coverage: .venv/test.stamp ## Run the whole suite, and say how much of the program it runs
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -n auto --dist worksteal $(ARGS); result=$$?; \
	$(BIN)/coverage combine --quiet && \
	echo "Coverage, branches included: $$($(BIN)/coverage report --format=total) %" \
		"(in detail: $(BIN)/coverage report -m)"; \
	exit $$result

check: style types layers workflows sync strict test ## Everything that is checked before a change is taken

style: .venv/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/test.stamp
	$(BIN)/mypy

layers: .venv/test.stamp
	$(BIN)/lint-imports

# What runs on GitHub: by its schemas, and by what is known of attacks on it. Nothing is asked online.
workflows: .venv/test.stamp
	$(BIN)/zizmor --offline --quiet --pedantic action.yml .github generator/starter/.github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-actions action.yml \
		generator/starter/.github/actions/*/action.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml \
		generator/starter/.github/workflows/*.yml

sync: .venv/test.stamp
	$(BIN)/python -m reference.generate --check
	$(BIN)/python -m reference.starter --check
	@$(BIN)/termloom schema --with-ids --output .termloom/entry.schema.json --check
	@$(BIN)/termloom forms --check

strict: .venv/test.stamp
	$(BIN)/termloom build --strict

golden: .venv/test.stamp ## Write the expected outputs of the golden tests anew; then read the diff
	$(BIN)/python -m pytest tests/golden --update-golden $(ARGS)

generate: .venv/test.stamp ## Write what is made from the code: docs/reference/, the schema for editors, issue forms
	$(BIN)/python -m reference.generate
	@$(BIN)/python -m reference.starter
	@$(BIN)/termloom schema --with-ids --output .termloom/entry.schema.json
	@$(BIN)/termloom forms

bench: .venv/test.stamp ## Measure how long a large glossary takes
	$(BIN)/python -m benchmarks.run $(ARGS)

wheel: .venv/test.stamp ## Build the wheel into dist/
	@$(UV) build --quiet --wheel --no-build-isolation --python $(BIN)/python

lock: .venv/uv.stamp ## Lock the dependencies of pyproject.toml anew; ARGS=--upgrade for newer ones
	@$(UV) $(COMPILE) $(ARGS) pyproject.toml --output-file requirements.txt
	@$(UV) $(COMPILE) $(ARGS) pyproject.toml --group test --constraint requirements.txt \
		--output-file requirements-test.txt

clean: ## Take away everything that was built or installed here
	rm -rf .venv site dist .termloom-* .coverage* .hypothesis .mypy_cache .ruff_cache \
		.pytest_cache .import_linter_cache

# Each stamp is younger than what it was made from, so that a second run does nothing.
.venv/site.stamp: .venv/uv.stamp requirements.txt pyproject.toml
	@echo "Installing what the site needs into .venv"
	@$(UV) $(INSTALL) requirements.txt
	@$(UV) $(EDITABLE)
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements-test.txt
	@echo "Installing what the tests need into .venv"
	@$(UV) $(INSTALL) requirements-test.txt
	@touch $@

# uv by pip, in the version and with the hashes of the lock.
.venv/uv.stamp: .venv/python.stamp
	@echo "Installing uv into .venv"
	@sed -n '/^uv==/,/[^\\]$$/p' requirements.txt > .venv/uv.txt
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --no-deps \
		--requirement .venv/uv.txt
	@touch $@

# PYTHON chooses one: make site PYTHON=/opt/python3.13/bin/python3
.venv/python.stamp:
	@for python in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			found="$$python"; break; \
		fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Termloom needs Python 3.11 or newer, and found none." \
			"Found: $$($(or $(PYTHON),python3) --version 2>&1)." >&2; \
		echo "Install one, or name it: make site PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi; \
	[ -e .venv ] && there=yes; \
	if ! "$$found" -m venv .venv >/dev/null 2>&1; then \
		[ -n "$$there" ] || rm -rf .venv; \
		echo "$$found cannot make an environment; on Debian and Ubuntu type:" \
			"sudo apt install python3-venv" >&2; \
		exit 1; \
	fi; \
	if ! $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		echo "The Python in .venv is too old or broken; type: make clean" >&2; \
		exit 1; \
	fi
	@touch $@
