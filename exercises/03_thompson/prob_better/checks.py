import numpy as np

from simlib.exercise.expect import expect, expect_close, expect_number

NAME = "prob_better"
EXACT = {"rtol": 0.0, "atol": 1e-9}
LOG_FACTORIAL = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, 1300)))])


def log_beta(a, b):
    """log B(a, b) for whole a, b >= 1."""
    return LOG_FACTORIAL[a - 1] + LOG_FACTORIAL[b - 1] - LOG_FACTORIAL[a + b - 1]


def wanted(a1, b1, a2, b2):
    """The probability as a sum over the heads of arm 1, by logarithms of beta functions."""
    i = np.arange(a1)
    terms = log_beta(a2 + i, b1 + b2) - np.log(b1 + i) - log_beta(1 + i, b1) - log_beta(a2, b2)
    return float(np.exp(terms).sum())


def prob(answer, *parameters):
    got = expect_number(answer.call(NAME, *parameters), "the probability")
    expect(-1e-9 <= got <= 1 + 1e-9, "a probability lies between 0 and 1")
    return got


def some(rng, low, high):
    return [int(n) for n in rng.integers(low, high, 4)]


def check_probability(answer, rng):
    """Returns one probability."""
    for _ in range(4):
        prob(answer, *some(rng, 1, 12))


def check_equal_beliefs(answer, rng):
    """Says 1/2 for two equal beliefs."""
    for high in (2, 8, 40):
        a, b = int(rng.integers(1, high)), int(rng.integers(1, high))
        expect_close(prob(answer, a, b, a, b), 0.5, "two arms with the same belief are equally good", **EXACT)


def check_small(answer, rng):
    """Is exact for small parameters."""
    for _ in range(12):
        case = some(rng, 1, 12)
        sentence = f"the probability is not right for the parameters {case}"
        expect_close(prob(answer, *case), wanted(*case), sentence, **EXACT)


def check_two_sides(answer, rng):
    """Adds up to 1 with the arms exchanged."""
    for _ in range(4):
        a1, b1, a2, b2 = some(rng, 1, 60)
        both = prob(answer, a1, b1, a2, b2) + prob(answer, a2, b2, a1, b1)
        expect_close(
            both, 1.0, "one of the two arms is the better: both probabilities must add up to 1", **EXACT
        )


def check_large(answer, rng):
    """Is exact for large parameters too."""
    cases = [[300, 300, 299, 300], [300, 1, 1, 300]]
    for low, high in ((60, 300), (150, 300), (250, 300)):
        mean = rng.uniform(0.3, 0.7)
        n1, n2 = (int(n) for n in rng.integers(low, high, 2))
        cases.append([int(mean * n1) + 1, n1 - int(mean * n1), int(mean * n2) + 1, n2 - int(mean * n2)])
        cases.append(some(rng, low, high))
    for case in cases:
        sentence = f"the probability is not right for the parameters {case}"
        expect_close(prob(answer, *case), wanted(*case), sentence, **EXACT)
