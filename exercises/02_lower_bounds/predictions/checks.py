import numpy as np

from simlib.exercise.expect import expect, expect_number

NAME = "predict"


def number(answer, question):
    got = answer.call(NAME, question)
    return expect_number(got, f'the prediction of "{question}"', low=0)


def close(got, want, factor, sentence):
    """Fail unless got is within this factor of want, either way."""
    expect(want / factor <= got <= want * factor, sentence)


def law(n, p):
    """The binomial law of n tosses, (n + 1,)."""
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, n + 1)))])
    k = np.arange(n + 1)
    return np.exp(logs[n] - logs - logs[::-1] + k * np.log(p) + (n - k) * np.log1p(-p))


def tosses(gap, delta):
    """The smallest number of tosses with which the best test errs at most with chance delta."""
    low, high = 0, 4096
    while high - low > 1:
        n = (low + high) // 2
        error = np.minimum(law(n, 0.5 - gap), law(n, 0.5 + gap)).sum() / 2
        low, high = (low, n) if error <= delta else (n, high)
    return high


def explore_first(horizon):
    """The worst regret of explore-first with its best length, exactly, over a fine grid of both."""
    gaps, best = np.append(np.geomspace(0.3 / np.sqrt(horizon), 0.9, 100), 1.0), np.inf
    for n in np.unique(np.geomspace(2, horizon ** (2 / 3) * 2, 60).astype(int)):
        wrong = np.zeros(len(gaps))
        for i, gap in enumerate(gaps[:-1]):
            heads = law(2 * n, 0.5 + gap / 2)  # of the better arm, and tails of the other
            wrong[i] = heads[:n].sum() + heads[n] / 2
        best = min(best, (gaps * (n + (horizon - 2 * n) * wrong)).max())
    return best


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def needle(n_arms, horizon):
    """The largest over gaps of the bound on the regret averaged over places."""
    gap = np.linspace(0.1, 4, 300) * np.sqrt(n_arms / horizon)
    budget = horizon / n_arms * kl(0.5, 0.5 + gap / 2)
    low, high = np.full(len(gap), 1 / n_arms), np.full(len(gap), 1 - 1e-12)
    for _ in range(50):
        share = (low + high) / 2
        inside = kl(1 / n_arms, share) <= budget
        low, high = np.where(inside, share, low), np.where(inside, high, share)
    return (horizon * gap / 2 * (1 - low)).max()


def check_tosses(answer, rng):
    """Says what a third of the gap costs."""
    want = tosses(0.03, 0.1) / tosses(0.09, 0.1)
    close(number(answer, "tosses"), want, 1.15, "a third of the gap does not take so many times the tosses")


def check_certainty(answer, rng):
    """Says what a hundred times the certainty costs."""
    want = tosses(0.05, 0.001) / tosses(0.05, 0.1)
    sentence = "a hundred times the certainty does not take so many times the tosses"
    close(number(answer, "certainty"), want, 1.5, sentence)


def check_longer(answer, rng):
    """Says what a longer game costs explore-first."""
    want = explore_first(65536) / explore_first(1024)
    close(number(answer, "longer"), want, 1.15, "explore-first's worst regret does not grow by that factor")


def check_arms(answer, rng):
    """Says what more arms cost."""
    want = needle(400, 1_000_000) / needle(100, 1_000_000)
    close(number(answer, "arms"), want, 1.25, "the bound for the needle does not grow by that factor")


def check_pair(answer, rng):
    """Says which pair of coins is the more expensive."""
    got = answer.call(NAME, "pair")
    words = ("first", "second", "equal")
    expect(type(got) is str and got in words, 'the prediction of "pair" must be one of the three words')
    rates = 0.1 / kl(0.4, 0.5), 0.1 / kl(0.85, 0.95)
    want = words[int(np.argmax(rates))]
    expect(got == want, "gap over divergence does not say so")
