import numpy as np

from simlib.exercise.expect import expect_array, expect_close

NAME = "clipped_target"


def some(rng, n_runs, n_actions, ends=False):
    kind = rng.integers(3, size=n_runs) if ends else np.zeros(n_runs, int)
    first, second = rng.normal(size=(2, n_runs, n_actions))
    return [rng.normal(size=n_runs), first, second, kind == 1, kind == 2, float(rng.uniform(0.3, 0.95))]


def wanted(reward, first_q, second_q, terminated, truncated, discount):
    out = np.zeros(len(reward))
    for r in range(len(reward)):
        best = int(first_q[r].argmax())
        worth = min(first_q[r, best], second_q[r, best])
        out[r] = reward[r] + (0 if terminated[r] else discount * worth)
    return out


def target(answer, args):
    got = answer.keeping().call(NAME, *args)
    return expect_array(got, "the target", args[0].shape, "float", "(runs,)")


def compare(answer, args, sentence):
    expect_close(target(answer, args), wanted(*args), sentence)


def check_shape(answer, rng):
    """Returns one target for each run."""
    for n_runs, n_actions in ((1, 2), (5, 3), (4, 4)):
        target(answer, some(rng, n_runs, n_actions))


def check_values(answer, rng):
    """Is right on random tables."""
    for n_actions in (2, 3, 6):
        compare(answer, some(rng, 40, n_actions), "the target is not right where the episode goes on")


def check_disagree(answer, rng):
    """Is right where the tables disagree."""
    args = some(rng, 40, 4)
    args[2] = -args[1] + 0.1 * args[2]
    compare(answer, args, "where the tables disagree, the first must choose, and the lower number counts")
    args[2] = args[1] + 5 + rng.random((40, 4))
    compare(answer, args, "where the second table is far higher, the first one's own number counts")


def check_equal_tables(answer, rng):
    """Is Q-learning's target for two equal tables."""
    args = some(rng, 40, 3)
    args[2] = args[1].copy()
    compare(answer, args, "with two equal tables it must be the target of Q-learning")


def check_ties(answer, rng):
    """Takes the first of several best actions."""
    args = some(rng, 60, 4)
    args[1] = rng.integers(2, size=(60, 4)).astype(float)
    compare(answer, args, "where several actions are best by the first table, the first of them is chosen")


def check_ends(answer, rng):
    """Tells the two ends apart."""
    args = some(rng, 60, 3, ends=True)
    got, want = target(answer, args), wanted(*args)
    expect_close(got[args[3]], want[args[3]], "where an episode terminated, nothing follows")
    expect_close(got[args[4]], want[args[4]], "where it was truncated, the next state keeps its worth")
    expect_close(got, want, "where the episode goes on, the target must not change")
