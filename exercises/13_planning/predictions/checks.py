import numpy as np

from simlib.exercise.expect import expect, expect_number

NAME = "predict"


def number(answer, question, want, factor):
    """Fail unless the prediction is within this factor of what was computed."""
    got = expect_number(answer.call(NAME, question), f'the prediction of "{question}"', low=0)
    expect(
        want / factor <= got <= want * factor, f'"{question}" comes out differently: compute it and compare'
    )


def word(answer, question, always):
    got = answer.call(NAME, question)
    expect(
        type(got) is str and got in ("always", "not always"), f'"{question}" must be "always" or "not always"'
    )
    expect((got == "always") == always, f'"{question}" is the other way round: try it in a small world')


def sweeps(gamma):
    """Until the last step of a state that pays 1 certifies 0.001."""
    value, count = 0.0, 0
    while True:
        count += 1
        new = 1 + gamma * value
        if new - value <= 0.001 * (1 - gamma):
            return count
        value = new


def best(probs, reward, ends):
    """The best first actions of a world, by many sweeps; gamma is 0.9."""
    value = np.zeros(len(reward))
    for _ in range(300):
        q = np.where(ends[:, None], 0.0, reward + 0.9 * probs @ value)
        value = q.max(axis=-1)
    return np.where(ends, 0, q.argmax(axis=-1))


def unchanged(rng, with_end):
    """Whether in 20 random worlds 5 more for every step leaves the best policy as it is."""
    same = []
    for _ in range(20):
        probs, reward = rng.dirichlet(np.full(5, 0.3), (5, 3)), rng.normal(size=(5, 3))
        ends = np.arange(5) == (4 if with_end else -1)
        same.append(bool((best(probs, reward, ends) == best(probs, reward + 5, ends)).all()))
    return all(same)


def check_half(answer, rng):
    """Says when a reward counts half."""
    number(answer, "half", np.log(0.5) / np.log(0.99), 1.1)


def check_nines(answer, rng):
    """Says what a nine more costs."""
    number(answer, "nines", sweeps(0.99) / sweeps(0.9), 1.2)


def check_order(answer, rng):
    """Says how far news travels in a sweep."""
    value, count, moved = np.zeros(100), -1, True
    while moved:
        moved, count = False, count + 1
        for s in range(99):
            right = 1.0 if s == 98 else 0.9 * value[s + 1]
            new = max(0.9 * value[max(s - 1, 0)], right)
            moved, value[s] = moved or abs(new - value[s]) > 1e-15, new
    number(answer, "order", count, 1.1)


def check_lasting(answer, rng):
    """Says what a constant does where no episode ends."""
    word(answer, "lasting", unchanged(rng, False))


def check_ending(answer, rng):
    """Says what a constant does where episodes end."""
    word(answer, "ending", unchanged(rng, True))
