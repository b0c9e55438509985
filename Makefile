# Two commands: `make site` builds the course into site/; `make test` runs what CI runs.
# Everything is installed into .venv, from lock files with hashes.

PYTHON ?= python3
BIN := .venv/bin
# Tests start Balise hundreds of times: what Python has compiled is kept, as it is by default.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site usb serve check test audit bench lock schema golden clean

site: .venv/site-ready
	@$(BIN)/balise build

usb: site
	@$(BIN)/balise pack

serve: .venv/site-ready
	$(BIN)/mkdocs serve

check: .venv/site-ready
	@$(BIN)/balise check

test: .venv/test-ready
	@sh scripts/ensure-test-tools.sh
	$(BIN)/ruff check scripts tests
	$(BIN)/ruff format --check scripts tests
	$(BIN)/mypy
	$(BIN)/pytest -q -n 2 --dist worksteal

# Every kind of page in every language, every colour and every width: about ten minutes. Writes
# modules/_shared/audit.yaml, which the page “Accessibility” shows. TODAY=2026-11-22 gives the date to record.
audit: .venv/test-ready
	@sh scripts/ensure-test-tools.sh
	$(BIN)/python scripts/audit.py $(if $(TODAY),--today $(TODAY))

# Beside plain MkDocs and Zensical, on the same pages: hours in full. BENCH="--modules 50 --rounds 1" is a look.
bench: .venv/test-ready
	$(BIN)/python scripts/bench.py $(BENCH)

schema: .venv/site-ready
	$(BIN)/balise schema

golden: .venv/test-ready
	$(BIN)/pytest -q --update-golden

# Resolves the newest versions that the oldest Python we support can run, on every system; no registry address is
# written. setuptools builds the package itself, so it is locked too.
LOCK := .cache/lock/bin/uv pip compile -q --universal --python-version 3.11.0 --upgrade --generate-hashes \
	--no-header pyproject.toml -
lock:
	$(PYTHON) -m venv .cache/lock && .cache/lock/bin/pip install -q uv
	echo 'setuptools>=77' | $(LOCK) -o requirements.lock
	echo 'setuptools>=77' | $(LOCK) --extra dev -o requirements-dev.lock

.venv/site-ready: requirements.lock pyproject.toml scripts/make-venv.sh
	@sh scripts/make-venv.sh $(PYTHON) requirements.lock
	@touch $@

.venv/test-ready: requirements-dev.lock pyproject.toml scripts/make-venv.sh
	@sh scripts/make-venv.sh $(PYTHON) requirements-dev.lock
	@touch $@ .venv/site-ready

clean:
	rm -rf site site.building .cache build
