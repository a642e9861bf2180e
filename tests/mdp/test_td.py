"""TD(0): one step on paper, and why it beats Monte Carlo on the random walk."""

import numpy as np
import pytest

from simlib.mdp.bellman import evaluate
from simlib.mdp.learner import Step
from simlib.mdp.monte_carlo import MonteCarlo
from simlib.mdp.random_walk import RandomWalk
from simlib.mdp.simulate import simulate
from simlib.mdp.td import TD, td_target


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def test_the_target_on_paper():
    ended = np.array([False, True])
    assert td_target(np.array([1.0, 1.0]), np.array([6.0, 6.0]), ended, 0.5) == pytest.approx([4.0, 1.0])


@pytest.mark.parametrize(("terminated", "moved"), [(False, 2.75), (True, 2.0)])
def test_only_a_terminated_step_has_nothing_behind_it(terminated, moved):
    learner = TD(step_size=0.25)
    learner.reset(1, 2, 1, 0.5)
    learner.value[0] = [2.0, 6.0]
    learner.learn(one(0, 0, 2.0, 1, terminated, not terminated), None)
    assert learner.value[0] == pytest.approx([moved, 6.0])


def test_each_run_reads_its_own_values():
    learner = TD(step_size=0.5)
    learner.reset(2, 2, 1, 0.5)
    learner.value[:] = [[0.0, 4.0], [0.0, 8.0]]
    learner.learn(Step(*(np.full(2, x) for x in (0, 0, 1.0, 1, False, False))), None)
    assert learner.value[:, 0] == pytest.approx([1.5, 2.5])


def test_the_walk_is_worth_what_the_book_says():
    value = evaluate(RandomWalk(), np.full((7, 2), 0.5))
    assert value[1:6] == pytest.approx(np.arange(1, 6) / 6, abs=5e-4)
    assert value[[0, 6]] == pytest.approx([0, 0])


def test_it_is_closer_than_monte_carlo_after_as_many_steps(seed):
    # each at its best step: the errors are about 0.044 and 0.070
    world, runs = RandomWalk(), 256
    truth, error = evaluate(world, np.full((7, 2), 0.5))[1:6], {}
    for kind in (TD, MonteCarlo):
        for step in (0.03, 0.05, 0.1):
            learner = kind(step, first_value=0.5)
            result = simulate(world, {"it": learner}, 600, runs, seed, checkpoints=1, progress=False)
            value = result.learners["it"].value[:, 1:6]  # type: ignore[attr-defined]
            error[kind, step] = np.sqrt(((value - truth) ** 2).mean(axis=-1))
    best = {kind: min((error[k, s] for k, s in error if k is kind), key=np.mean) for kind in (TD, MonteCarlo)}
    noise = np.sqrt(sum(e.var() for e in best.values()) / runs)
    assert best[MonteCarlo].mean() - best[TD].mean() - 6 * noise > 0.005


def test_a_policy_must_fit_the_world():
    learner = TD(follows=np.full((3, 2), 0.5))
    with pytest.raises(ValueError, match=r"follows must be an array of shape \(2, 2\); got shape \(3, 2\)"):
        learner.reset(1, 2, 2, 0.9)
    with pytest.raises(ValueError, match="follows must hold probabilities that sum to 1"):
        TD(follows=np.full((2, 2), 0.4)).reset(1, 2, 2, 0.9)
    with pytest.raises(ValueError, match=r"follows must hold actions in \[0, 1\]; got 2"):
        TD(follows=[0, 2]).reset(1, 2, 2, 0.9)


def test_it_follows_what_it_was_given():
    learner = TD(follows=[1, 0])
    learner.reset(3, 2, 2, 0.9)
    assert learner.act(np.array([0, 1, 0]), np.random.default_rng(0)).tolist() == [1, 0, 1]
    assert learner.policy().shape == (3, 2, 2)
    assert learner.policy()[2].tolist() == [[0, 1], [1, 0]]
