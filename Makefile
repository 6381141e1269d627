# Needs Python 3.11 or newer and make. Everything else goes into .venv, from requirements.lock, hashes checked. `tools`
# and `peers`, which only tests use, need npm and Java.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := tests/tools/node_modules/.ready
PEERS := .venv-peers/.ready
CODE := scraper tests templates/runtime

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help generate update release test faults attack storm grow kill fuzz check accept tools peers others lint types current openapi format build lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

generate: $(READY) ## make generated/ from spec/
	$(BIN)/python -m scraper generate

update: $(READY) ## take the pages of spec/ anew from upstream, generate, and tell what changed; SERVICE=, REF=
	@$(BIN)/python -m scraper update $(SERVICE) $(if $(REF),--ref $(REF))

release: $(READY) ## close the entry of the change log that is not released yet
	$(BIN)/python -m scraper release $(SERVICE)

test: $(READY) ## run the tests
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

faults: $(READY) ## 2,000 calls of a service that fails on purpose, and their figures
	$(BIN)/python -m tests.faults

kill: $(READY) ## 200 commands that are killed at random moments, and their figures
	$(BIN)/python -m tests.kills

fuzz: $(READY) $(TOOLS) $(PEERS) ## schemathesis against a mock of the OpenAPI documents, and its figures; DOC_EXPORTS= for whole references
	$(BIN)/python -m tests.fuzzing

attack: $(READY) ## hostile words in every place of a document, and what came of them
	$(BIN)/python -m tests.attacks

storm: $(READY) ## 50,000 broken documents, and what atheris makes of the stages that read; what fails is kept in build/finds
	$(BIN)/python -m tests.storm

grow: $(READY) ## seconds and MB of a run for each kind of large document, at n, 2n and 4n; LIMITS=1 for runs at the limits
	$(BIN)/python -m tests.growth $(if $(LIMITS),--limits)

check: lint types current openapi ## all that must hold before a commit, the tests aside

accept: $(READY) ## take what the golden cases give now as what they must give; look at the diff
	$(BIN)/python -m pytest tests/test_cases.py --accept
	$(BIN)/python -m scraper generate

tools: $(TOOLS) ## a mock server and linters for OpenAPI; the tests that need them are skipped without

peers: $(PEERS) ## other people's generators and tests for OpenAPI; the same

others: $(READY) $(TOOLS) $(PEERS) ## what other generators make of three documents, in figures; DOC_EXPORTS=
	$(BIN)/python -m tests.peers

lint: $(READY) ## ruff, black and the rules of imports
	$(BIN)/ruff check $(CODE)
	$(BIN)/black --check --quiet generated $(CODE) || $(BIN)/black --check generated $(CODE)
	$(BIN)/lint-imports

types: $(READY) ## mypy and pyright, both strict
	$(BIN)/mypy $(CODE) generated
	$(BIN)/pyright --pythonpath $(BIN)/python

current: $(READY) ## is generated/ what spec/ gives?
	$(BIN)/python -m scraper check

openapi: $(READY) $(TOOLS) ## are the OpenAPI documents valid, and what do linters say?
	@$(BIN)/python -m tests.linting generated/*

format: $(READY) ## let ruff and black set the code right
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/black --quiet $(CODE)

build: $(READY) ## the generator's wheel and sdist, in dist/
	$(BIN)/python -m build --no-isolation

lock: $(READY) ## make requirements.lock anew, from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--no-config --default-index https://pypi.org/simple --no-emit-index-url \
		--generate-hashes --upgrade --no-header --quiet --output-file requirements.lock
	$(BIN)/uv pip compile tests/peers/requirements.in --universal --python-version 3.11 \
		--no-config --default-index https://pypi.org/simple --no-emit-index-url \
		--generate-hashes --upgrade --no-header --quiet --output-file tests/peers/requirements.lock

clean: ## remove what make made, generated/ aside
	rm -rf $(VENV) .venv-peers tests/tools/node_modules build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find $(CODE) generated -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "make: Python 3.11 or newer is needed, and $(PYTHON) is none;" \
			"name one: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@touch $@

$(TOOLS): tests/tools/package-lock.json
	npm ci --prefix tests/tools --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(PEERS): tests/peers/requirements.lock
	$(PYTHON) -m venv --clear .venv-peers
	.venv-peers/bin/python -m pip install --quiet --require-hashes --requirement tests/peers/requirements.lock
	@touch $@
