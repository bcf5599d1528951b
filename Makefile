# `make run` and `make test` do all set-up themselves; they need Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
# With the folders, whose time changes when a role is taken away.
DATA := data data/roles $(shell find data -name '*.yaml')

# Two set-ups must not write the same .venv at once, whatever -j says.
.NOTPARALLEL:

.PHONY: run test figures pictures format lock clean

run: .venv/run.stamp build/catalogue.sqlite build/locale.stamp
	@$(BIN)/python packaging/start.py

test: .venv/dev.stamp build/catalogue.sqlite build/locale.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m careerdesk catalogue check data
	$(BIN)/python -m pytest

figures: .venv/dev.stamp build/catalogue.sqlite build/locale.stamp
	$(BIN)/python -m pytest -m "hypothesis and not figures" --hypothesis-profile=searching tests
	$(BIN)/python -m pytest -m figures -s tests
	$(BIN)/python tests/benchmarks/figures.py

pictures: .venv/dev.stamp build/catalogue.sqlite build/locale.stamp
	$(BIN)/python packaging/pictures.py

format: .venv/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/dev.stamp
	$(BIN)/python packaging/lock.py

.venv/run.stamp: packaging/lock.txt packaging/set_up.py pyproject.toml
	@$(PYTHON) packaging/set_up.py run

.venv/dev.stamp: packaging/lock-dev.txt packaging/set_up.py pyproject.toml
	@$(PYTHON) packaging/set_up.py dev

build/catalogue.sqlite: $(DATA) $(wildcard src/careerdesk/authoring/*.py src/careerdesk/catalogue/*.py) | .venv/run.stamp
	@$(BIN)/python -m careerdesk catalogue build data -o $@

build/locale.stamp: $(wildcard resources/locale/*/LC_MESSAGES/*.po) | .venv/run.stamp
	@$(BIN)/python packaging/translations.py compile
	@mkdir -p build && touch $@

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
