"""The compiled engine as an engine: the same figures however work is split; when it is taken, and cached."""

import os
import subprocess
import sys
from pathlib import Path

import joblib
import numpy as np
import pytest

from simlib.bandit import compiled
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.gaussian import GaussianBandit
from simlib.bandit.simulate import simulate
from simlib.bandit.ucb1 import UCB1

WORLD = BernoulliBandit([0.7, 0.4, 0.5])
QUICK = [UCB1(0.6), EpsilonGreedy(0.25)]


def played(policy, horizon: int, runs: int, seed: int):
    return simulate(WORLD, policy, horizon, runs, seed, engine="numba", progress=False)


# splits and processes


def same(a, b) -> bool:
    return all(
        np.array_equal(a.regret[label], b.regret[label])
        and np.array_equal(a.pulls[label], b.pulls[label])
        and np.array_equal(a.simple_regret[label], b.simple_regret[label])
        for label in a.labels
    )


def test_the_result_does_not_depend_on_the_size_of_a_batch(monkeypatch):
    whole = played(QUICK, 150, 600, 5)
    monkeypatch.setattr("simlib.bandit.simulate.BLOCKS_TOGETHER", 2)
    assert same(played(QUICK, 150, 600, 5), whole)
    assert same(played(QUICK[::-1], 150, 600, 5), whole)
    few = played(QUICK[0], 150, 40, 5)
    assert np.array_equal(few.final("UCB1 scale 0.6"), whole.final("UCB1 scale 0.6")[:40])
    assert not same(played(QUICK, 150, 600, 6), whole)


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_the_result_does_not_depend_on_loky_workers(workers):
    whole = played(QUICK, 150, 600, 5)
    with joblib.parallel_config("loky", n_jobs=workers):
        assert same(played(QUICK, 150, 600, 5), whole)


PROCESS = """
import time
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.compiled_step import W
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.simulate import simulate
from simlib.bandit.ucb1 import UCB1
world = BernoulliBandit([0.7, 0.4, 0.5])
first = simulate(world, UCB1(0.6), 150, 600, 5, engine="numba")
start = time.perf_counter()
second = simulate(world, EpsilonGreedy(0.25), 20, 1, engine="numba")
print(time.perf_counter() - start, first.final(first.labels[0]).tolist())
"""


def process(folder: Path, root: Path, **variables: str) -> tuple[float, list[float], str]:
    """Seconds until another process had its second policy, the regrets of the first, and what it said."""
    known = {k: v for k, v in os.environ.items() if not k.startswith(("NUMBA", "TQDM"))}
    environment = {**known, "NUMBA_CACHE_DIR": str(folder), "PYTHONPATH": str(root), **variables}
    done = subprocess.run(
        [sys.executable, "-c", PROCESS], env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    seconds, _, regrets = done.stdout.partition(" ")
    return float(seconds), [float(x) for x in regrets.strip("[]\n").split(",")], done.stderr


@pytest.mark.slow
def test_a_second_process_finds_the_machine_code_and_any_processor_gets_the_same(tmp_path, root):
    words = ["compiling ucb1, once per machine", "compiling epsilon_greedy, once per machine"]
    compiling, regrets, said = process(tmp_path, root)
    assert said.splitlines() == words
    loading, again, said = process(tmp_path, root)
    assert (again, said) == (regrets, "")
    assert loading < compiling / 3
    _, elsewhere, said = process(tmp_path, root, NUMBA_CPU_NAME="haswell", NUMBA_CPU_FEATURES="")
    assert elsewhere == regrets
    assert said.splitlines() == words
    _, _, said = process(tmp_path / "other", root, TQDM_DISABLE="1")
    assert said == ""
    assert regrets == played(UCB1(0.6), 150, 600, 5).final("UCB1 scale 0.6").tolist()


def test_machine_code_of_another_state_of_the_text_is_deleted(tmp_path, monkeypatch):
    files = [tmp_path / name for name in ("compiled_kernel.ucb1-19.nbi", "compiled_kl.kl_ucb-13.nbc")]
    other = tmp_path / "other_kernel.f-1.nbi"
    for state, stays in (("first", False), ("first", True), ("second", False)):
        for file in (*files, other):
            file.touch()
        monkeypatch.setattr(compiled, "OPTIONS", {"state": state})
        compiled._forget_stale(tmp_path)
        assert [file.exists() for file in (*files, other)] == [stays, stays, True]


def test_where_nothing_can_be_kept_it_compiles_each_time(monkeypatch):
    import numba

    kept = []

    def njit(cache=False, **options):
        kept.append(cache)
        if cache:
            raise RuntimeError("cannot cache function: no locator available")
        return lambda function: Made()

    class Made:
        def compile(self, signature):
            assert len(signature) == 6

    monkeypatch.setattr(numba, "njit", njit)
    assert isinstance(compiled._compiled.__wrapped__("ucb1.UCB1"), Made)
    assert kept == [True, False]


# which engine


class Mine(UCB1):
    """A subclass may choose otherwise."""


@pytest.mark.parametrize(
    ("world", "policies", "horizon", "message"),
    [
        (GaussianBandit([0.1, 0.2]), [UCB1()], 100, "got GaussianBandit"),
        (WORLD, [UCB1(), Mine()], 100, "got Mine"),
        (WORLD, [UCB1()], 2**24, "got 16777216 rounds"),
    ],
)
def test_what_has_no_kernel_is_refused_in_one_sentence(world, policies, horizon, message):
    wanted = (
        "engine 'numba' plays UCB1, .*, SuccessiveElimination on BernoulliBandit, fewer than 16777216 rounds"
    )
    with pytest.raises(ValueError, match=f"^{wanted}; {message}$"):
        compiled.chosen("numba", world, policies, horizon)
    assert not compiled.chosen("auto", world, policies, max(horizon, 200_000))
    assert not compiled.chosen("numpy", world, policies, horizon)


def test_an_unknown_engine_is_refused_in_one_sentence():
    with pytest.raises(ValueError, match=r"^engine must be one of .*; got 'cuda'"):
        simulate(WORLD, UCB1(), 10, engine="cuda")


def test_auto_compiles_from_the_horizon_at_which_it_pays():
    assert not compiled.chosen("auto", WORLD, QUICK, 99_999)
    assert compiled.chosen("auto", WORLD, QUICK, 100_000)
    assert compiled.chosen("numba", WORLD, QUICK, 10)
    assert not compiled.chosen("numpy", WORLD, QUICK, 100_000)
    short = simulate(WORLD, QUICK, 50, 10, progress=False)
    assert same(short, simulate(WORLD, QUICK, 50, 10, progress=False, engine="numpy"))


def test_without_numba_numpy_plays_and_says_so_once(monkeypatch, recwarn):
    monkeypatch.setitem(sys.modules, "numba", None)
    compiled._say_missing.cache_clear()
    for _ in range(2):
        assert not compiled.chosen("auto", WORLD, QUICK, 100_000)
    assert [str(w.message) for w in recwarn] == [
        "numba is not installed, so NumPy plays: slower, and with other numbers (pip install 'simlib[fast]')"
    ]
    assert not compiled.chosen("auto", WORLD, QUICK, 10)
    with pytest.raises(
        ModuleNotFoundError, match=r"^engine 'numba' needs numba: pip install 'simlib\[fast\]'$"
    ):
        compiled.chosen("numba", WORLD, QUICK, 10)
