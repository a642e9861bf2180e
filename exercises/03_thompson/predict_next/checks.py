import numpy as np

from simlib.exercise.expect import expect, expect_number

KEYS = ("few", "many", "close", "batch", "batch_ucb1")
LOG_FACTORIAL = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, 300)))])


def prob_second(cures, failures, other_cures, other_failures):
    """Exact P(draw of the second arm > draw of the first), from uniform priors, by a finite sum."""
    a, b = 1 + other_cures, 1 + other_failures
    c, d = 1 + cures, 1 + failures
    i = np.arange(a)

    def log_beta(x, y):
        return LOG_FACTORIAL[x - 1] + LOG_FACTORIAL[y - 1] - LOG_FACTORIAL[x + y - 1]

    terms = log_beta(c + i, b + d) - np.log(b + i) - log_beta(1 + i, b) - log_beta(c, d)
    return float(np.exp(terms).sum())


def predicted(answer, key, high):
    """The student's number for one question."""
    got = answer.call("predict_next")
    expect(type(got) is dict, "predict_next must return a dict")
    expect(sorted(got) == sorted(KEYS), "the dict must have the five keys that the card lists, and no other")
    return expect_number(got[key], key, 0, high)


def judge(value, want, tolerance, stories):
    """Pass within the tolerance, otherwise tell the story of the range that the value lies in."""
    if abs(value - want) <= tolerance:
        return
    story = next((text for low, high, text in stories if low <= value <= high), "it is off by more than that")
    expect(False, f"not within {tolerance:g} of what comes out: {story}")


def check_few(answer, rng):
    """Predicts how often B is given after few data."""
    stories = [
        (0, 0.1, "so rarely only a nearly greedy doctor would try B, about whom nothing is known"),
        (0.1, 0.22, "think of the mean of A's posterior, which is not the share of its cures"),
        (0.4, 0.6, "a coin that ignores the data; A has shown something, B has not"),
        (0.9, 1, "arms never tried come first with UCB1, but Thompson sampling has no such rule"),
    ]
    judge(predicted(answer, "few", 1), prob_second(4, 1, 0, 0), 0.05, stories)


def check_many(answer, rng):
    """Predicts what ten times the data about A change."""
    stories = [
        (0, 0.12, "more data about A do not narrow the belief about B, which is as wide as at the start"),
        (0.27, 0.6, "A's draw now lies close to its mean; how often does a uniform number lie above that?"),
        (0.9, 1, "arms never tried come first with UCB1, but Thompson sampling has no such rule"),
    ]
    judge(predicted(answer, "many", 1), prob_second(40, 10, 0, 0), 0.04, stories)


def check_close(answer, rng):
    """Predicts how often B is given when both arms are known."""
    stories = [
        (0, 0.06, "the means differ by about one standard deviation of their difference; that is not much"),
        (
            0.2,
            0.35,
            "the beliefs about both arms are narrower than that; how wide is each, after 50 patients?",
        ),
        (0.35, 1, "pulls are shared by the chance of being the better arm, not in proportion to the means"),
    ]
    judge(predicted(answer, "close", 1), prob_second(40, 10, 35, 15), 0.05, stories)


def check_batch(answer, rng):
    """Predicts how Thompson sampling treats a batch."""
    stories = [
        (0, 10, "every patient gets a draw of his own, so not all of them are given the favourite"),
        (40, 60, "half and half ignores what was seen"),
        (90, 100, "every patient gets a draw of his own, so not all of them are given the untried arm"),
    ]
    judge(predicted(answer, "batch", 100), 100 * prob_second(4, 1, 0, 0), 6, stories)


def check_batch_ucb1(answer, rng):
    """Predicts how UCB1 treats the same batch."""
    stories = [
        (0, 1, "what index has an arm that was never tried, and when does it change?"),
        (
            1,
            99,
            "UCB1 tosses no coin: where nothing is learnt in between, what can change from patient to patient?",
        ),
    ]
    judge(predicted(answer, "batch_ucb1", 100), 100, 0.5, stories)
