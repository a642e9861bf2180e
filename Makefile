# Two commands matter: `make lab` opens the course, `make test` proves that everything works.
# Everything is installed into .venv, with the versions of constraints.txt.
#
#   PYTHON=python3.12     another Python (3.11 or newer)
#   PORT=8890 BROWSER=no  for make lab
#   SEED=random           for make test: fresh seeds for the statistical tests
#   FORCE=1               for quick, book, bench, mutants: run again although nothing changed
#   TORCH_INDEX=ADDRESS   where pip finds a CPU build of torch: the address that PyTorch's own install page
#                         gives for Pip, Linux, CPU (the default build of Linux brings gigabytes of CUDA)

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PORT ?= 8888
BROWSER ?= yes
SEED ?= 0
BIN := .venv/bin
BENCHES := benchmarks/run.py benchmarks/mdp_planning.py benchmarks/mdp_learning.py benchmarks/mdp_env.py
PIP := -m pip install -q --disable-pip-version-check -c constraints.txt $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX))

.PHONY: help lab test quick notebooks book bench mutants clean
help:
	@echo "make lab        open the course in JupyterLab (PORT=8888 BROWSER=no for a server alone)"
	@echo "make test       everything: lint, types, tests, notebooks, book, packages"
	@echo "make quick      the same without what is slow, under three minutes"
	@echo "make notebooks  execute the notebooks whose source or code changed"
	@echo "make book       build the book into _build/html"
	@echo "make bench      time the simulators against C and other packages"
	@echo "make mutants    put in plausible mistakes one by one; the tests must catch each"

.venv/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv module is missing: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/.course: .venv/pyvenv.cfg pyproject.toml constraints.txt
	@echo "installing the course into .venv (about a minute)"
	@$(BIN)/python $(PIP) -e '.[course]'
	@touch $@

.venv/.dev: .venv/pyvenv.cfg pyproject.toml constraints.txt
	@echo "installing the course and the developers' tools into .venv (about two minutes)"
	@$(BIN)/python $(PIP) -e '.[course,cluster,dev]'
	@touch $@ .venv/.course

.venv-bench/.bench: pyproject.toml constraints.txt
	@echo "installing the packages to measure against into .venv-bench (about a minute)"
	@test -f .venv-bench/pyvenv.cfg || $(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python $(PIP) -e '.[bench]'
	@touch $@

lab: .venv/.course
	@$(BIN)/python -m simlib.cli lab --folder my --port $(PORT) $(if $(filter no,$(BROWSER)),--no-browser)

test: .venv/.dev
	@$(BIN)/python tools/run.py test --seed $(SEED)

quick: .venv/.dev
	@$(BIN)/python tools/run.py quick --seed $(SEED) $(if $(FORCE),--force)

notebooks: .venv/.dev
	@$(BIN)/python tools/notebooks.py sync -j 2

book: .venv/.dev
	@$(BIN)/python tools/book.py $(if $(FORCE),--fresh)

bench: .venv-bench/.bench
	@.venv-bench/bin/python tools/stamp.py bench $(if $(FORCE),--force) -- \
	  sh -c 'for one in $(BENCHES); do .venv-bench/bin/python $$one || exit; done'

mutants: .venv/.dev
	@$(BIN)/python tools/stamp.py mutants $(if $(FORCE),--force) -- $(BIN)/python tools/mutants.py -j 2

clean:
	@rm -rf _build dist .stamps .pytest_cache .ruff_cache .hypothesis
