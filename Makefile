# The commands of this house. Each sets up .venv by itself; a second run starts at once and needs no network.
#
#   make run        the app on http://localhost:8501            make run PORT=8600
#   make test       every test                                  make test ARGS="tests/house -k words"
#   make soak       what takes minutes: crashes, crowds, random lives, two servers
#   make check      style, types, import order, both languages
#   make bench      how fast it is: schedules against other people's, pages, one phone, a crowd (3 minutes)
#   make gallery    a picture of every page, in gallery/out
#   make weilidai   the command line                            make weilidai ARGS="personas --json"
#   make messages   bring the English catalogue up to date with the sentences in the code
#   make lock       write both locks anew from pyproject.toml (needs the network)
#   make clean      forget .venv and everything the tools made; the database in var/ stays

.DEFAULT_GOAL := help
# A half-made .venv must not pass for a whole one.
.DELETE_ON_ERROR:
.PHONY: help run test soak check bench gallery weilidai messages lock clean

PORT ?= 8501
ARGS ?=
# Two cores are what a build server has; every worker of the tests starts its own app and its own database.
WORKERS ?= 2

# Chinese is read and written everywhere, also where the machine's locale is C.
export PYTHONUTF8 := 1

venv := .venv/bin/python
pip := $(venv) -m pip --disable-pip-version-check install -qq

help:
	@sed -n 's/^#   //p' Makefile

# PYTHON=… overrides the choice. A name can be on the PATH and still not run (version managers), so each is tried.
.venv/pyvenv.cfg:
	@works='import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'; \
	for python in $(if $(PYTHON),"$(PYTHON)",python3.13 python3.12 python3.11 python3.14 python3 python); do \
		if "$$python" -c "$$works" >/dev/null 2>&1; then \
			echo "Setting up .venv with $$("$$python" --version) (once, a few minutes)"; \
			exec "$$python" -m venv --clear .venv; \
		fi; \
	done; \
	echo "Python 3.11 or newer, with its venv module, is needed and was not found$(if $(PYTHON), as $(PYTHON))." >&2; \
	echo "Install it (on Debian and Ubuntu also python3-venv), or name one: make PYTHON=/path/to/python3" >&2; \
	exit 1

# --no-build-isolation: the build backend is in the lock, so installing the project itself needs no network.
.venv/run.stamp: .venv/pyvenv.cfg requirements.lock pyproject.toml
	@$(pip) -r requirements.lock
	@$(pip) --no-build-isolation --no-deps --editable .
	@touch $@

.venv/test.stamp: .venv/run.stamp requirements-test.lock
	@$(pip) -r requirements-test.lock
	@touch $@

run: .venv/run.stamp
	@exec $(venv) -m streamlit run app.py --server.port $(PORT) --server.showEmailPrompt false

test: .venv/test.stamp
	@$(venv) -m pytest -q -n $(WORKERS) --dist worksteal $(ARGS)

soak: .venv/test.stamp
	@$(venv) -m pytest -q -n $(WORKERS) --dist worksteal -m soak tests/soak $(ARGS)

# Every check is made, also after one has failed.
check: .venv/test.stamp
	@failed=0; \
	look() { echo "· $$1"; shift; $(venv) "$$@" || failed=1; }; \
	look style -m ruff check --quiet .; \
	look layout -m ruff format --check --quiet .; \
	look types -m mypy; \
	look 'import order' -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo; \
	look 'both languages' -m pytest -q tests/house/test_both_languages_are_complete.py; \
	exit $$failed

bench: .venv/test.stamp
	@$(venv) -m bench $(ARGS)

gallery: .venv/test.stamp
	@$(venv) -m gallery $(ARGS)

weilidai: .venv/run.stamp
	@$(venv) -m weilidai_core.command_line $(if $(ARGS),$(ARGS),--help)

messages: .venv/test.stamp
	@$(venv) -m tests.house.messages $(ARGS)

# Fresh environments, so that a lock holds what is needed and nothing that happened to be installed.
# Everything but the comment lines above the first name is replaced.
lock: .venv/pyvenv.cfg
	@set -e; made=$$(mktemp -d); trap 'rm -rf "$$made"' EXIT; \
	write() { \
		$(venv) -m venv "$$made/$$1"; \
		"$$made/$$1/bin/python" -m pip --disable-pip-version-check install -qq 'flit_core>=3.12,<4'; \
		"$$made/$$1/bin/python" -m pip --disable-pip-version-check install -qq --no-build-isolation "$$2"; \
		grep '^#' "$$1" > "$$made/new"; \
		"$$made/$$1/bin/python" -m pip freeze --exclude weilidai >> "$$made/new"; \
		cp "$$made/new" "$$1"; \
	}; \
	write requirements.lock . ; write requirements-test.lock '.[test]'

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache gallery/out
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
