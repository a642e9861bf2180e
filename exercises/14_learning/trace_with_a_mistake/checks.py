import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_close


class Slow:
    """The judge's own, one run, states in a dict."""

    def __init__(self, step_size, discount, decay, n_states):
        self.a, self.g, self.l = step_size, discount, decay
        self.v, self.trace = [0.0] * n_states, {}

    def learn(self, state, reward, next_state, terminated, truncated):
        ahead = 0.0 if terminated else self.v[next_state]
        error = reward + self.g * ahead - self.v[state]
        self.trace = {s: self.g * self.l * x for s, x in self.trace.items()}
        self.trace[state] = self.trace.get(state, 0.0) + 1
        for s, x in self.trace.items():
            self.v[s] += self.a * error * x
        if terminated or truncated:
            self.trace = {}


def rows(rng, n_runs, n_states, length, terminates, truncates):
    """Steps of n_runs that hang together, with ends of the two kinds at these rates."""
    state, out = rng.integers(n_states, size=n_runs), []
    for _ in range(length):
        reached, luck = rng.integers(n_states, size=n_runs), rng.random(n_runs)
        terminated = luck < terminates
        truncated = ~terminated & (luck < terminates + truncates)
        out.append((state, rng.normal(size=n_runs), reached, terminated, truncated))
        state = np.where(terminated | truncated, rng.integers(n_states, size=n_runs), reached)
    return out


def settings(rng):
    return float(rng.uniform(0.1, 0.4)), float(rng.uniform(0.6, 0.95)), float(rng.uniform(0.5, 0.95))


def played(answer, rng, terminates, truncates, sentence, n_runs=12, n_states=5, length=25):
    numbers = settings(rng)
    theirs = answer.new("TraceTD", *numbers)
    theirs.call("reset", n_runs, n_states)
    ours = [Slow(*numbers, n_states) for _ in range(n_runs)]
    for step in rows(rng, n_runs, n_states, length, terminates, truncates):
        theirs.call("learn", *step)
        for r, one in enumerate(ours):
            one.learn(*(x[r].item() for x in step))
    got = expect_array(theirs.call("values"), "values()", (n_runs, n_states), "float", "(runs, states)")
    expect_close(got, np.array([one.v for one in ours]), sentence)


def check_shape(answer, rng):
    """Returns one value for each run and state."""
    for n_runs, n_states in ((1, 2), (4, 3)):
        it = answer.new("TraceTD", 0.3, 0.9, 0.8)
        it.call("reset", n_runs, n_states)
        got = expect_array(it.call("values"), "values()", (n_runs, n_states), "float", "(runs, states)")
        expect(bool((got == 0).all()), "after reset all values must be 0")


def check_one_episode(answer, rng):
    """Is right within an episode."""
    played(answer, rng, 0.0, 0.0, "in one long episode the values are not right")


def check_terminated(answer, rng):
    """Is right where episodes terminate."""
    played(answer, rng, 0.2, 0.0, "where episodes terminate the values are not right")


def check_truncated(answer, rng):
    """Is right where episodes are truncated."""
    played(answer, rng, 0.0, 0.2, "where episodes are truncated the values are not right")


def check_both(answer, rng):
    """Is right where both happen."""
    for _ in range(3):
        played(
            answer,
            rng,
            0.1,
            0.15,
            "where some episodes terminate and others are truncated, the values are not right",
        )


def check_alone(answer, rng):
    """Forgets at reset, and every run is on its own."""
    numbers, steps = settings(rng), rows(rng, 6, 4, 15, 0.1, 0.1)
    it = answer.new("TraceTD", *numbers)
    results = []
    for cut in (slice(0, 6), slice(0, 6), slice(2, 3)):
        it.call("reset", cut.stop - cut.start, 4)
        for step in steps:
            it.call("learn", *(x[cut] for x in step))
        results.append(expect_array(it.call("values"), "values()", (cut.stop - cut.start, 4)))
    expect_close(results[1], results[0], "after reset the same steps must give the same values")
    expect_close(results[2], results[0][2:3], "a run must learn the same alone as among others")
