import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_close


def buffer(rng, shape=(4, 6)):
    """A random buffer whose steps are in the middle of episodes."""
    reward, now, after = rng.normal(size=(3, *shape)) * 3
    no = np.zeros(shape, bool)
    return [reward, now, after, float(rng.uniform(0.3, 0.95)), no, no.copy()]


def answered(answer, case):
    got = answer.call("shaped_rewards", *case)
    return expect_array(got, "the shaped rewards", case[0].shape, "float", "(rows, steps)")


def wanted(reward, now, after, discount, terminated, truncated):
    return reward + discount * after * ~terminated - now


def check_shape(answer, rng):
    """Returns one number for each step."""
    for shape in ((4, 6), (1, 1), (5, 1), (1, 7)):
        answered(answer, buffer(rng, shape))


def check_middle(answer, rng):
    """Pays gamma Phi(after) - Phi(now) in the middle of an episode."""
    for _ in range(4):
        case = buffer(rng)
        sentence = (
            "a step in the middle pays its reward, plus gamma times the potential after, minus the one before"
        )
        expect_close(answered(answer, case), wanted(*case), sentence)


def check_ends(answer, rng):
    """Lets the potential vanish where the world ends."""
    for _ in range(4):
        case = buffer(rng)
        case[4] = rng.random(case[0].shape) < 0.4
        case[4][0, 0] = True
        sentence = "where the world ended nothing follows: the potential after counts as 0, all else stays"
        expect_close(answered(answer, case), wanted(*case), sentence)


def check_cuts(answer, rng):
    """Keeps the potential where an episode is cut off."""
    for _ in range(4):
        case = buffer(rng)
        case[5] = rng.random(case[0].shape) < 0.4
        case[5][0, 0] = True
        sentence = "a cut is no end: the world would go on, so the step pays what it would pay in the middle"
        expect_close(answered(answer, case), wanted(*case), sentence)


def check_both(answer, rng):
    """Takes a step that is both for an end."""
    for _ in range(4):
        case = buffer(rng)
        case[4], case[5] = rng.random((2, *case[0].shape)) < 0.5
        case[4][0, 0] = case[5][0, 0] = True
        sentence = "where the world ended, a cut at the same step changes nothing"
        expect_close(answered(answer, case), wanted(*case), sentence)
