"""n-step SARSA against a slow loop over whole episodes, and n = 1 against SARSA."""

import numpy as np
import pytest

from simlib.mdp.learner import Step
from simlib.mdp.n_step import NStepSarsa
from simlib.mdp.sarsa import Sarsa


def episodes(rng, n_states=4, n_actions=2, length=60):
    """A long row of steps of one run that hang together, cut at random by both kinds of ends."""
    state, rows = int(rng.integers(n_states)), []
    for _ in range(length):
        reached, reward = int(rng.integers(n_states)), float(rng.normal())
        terminated = rng.random() < 0.12
        truncated = not terminated and rng.random() < 0.12
        rows.append([state, int(rng.integers(n_actions)), reward, reached, terminated, truncated])
        state = int(rng.integers(n_states)) if terminated or truncated else reached
    return rows


class Told(NStepSarsa):
    """Chooses the next action that it is told, so that the trace is known."""

    def choose(self, step, rng):
        return self.told


def slow(rows, follows, n, step_size, discount, n_states=4, n_actions=2):
    """One run, from the definition: targets of n rewards, in the order in which they become known."""
    q, start = np.zeros((n_states, n_actions)), 0
    for t, (*_, reached, terminated, truncated) in enumerate(rows):
        worth = 0.0 if terminated else q[reached, follows[t]]
        due = range(start, t + 1) if terminated or truncated else [t - n + 1] if t - n + 1 >= start else []
        for k in due:
            if t - k + 1 > n:
                continue  # was moved before
            rewards = [row[2] for row in rows[k : t + 1]]
            target = sum(discount**i * r for i, r in enumerate(rewards)) + discount ** len(rewards) * worth
            state, action = rows[k][:2]
            q[state, action] += step_size * (target - q[state, action])
        if terminated or truncated:
            start = t + 1
    return q


@pytest.mark.parametrize("n", [1, 2, 5, 100])
def test_it_is_the_slow_loop(n):
    rng, runs = np.random.default_rng(n), 20
    every = [episodes(rng) for _ in range(runs)]
    follows = rng.integers(2, size=(runs, 60))
    learner = Told(n, step_size=0.3)
    learner.reset(runs, 4, 2, 0.8)
    for t in range(60):
        learner.told = follows[:, t]
        learner.learn(Step(*(np.array([rows[t][i] for rows in every]) for i in range(6))), None)
    for run in range(runs):
        want = slow(every[run], follows[run], n, 0.3, 0.8)
        assert learner.q[run] == pytest.approx(want)
    assert np.abs(learner.q).max() > 0.5


def test_one_step_is_sarsa():
    learners = [NStepSarsa(1, 0.3), Sarsa(0.3)]
    rngs = [np.random.default_rng(5), np.random.default_rng(5)]
    rows = np.random.default_rng(6)
    for learner in learners:
        learner.reset(30, 4, 2, 0.9)
    for _ in range(50):
        numbers = [rows.integers(k, size=30) for k in (4, 2, 4)]
        ends = rows.random((2, 30)) < 0.1
        step = Step(numbers[0], numbers[1], rows.random(30), numbers[2], ends[0], ends[1] & ~ends[0])
        for learner, rng in zip(learners, rngs, strict=True):
            learner.learn(step, rng)
    assert learners[0].q == pytest.approx(learners[1].q)
    assert learners[0].q.max() > 0.5


def test_what_it_refuses():
    with pytest.raises(ValueError, match="n must be an int >= 1; got 0"):
        NStepSarsa(0)
