"""Monte Carlo: first visits only, whole returns, and nothing before the end."""

import numpy as np
import pytest

from simlib.mdp.learner import Step
from simlib.mdp.monte_carlo import FirstVisit, MonteCarlo, MonteCarloControl
from simlib.mdp.step_size import Visits


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def test_the_first_visit_counts_on_paper():
    # 0, 1, 0 and end, rewards 1, 2, 4, discount 0.5: from the first visit of 0 it is 1 + 1 + 1; a mean over
    # both visits of 0 would have 3.5, the last visit alone 4
    learner = MonteCarlo(step_size=Visits())
    learner.reset(1, 3, 2, 0.5)
    learner.learn(one(0, 0, 1.0, 1), None)
    learner.learn(one(1, 0, 2.0, 0), None)
    assert (learner.value == 0).all()  # nothing is known before the end
    learner.learn(one(0, 0, 4.0, 2, True), None)
    assert learner.value[0] == pytest.approx([3.0, 4.0, 0.0])
    learner.learn(one(0, 0, 1.0, 2, True), None)  # a second episode: the mean of 3 and 1
    assert learner.value[0] == pytest.approx([2.0, 4.0, 0.0])


def test_a_truncated_return_is_completed_by_what_the_state_is_worth():
    learner = MonteCarlo(step_size=1.0)
    for truncated, want in ((True, 1 + 0.5 * 8), (False, 1.0)):
        learner.reset(1, 2, 2, 0.5)
        learner.value[0] = [0.0, 8.0]
        learner.learn(one(0, 0, 1.0, 1, not truncated, truncated), None)
        assert learner.value[0, 0] == pytest.approx(want)


def test_control_completes_with_what_it_would_do_next():
    # epsilon 0.5: 0.25 * 2 + 0.75 * 4 = 3.5
    learner = MonteCarloControl(step_size=1.0, epsilon=0.5)
    for truncated, want in ((True, 1 + 0.5 * 3.5), (False, 1.0)):
        learner.reset(1, 2, 2, 0.5)
        learner.q[0, 1] = [2.0, 4.0]
        learner.learn(one(0, 1, 1.0, 1, not truncated, truncated), None)
        assert learner.q[0, 0] == pytest.approx([0.0, want])


def test_returns_are_those_of_a_slow_loop():
    rng, n_cells, runs, discount = np.random.default_rng(1), 5, 40, 0.9
    fast = FirstVisit(runs, n_cells, discount)
    trace = [[] for _ in range(runs)]
    compared = 0
    for _ in range(40):
        cell, reward, ended = rng.integers(n_cells, size=runs), rng.normal(size=runs), rng.random(runs) < 0.15
        worth = rng.normal(size=runs)
        for run in range(runs):
            trace[run].append((cell[run], reward[run]))
        fast.add(np.arange(runs) * n_cells + cell, reward)
        got = dict(zip(*(list(part) for part in fast.done(ended, worth)), strict=True))
        want = {}
        for run in np.flatnonzero(ended):
            total = worth[run]
            for c, r in reversed(trace[run]):
                total = r + discount * total
                want[run * n_cells + c] = total  # the first visit writes last
            trace[run] = []
        assert got.keys() == want.keys()
        assert [got[k] for k in want] == pytest.approx(list(want.values()))
        compared += len(want)
    assert compared > 500
