import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_close

NAME = "ProductBonus"


def start(answer, n_runs, n_places):
    bonus = answer.new(NAME, n_places)
    bonus.call("reset", n_runs)
    bonus.call("begin", np.ones(n_runs, bool))
    return bonus


def visit(bonus, place):
    """What the student's bonus pays, of the right type and shape."""
    return expect_array(bonus.call("visit", place), "what visit returns", place.shape, "float", "(runs,)")


class Ledger:
    """The judge's own books: all places of each run in order, and where its episode began."""

    def __init__(self, n_runs):
        self.past, self.now = [[] for _ in range(n_runs)], [[] for _ in range(n_runs)]

    def begin(self, runs):
        for run in np.flatnonzero(runs):
            self.past[run] += self.now[run]
            self.now[run] = []

    def visit(self, place):
        paid = np.zeros(len(place))
        for run, where in enumerate(place.tolist()):
            if where not in self.now[run]:
                paid[run] = (1 + self.past[run].count(where)) ** -0.5
            self.now[run].append(where)
        return paid


def follow(answer, rng, n_runs, n_places, steps, begins, sentence):
    """Play `steps` visits; begins(t) says which runs begin an episode before visit t."""
    bonus, books = start(answer, n_runs, n_places), Ledger(n_runs)
    for t in range(steps):
        runs = begins(t)
        if runs.any():
            bonus.call("begin", runs)
            books.begin(runs)
        place = rng.integers(n_places, size=n_runs)
        expect_close(visit(bonus, place), books.visit(place), f"at visit {t + 1} {sentence}")


def check_shape(answer, rng):
    """Returns one bonus for each run."""
    for n_runs, n_places in ((5, 3), (1, 2), (4, 1)):
        bonus = start(answer, n_runs, n_places)
        for _ in range(4):
            visit(bonus, rng.integers(n_places, size=n_runs))


def check_one_episode(answer, rng):
    """Pays each place once in an episode."""
    for n_runs in (1, 6):
        sentence = "of the first episode a place must pay 1 the first time, and nothing after that"
        follow(answer, rng, n_runs, 4, 15, lambda t: np.zeros(n_runs, bool), sentence)


def check_episodes(answer, rng):
    """Pays less in later episodes for what earlier ones have seen."""
    for n_runs in (1, 5):
        sentence = "of several episodes a first visit must pay 1/sqrt(1 + N), N of all visits before"
        follow(answer, rng, n_runs, 4, 60, lambda t: np.full(n_runs, t % 10 == 0 and t > 0), sentence)


def check_own_times(answer, rng):
    """Lets each run begin its episodes by itself."""
    sentence = "a bonus is wrong where runs begin their episodes at different times"
    follow(answer, rng, 6, 5, 80, lambda t: rng.random(6) < 0.15, sentence)


def check_reset(answer, rng):
    """Forgets at reset, and keeps runs apart."""
    places = rng.integers(3, size=(20, 4))
    begins = rng.random((20, 4)) < 0.2
    bonus, paid = start(answer, 4, 3), []
    for _ in range(2):
        for place, runs in zip(places, begins, strict=True):
            bonus.call("begin", runs)
            paid.append(visit(bonus, place))
        bonus.call("reset", 4)
        bonus.call("begin", np.ones(4, bool))
    first, again = np.array(paid[:20]), np.array(paid[20:])
    expect_close(again, first, "after reset the same visits must pay the same")
    bonus.call("reset", 1)
    bonus.call("begin", np.ones(1, bool))
    for t in range(20):
        bonus.call("begin", begins[t, 2:3])
        got = visit(bonus, places[t, 2:3])
        expect_close(got, first[t, 2:3], "a run must do the same alone as in a batch with others")
