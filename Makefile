# Two commands for a fresh machine: `make run` and `make test`. Windows: see README.md.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8501
export RAPORDA_HOME ?= $(CURDIR)/var

.PHONY: run test check env env-dev lock shots bench clean

run: env
	@$(BIN)/python -m dashboard.start --port $(PORT)

env: $(VENV)/.siap
env-dev: $(VENV)/.siap-dev

# The newer interpreter wins only when the default one is too old.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Raporda needs Python 3.11 or newer; try: make PYTHON=python3.12 run" if sys.version_info < (3, 11) else 0)'
	@echo "[1/3] Membuat lingkungan $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.siap: requirements.lock pyproject.toml | $(VENV)/bin/python
	@if [ ! -f $(VENV)/.siap-dev ] || [ requirements-dev.lock -nt $(VENV)/.siap-dev ]; then \
	  echo "[2/3] Memasang $$(grep -c '^[a-z]' requirements.lock) paket (sekali saja) …"; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; fi
	@echo "[3/3] Memasang raporda …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.siap-dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@echo "Memasang $$(grep -c '^[a-z]' requirements-dev.lock) paket pengembangan …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.siap

check: env-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

test: env-dev check
	@$(BIN)/python -m pytest -n 2 --dist loadfile tests --ignore tests/browser --ignore tests/benchmarks
	@$(BIN)/python -m pytest -n 2 --dist loadfile tests/browser

shots: env-dev
	@$(BIN)/python -m dashboard.shots

bench: env-dev
	@$(BIN)/python -m tests.benchmarks

# Rewrites both lock files; the files name no address.
lock:
	uv pip compile pyproject.toml --extra build --universal --generate-hashes --no-header -o requirements.lock
	uv pip compile pyproject.toml --extra build --extra dev --universal --generate-hashes --no-header -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV)/.siap $(VENV)/.siap-dev var/contoh
