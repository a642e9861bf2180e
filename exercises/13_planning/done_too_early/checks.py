import numpy as np

from simlib.exercise.expect import expect, expect_array

NAME = "values_within"


def best(probs, reward, gamma):
    """The best value by policy iteration."""
    state, action = np.arange(len(reward)), reward.argmax(axis=-1)
    while True:
        chain = probs[state, action]
        value = np.linalg.solve(np.eye(len(state)) - gamma * chain, reward[state, action])
        q = reward + gamma * probs @ value
        better = q.max(axis=-1) > q[state, action] + 1e-11 * (1 + np.abs(q).max()) / (1 - gamma)
        if not better.any():
            return value
        action = np.where(better, q.argmax(axis=-1), action)


def world(rng, n_states=None, n_actions=None):
    """Random rows, of which few entries are large."""
    n = int(rng.integers(2, 7)) if n_states is None else n_states
    k = int(rng.integers(1, 4)) if n_actions is None else n_actions
    return rng.dirichlet(np.full(n, 0.4), (n, k))


def values(answer, probs, reward, gamma, tolerance):
    got = answer.call(NAME, probs, reward, gamma, tolerance)
    return expect_array(got, "the value", (len(reward),), axes="(states,)")


def keeps(answer, probs, reward, gamma, tolerance, sentence):
    error = np.abs(values(answer, probs, reward, gamma, tolerance) - best(probs, reward, gamma)).max()
    expect(error <= tolerance + 1e-9 * (1 + np.abs(reward).max()), sentence)


def check_shape(answer, rng):
    """Returns one value for each state."""
    for _ in range(3):
        probs = world(rng)
        values(answer, probs, rng.normal(size=probs.shape[:2]), 0.5, 0.1)
    probs = world(rng)
    values(answer, probs, 0.01 * rng.random(probs.shape[:2]), 0.9, 1e-3)


def check_positive(answer, rng):
    """Keeps its promise where every reward is positive."""
    for gamma in (0.2, 0.4, 0.6, 0.9, 0.95, 0.99, 0.995):
        for tolerance in (1e-1, 1e-3, float(rng.uniform(0.002, 0.05))):
            probs = world(rng, 3, 2) if gamma > 0.99 else world(rng)
            reward = 1 + rng.random(probs.shape[:2])
            sentence = f"with positive rewards and gamma = {gamma} a value is farther off than the tolerance"
            keeps(answer, probs, reward, gamma, tolerance, sentence)


def check_falling(answer, rng):
    """Keeps its promise where values fall, and where rewards are large."""
    for gamma in (0.5, 0.9, 0.98):
        probs = world(rng)
        reward = -1 - rng.random(probs.shape[:2])
        keeps(
            answer,
            probs,
            reward,
            gamma,
            0.01,
            "with negative rewards a value is farther off than the tolerance",
        )
        reward = 1000 + rng.normal(size=probs.shape[:2])
        keeps(
            answer, probs, reward, gamma, 0.01, "with large rewards a value is farther off than the tolerance"
        )


def check_corridor(answer, rng):
    """Keeps its promise where nothing is paid for a long time."""
    for n in (6, int(rng.integers(10, 25))):
        probs, here = np.zeros((n, 2, n)), np.arange(n)
        probs[here, 0, np.maximum(here - 1, 0)] = probs[here, 1, np.minimum(here + 1, n - 1)] = 1
        reward = np.zeros((n, 2))
        reward[-1, 1] = 1.0 + float(rng.random())
        far = "in a corridor with its reward at the end a value is farther off than the tolerance"
        keeps(answer, probs, reward, 0.9, 1e-3, far)
        islands = np.eye(n)[:, None, :]
        alone = (np.arange(n) == n - 1)[:, None] * 2.0
        sentence = "where one state pays and no other does, a value is farther off than the tolerance"
        keeps(answer, islands, alone, 0.9, 1e-3, sentence)
        order = rng.permutation(n)
        keeps(answer, probs[np.ix_(order, [0, 1], order)], reward[order], 0.9, 1e-3, far)


def check_random(answer, rng):
    """Keeps its promise in random worlds."""
    probs = world(rng)
    reward = 0.05 * (1 + rng.random(probs.shape[:2]))
    keeps(answer, probs, reward, 0.9, 1e-3, "with small rewards a value is farther off than the tolerance")
    for _ in range(12):
        probs = world(rng)
        reward = float(rng.uniform(0.1, 20)) * rng.normal(size=probs.shape[:2])
        gamma, tolerance = float(rng.uniform(0, 0.99)), float(10 ** rng.uniform(-6, 1))
        sentence = f"in a random world with gamma = {gamma:.2f} a value is farther off than the tolerance"
        keeps(answer, probs, reward, gamma, tolerance, sentence)
    probs = world(rng)
    reward = rng.normal(size=probs.shape[:2])
    keeps(answer, probs, reward, 0.0, 1e-6, "with gamma = 0 the best reward is the value")
    keeps(answer, probs, 0 * reward, 0.9, 1e-3, "where nothing is ever paid every value is 0")
