import numpy as np

from simlib.exercise.expect import expect

PULLS = (2, 10, 50, 250, 1250)
CHOICES = {
    "large_gap": PULLS,
    "small_gap": PULLS,
    "dearer": ("too few", "too many"),
    "growth": (1, 2, 20, 100),
}


def regrets(most, horizon, good, bad):
    """The exact regret of explore-first with 0, 1, ..., most pulls of each arm."""
    one = np.convolve([1 - bad, bad], [good, 1 - good])  # one toss of each: bad - good is -1, 0 or 1
    law, found = np.ones(1), [np.inf]
    for n in range(1, most + 1):
        law = np.convolve(law, one)
        wrong = law[n + 1 :].sum() + law[n] / 2
        found.append((good - bad) * (n + (horizon - 2 * n) * wrong))
    return np.array(found)


def best(horizon, good, bad):
    """The number of pulls among PULLS with the least regret."""
    return PULLS[int(regrets(PULLS[-1], horizon, good, bad)[list(PULLS)].argmin())]


def guess(answer, name):
    """One entry of the student's dict."""
    got = answer.call("predict")
    expect(type(got) is dict and name in got, f'predict must return a dict with an entry "{name}"')
    words = ", ".join(str(choice) for choice in CHOICES[name])
    expect(got[name] in CHOICES[name] and type(got[name]) is not bool, f'"{name}" must be one of {words}')
    return got[name]


def check_entries(answer, rng):
    """Has the four entries, each one of its choices."""
    for name in CHOICES:
        guess(answer, name)


def compare(answer, name, want, gap):
    """Pass at the best number of pulls; otherwise say which way it was missed, and why."""
    got = guess(answer, name)
    paid = f"you explore longer than it pays: how many pulls does it take to see a gap of {gap}?"
    expect(got <= want, f"for the {name.replace('_', ' ')} {paid}")
    few = "so few pulls mistake the arms too often: a wrong choice costs in every round to the end"
    expect(got >= want, f"for the {name.replace('_', ' ')} {few}")


def check_large_gap(answer, rng):
    """Predicts the best number of pulls for the large gap."""
    compare(answer, "large_gap", best(10_000, 0.65, 0.35), 0.3)


def check_small_gap(answer, rng):
    """Predicts the best number of pulls for the small gap."""
    compare(answer, "small_gap", best(10_000, 0.55, 0.45), 0.1)


def check_dearer(answer, rng):
    """Predicts which mistake is the dear one."""
    regret, n = regrets(PULLS[-1], 10_000, 0.65, 0.35), best(10_000, 0.65, 0.35)
    dearer = "too few" if regret[n // 5] > regret[5 * n] else "too many"
    expect(guess(answer, "dearer") == dearer, "the other mistake costs more: compute both")


def check_growth(answer, rng):
    """Predicts how the best number of pulls grows with the horizon."""
    short, long = (regrets(300, horizon, 0.65, 0.35).argmin() for horizon in (10_000, 1_000_000))
    nearest = min(CHOICES["growth"], key=lambda factor: abs(np.log(long / short / factor)))
    expect(guess(answer, "growth") == nearest, "in the longer game another factor comes out: compute both")
