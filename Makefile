# lawgov: `make run` starts it, `make test` tests it, `make help` lists the rest.
# Needs python3 >= 3.11 with its venv module, nothing else.

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test lint check bench seeds locks messages clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/run ## build what is missing, take in the year 2024, serve on 127.0.0.1:8000
	@$(BIN)/python manage.py start $(ARGS)

test: .venv/dev ## the whole suite on SQLite and PostgreSQL; what the machine lacks is skipped and said
	@$(BIN)/python -m tests.run $(ARGS)

lint: .venv/dev ## style, types, layers, migrations and catalogues in step
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run

check: lint test ## lint, then test

bench: .venv/dev ## a million cases on SQLite and PostgreSQL, as ratios
	@$(BIN)/python -m tests.bench $(ARGS)

seeds: .venv/dev ## write the synthetic ledgers of 2024 again (the same bytes each time)
	@$(BIN)/python -m seeds.generate

messages: .venv/dev ## collect new strings into the catalogues and compile them (needs GNU gettext)
	@for app in lawgov cases mediation enforcement; do \
	  mkdir -p $$app/locale && (cd $$app && ../$(BIN)/django-admin makemessages \
	    --locale zh_Hans --no-location --no-obsolete --no-wrap --verbosity 0) || exit 1; done
	@$(BIN)/django-admin compilemessages --locale zh_Hans --ignore .venv --verbosity 0

locks: ## resolve the dependencies anew (needs uv)
	uv pip compile pyproject.toml --extra postgres --universal --generate-hashes \
	  --no-annotate --no-emit-index-url --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --extra postgres --group dev --universal --generate-hashes \
	  --no-annotate --no-emit-index-url --no-header -q -c requirements.lock -o requirements-dev.lock

clean: ## remove the environment and caches; the database stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache

# The two stamps say which lock file the environment was built from. An environment
# with the test tools serves as well, so `run` is content with either.
.venv/run: requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what lawgov needs (once) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock .venv/run
	@echo "Installing the test tools (once) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
