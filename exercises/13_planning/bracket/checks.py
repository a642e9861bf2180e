import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_close

NAME = "bracket"


def world(rng, n_actions=None):
    n, k = int(rng.integers(2, 8)), int(rng.integers(2, 5)) if n_actions is None else n_actions
    return rng.dirichlet(np.full(n, 0.5), (n, k)), rng.normal(size=(n, k)) * float(rng.uniform(0.5, 5))


def best(probs, reward, gamma):
    """The best value by policy iteration."""
    state, action = np.arange(len(reward)), reward.argmax(axis=-1)
    while True:
        value = np.linalg.solve(np.eye(len(state)) - gamma * probs[state, action], reward[state, action])
        q = reward + gamma * probs @ value
        better = q.max(axis=-1) > q[state, action] + 1e-9
        if not better.any():
            return value
        action = np.where(better, q.argmax(axis=-1), action)


def wanted(probs, reward, gamma, value):
    """The bounds, term by term of the series."""
    new = (reward + gamma * probs @ value).max(axis=-1)
    low, high, factor = new.copy(), new.copy(), gamma
    step = new - value
    for _ in range(4000):
        low, high, factor = low + factor * step.min(), high + factor * step.max(), factor * gamma
    return np.stack([low, high])


def bounds(answer, probs, reward, gamma, value):
    got = answer.call(NAME, probs, reward, gamma, value)
    return expect_array(got, "the bracket", (2, len(value)), axes="(2, states)")


def agrees(answer, probs, reward, gamma, value, sentence):
    got = bounds(answer, probs, reward, gamma, value)
    expect_close(got, wanted(probs, reward, gamma, value), sentence, rtol=1e-7, atol=1e-7)


def check_shape(answer, rng):
    """Returns a lower and an upper bound for each state."""
    for _ in range(4):
        probs, reward = world(rng)
        got = bounds(answer, probs, reward, 0.6, rng.normal(size=len(reward)))
        expect((got[0] <= got[1] + 1e-9).all(), "row 0 must hold the lower bounds, row 1 the upper ones")


def check_one_action(answer, rng):
    """Is right with one action."""
    probs = np.array([[[0.0, 1.0]], [[1.0, 0.0]]])
    sentence = "in the worked example the bounds are others"
    agrees(answer, probs, np.array([[1.0], [3.0]]), 0.5, np.full(2, 10.0), sentence)
    for _ in range(4):
        probs, reward = world(rng, 1)
        gamma, value = float(rng.uniform(0.1, 0.95)), rng.normal(size=len(reward))
        sentence = "with one action the bounds are not what the two facts give"
        agrees(answer, probs, reward, gamma, value, sentence)


def check_contains(answer, rng):
    """Holds the best value, as tightly as the series allows."""
    for side in (0, 1, -1) * 3:
        probs, reward = world(rng)
        gamma, value = float(rng.uniform(0.1, 0.98)), 3 * rng.normal(size=len(reward))
        value = value + side * 40 / (1 - gamma)  # mixed, too high everywhere, too low everywhere
        got, exact = bounds(answer, probs, reward, gamma, value), best(probs, reward, gamma)
        inside = (got[0] <= exact + 1e-7).all() and (exact <= got[1] + 1e-7).all()
        expect(bool(inside), "the best value does not lie between the bounds")
        sentence = "in a random world the bounds are not what the two facts give"
        agrees(answer, probs, reward, gamma, value, sentence)


def check_constant(answer, rng):
    """Meets where the guess is right up to a constant."""
    for shift in (2.5, -40.0):
        probs, reward = world(rng)
        exact = best(probs, reward, 0.9)
        got = bounds(answer, probs, reward, 0.9, exact + shift)
        sentence = "a guess that is wrong by the same amount everywhere tells the best value exactly"
        expect_close(got, np.stack([exact, exact]), sentence, rtol=1e-6, atol=1e-6)


def check_edges(answer, rng):
    """Is right for high guesses, and for gamma = 0."""
    probs, reward = world(rng)
    high = 500 + rng.normal(size=len(reward))
    agrees(answer, probs, reward, 0.8, high, "where all values fall the bounds are others")
    agrees(answer, probs, reward, 0.0, high, "with gamma = 0 one sweep is exact, and the bounds meet")
