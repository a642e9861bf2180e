"""What all tests share: the seed of the statistical ones, the root of the tree, the marker `slow`.

pytest --seed 7        another seed
pytest --seed random   a fresh one, printed in the header
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from simlib.rng import fresh_seed

# a busy machine is no reason to fail: hypothesis measures no times
settings.register_profile("simlib", deadline=None)
settings.load_profile("simlib")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seed", default="0", help="seed of the statistical tests: a number, or 'random'")


def pytest_configure(config: pytest.Config) -> None:
    worker = getattr(config, "workerinput", None)  # a worker of xdist takes the seed of its controller
    given = worker["simlib_seed"] if worker else config.getoption("--seed")
    config.stash["simlib_seed"] = fresh_seed() if given == "random" else int(given)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    node.workerinput["simlib_seed"] = node.config.stash["simlib_seed"]


def pytest_report_header(config: pytest.Config) -> str:
    return f"seed of the statistical tests: {config.stash['simlib_seed']}"


@pytest.fixture(scope="session")
def seed(pytestconfig: pytest.Config) -> int:
    """The seed that statistical tests draw from; CI uses 0, `make test SEED=random` a fresh one."""
    return pytestconfig.stash["simlib_seed"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the tree under test."""
    return Path(__file__).resolve().parents[1]
