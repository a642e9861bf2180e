import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_close


def case_of(rng, terminated=False):
    """A random table, advice and step; the next state is another one than the state."""
    n, k = int(rng.integers(2, 6)), int(rng.integers(2, 5))
    q, advice = rng.normal(size=(n, k)) * 2, rng.normal(size=(n, k)) * 2
    state, following = rng.permutation(n)[:2]
    action, after = rng.integers(0, k, 2)
    step = (int(state), int(action), float(rng.normal()), int(following), int(after), terminated)
    return q, advice, step, float(rng.uniform(0.2, 0.9)), float(rng.uniform(0.4, 0.95))


def answered(answer, case):
    got = answer.call("advised_sarsa", *case)
    expect(
        type(got) in (tuple, list) and len(got) == 2,
        "advised_sarsa must return a pair, the new q and actions",
    )
    shape = case[0].shape
    fresh = expect_array(got[0], "the new q", shape, "float", "(states, actions)")
    return fresh, expect_array(got[1], "the actions", shape[:1], "int", "(states,)")


def wanted(q, advice, step, rate, discount):
    state, action, reward, following, after, terminated = step
    value, phi = (0.0, 0.0) if terminated else (q[following, after], advice[following, after])
    paid = reward + discount * phi - advice[state, action]
    fresh = q.copy()
    fresh[state, action] += rate * (paid + discount * value - q[state, action])
    return fresh


def check_shape(answer, rng):
    """Returns a table and an action for each state."""
    for _ in range(3):
        answered(answer, case_of(rng))


def check_middle(answer, rng):
    """Learns from a step in the middle of an episode."""
    for _ in range(8):
        case = case_of(rng)
        sentence = (
            "the entry of the pair must move as SARSA's does, with the reward plus F, and no other entry"
        )
        expect_close(answered(answer, case)[0], wanted(*case), sentence)


def check_ends(answer, rng):
    """Learns from a step that ends the episode."""
    for _ in range(8):
        case = case_of(rng, terminated=True)
        sentence = (
            "at an end neither value nor advice of a next pair counts, and the advice of this pair still does"
        )
        expect_close(answered(answer, case)[0], wanted(*case), sentence)


def turned(case):
    """The same with a reward so large that the step changes which action is best in its state."""
    q, advice, (state, action, _, *rest), rate, discount = case
    leads = (q + advice)[state].argmax() == action
    return q, advice, (state, action, -100.0 if leads else 100.0, *rest), rate, discount


def check_actions(answer, rng):
    """Follows what the actions are worth."""
    for i in range(12):
        case = case_of(rng) if i % 2 else turned(case_of(rng))
        best = (wanted(*case) + case[1]).argmax(axis=1)
        sentence = (
            "values are lower by the advice, which differs between actions: that must be made good first"
        )
        expect(bool((answered(answer, case)[1] == best).all()), sentence)
