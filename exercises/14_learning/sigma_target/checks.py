import numpy as np

from simlib.exercise.expect import expect_array, expect_close

NAME = "sigma_target"


def some(rng, n_runs, n_actions, ends=False):
    kind = rng.integers(3, size=n_runs) if ends else np.zeros(n_runs, int)
    return [
        rng.normal(size=n_runs),
        rng.normal(size=(n_runs, n_actions)),
        rng.integers(n_actions, size=n_runs),
        kind == 1,
        kind == 2,
        float(rng.uniform(0.3, 0.95)),
        float(rng.uniform(0.1, 0.9)),
        float(rng.uniform(0.1, 0.9)),
    ]


def wanted(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    out = np.zeros(len(reward))
    for r, q in enumerate(next_q):
        best = np.flatnonzero(q == q.max())
        mean = epsilon * q.mean() + (1 - epsilon) * q[best].mean()
        worth = sigma * q[next_action[r]] + (1 - sigma) * mean
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


def check_draw(answer, rng):
    """Is SARSA's target for sigma 1."""
    for n_actions in (2, 5):
        args = some(rng, 30, n_actions)
        args[7] = 1.0
        compare(answer, args, "with sigma 1 the target must hold the next action as it was drawn")


def check_mean(answer, rng):
    """Is Expected SARSA's target for sigma 0."""
    for n_actions in (2, 5):
        args = some(rng, 30, n_actions)
        args[7] = 0.0
        compare(answer, args, "with sigma 0 the target must hold the mean over what may be done next")


def check_between(answer, rng):
    """Mixes the two."""
    for n_actions in (2, 3, 6):
        compare(
            answer,
            some(rng, 30, n_actions),
            "the target is not the share sigma of one and the rest of the other",
        )


def check_ties(answer, rng):
    """Lets the best actions share."""
    for epsilon in (0.0, 0.4, 1.0):
        args = some(rng, 30, 4)
        args[1] = rng.integers(2, size=(30, 4)).astype(float)
        args[6] = epsilon
        compare(answer, args, "where several actions are best, they must share what is not explored")


def check_ends(answer, rng):
    """Tells the two ends apart."""
    args = some(rng, 60, 3, ends=True)
    got, want = target(answer, args), wanted(*args)
    expect_close(got[args[3]], want[args[3]], "where an episode terminated, nothing follows")
    expect_close(got[args[4]], want[args[4]], "where it was truncated, the next state keeps its worth")
    expect_close(got, want, "where the episode goes on, the target must not change")
