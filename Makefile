# `make` lists what can be asked for. Nothing but Python 3.11 or newer has to be there first.

# The first of these that is new enough and whole; failing that, deploy/bootstrap.py says what is missing.
PYTHON ?= $(or $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$python" && exit; done; command -v python3), \
	$(error Sounding Board needs Python 3.11 or newer; install it and run the same command again))
BOOTSTRAP = exec "$(PYTHON)" deploy/bootstrap.py
# Python of .venv, which is set up when it is not there.
IN_VENV = "$(PYTHON)" deploy/bootstrap.py python

.DEFAULT_GOAL := help
.PHONY: help run test test-postgres lint format bench demo lock clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | awk -F '|' '{printf "make %-15s %s\n", $$1, $$2}'

run: ## set everything up and serve the demo on http://127.0.0.1:8000 (PORT=9000 make run)
	@$(BOOTSTRAP) run

test: ## set everything up and run all tests, or some: make test ARGS="tests/drafts -k word"
	@$(BOOTSTRAP) test $(or $(ARGS),--spread)

test-postgres: ## the same on PostgreSQL, at DATABASE_URL or postgres@127.0.0.1:5432
	@DATABASE_URL="$${DATABASE_URL:-postgres://postgres@127.0.0.1:5432/test}" $(BOOTSTRAP) test $(or $(ARGS),--spread)

lint: ## check style, format and that no migration is missing
	@$(IN_VENV) -m ruff check . && $(IN_VENV) -m ruff format --check .
	@$(IN_VENV) manage.py makemigrations --check --dry-run

format: ## put the code into its standard form
	@$(IN_VENV) -m ruff check --fix . && $(IN_VENV) -m ruff format .

bench: ## measure against the budgets in docs/performance.md
	@$(IN_VENV) -m tests.performance.bench $(ARGS)

demo: ## throw the demo's data away and load it afresh
	@$(IN_VENV) manage.py migrate --no-input && $(IN_VENV) manage.py load_demo --fresh

lock: ## turn requirements.in into requirements.txt
	@$(IN_VENV) -m pip install --quiet uv
	@$(IN_VENV) -m uv pip compile --universal --python-version 3.11 requirements.in -o requirements.txt --no-header

clean: ## remove .venv and var, with the demo's database and files
	@$(BOOTSTRAP) clean
