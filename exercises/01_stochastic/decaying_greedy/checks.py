import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_rate

JUST = 1e-6  # how close to epsilon the random numbers are put, relative


def start(answer, n_runs, n_arms):
    policy = answer.new("DecayingGreedy")
    policy.call("reset", n_runs, n_arms)
    return policy


def act(policy, t, u_explore, u_arm, n_arms):
    """The arms the student's policy pulls, of the right type, shape and range."""
    arm = expect_array(
        policy.call("act", t, u_explore, u_arm), "what act returns", u_arm.shape, "int", "(runs,)"
    )
    expect(bool(((arm >= 0) & (arm < n_arms)).all()), "arms must be numbered from 0 to K - 1")
    return arm


def epsilon(t, n_arms):
    return min(1.0, float(np.cbrt(n_arms * np.log(t) / t)))


class Ledger:
    """The judge's own books: pulls and mean rewards of each arm in each run."""

    def __init__(self, n_runs, n_arms):
        self.pulls, self.sums = np.zeros((n_runs, n_arms)), np.zeros((n_runs, n_arms))

    def enter(self, arm, reward):
        run = np.arange(len(arm))
        self.pulls[run, arm] += 1
        self.sums[run, arm] += reward

    def is_best(self, arm):
        """Which runs pulled an arm of the highest mean."""
        mean = self.sums / np.maximum(self.pulls, 1)
        return mean[np.arange(len(arm)), arm] >= mean.max(axis=-1) - 1e-9


def one_good_arm(answer, rng, n_arms, rounds, n_runs):
    """Plays a world where one arm of each run pays 1 and the others 0, so that the leader is plain.

    Yields t, the arms pulled, the good arm and whether it was found, and a mask of the runs whose
    random number was just below epsilon; in the others it was just above.
    """
    policy, good = start(answer, n_runs, n_arms), rng.integers(0, n_arms, n_runs)
    found = np.zeros(n_runs, bool)
    for t in range(1, rounds + 1):
        below = rng.random(n_runs) < 0.5
        u_explore = epsilon(t, n_arms) * np.where(below, 1 - JUST, 1 + JUST)
        arm = act(policy, t, np.minimum(u_explore, 1 - 1e-9), rng.random(n_runs), n_arms)
        yield t, arm, good, found, below | (u_explore >= 1)
        policy.call("learn", arm, (arm == good).astype(float))
        found = found | (arm == good)


def check_arms(answer, rng):
    """Returns one arm for each run, round after round."""
    for n_runs, n_arms in ((5, 3), (1, 2), (4, 10)):
        policy = start(answer, n_runs, n_arms)
        for t in range(1, 8):
            arm = act(policy, t, rng.random(n_runs), rng.random(n_runs), n_arms)
            policy.call("learn", arm, rng.random(n_runs))


def check_when(answer, rng):
    """Explores in the right runs, and only there."""
    for n_arms in (2, 4):
        others, chances = 0, 0
        for t, arm, good, found, explores in one_good_arm(answer, rng, n_arms, 20, n_runs=80):
            calm = found & ~explores
            early = f"in round {t} with {n_arms} arms a run whose u_explore is not below epsilon"
            sentence = early + " explores, or does not follow the best mean"
            expect(bool((arm == good)[calm].all()), sentence)
            if t > 2 * n_arms:
                others += int((arm != good)[explores & found].sum())
                chances += int((explores & found).sum())
        sentence = f"with {n_arms} arms runs do not explore although u_explore is below epsilon"
        expect(others > 0.5 * chances * (1 - 1 / n_arms), sentence)


def far_arms(policy, t, sides, n_runs, n_arms):
    """The arms of round t, with u_explore just below (sides True) or above epsilon, and u_arm spread evenly."""
    u_explore = epsilon(t, n_arms) * np.where(sides, 1 - JUST, 1 + JUST)
    return act(policy, t, u_explore, (np.arange(n_runs) + 0.5) / n_runs, n_arms)


def check_late(answer, rng):
    """Explores as rarely as it should in late rounds."""
    n_runs, n_arms = 60, 3
    policy, good = start(answer, n_runs, n_arms), rng.integers(0, n_arms, n_runs)
    for t in range(1, n_arms + 1):  # every arm once, and the good one pays
        arm = np.full(n_runs, t - 1)
        act(policy, t, np.full(n_runs, 0.999), rng.random(n_runs), n_arms)
        policy.call("learn", arm, (arm == good).astype(float))
    for t in (1000, 100_000, 10_000_000):
        calm = far_arms(policy, t, np.zeros(n_runs, bool), n_runs, n_arms)
        expect(
            bool((calm == good).all()), f"in round {t} a run whose u_explore is not below epsilon explores"
        )
        lively = far_arms(policy, t, np.ones(n_runs, bool), n_runs, n_arms)
        expect(
            bool((lively != good).any()),
            f"in round {t} runs do not explore although u_explore is below epsilon",
        )


def check_which(answer, rng):
    """Explores all arms equally often, the best one included."""
    n_arms = 4
    counts, leader, n, n_found = np.zeros(n_arms, int), 0, 0, 0
    for t, arm, good, found, explores in one_good_arm(answer, rng, n_arms, 20, n_runs=300):
        if t > 1:
            counts += np.bincount(arm[explores], minlength=n_arms)
            n += int(explores.sum())
            leader += int((arm == good)[explores & found].sum())
            n_found += int((explores & found).sum())
    best = "when exploring, the arm that looks best must be as likely as any other"
    expect_rate(leader, n_found, 1 / n_arms, best, tests=n_arms + 1)
    for count in counts:
        sentence = "when exploring, all arms must be equally likely, the first and the last too"
        expect_rate(int(count), n, 1 / n_arms, sentence, tests=n_arms + 1)


def check_means(answer, rng):
    """Follows the best mean when it does not explore."""
    first_wrong = None
    for n_runs, n_arms, rounds in ((240, 3, 35), (240, 5, 25)):
        policy, books = start(answer, n_runs, n_arms), Ledger(n_runs, n_arms)
        centre = rng.random((n_runs, n_arms))
        for t in range(1, rounds + 1):
            u_explore = rng.random(n_runs) ** 0.25  # mostly large, so that most runs do not explore
            arm = act(policy, t, u_explore, rng.random(n_runs), n_arms)
            greedy = u_explore > epsilon(t, n_arms) * (1 + JUST)
            if first_wrong is None and not books.is_best(arm)[greedy].all():
                first_wrong = t
            tried = rng.integers(0, n_arms, n_runs)  # so that no policy chooses what it will be asked about
            reward = 0.5 * centre[np.arange(n_runs), tried] + 0.5 * rng.random(n_runs)
            books.enter(tried, reward)
            policy.call("learn", tried, reward)
    sentence = "a run that does not explore pulls an arm whose mean is not the highest"
    expect(first_wrong is None, f"in round {first_wrong} {sentence}")


def replay(policy, luck, rewards, n_arms):
    """The arms (T, R) pulled with given random numbers (T, 2, R), paying rewards[t, r, arm]."""
    pulled = []
    for t, (u_explore, u_arm) in enumerate(luck):
        arm = act(policy, t + 1, u_explore, u_arm, n_arms)
        pulled.append(arm)
        policy.call("learn", arm, rewards[t, np.arange(len(arm)), arm])
    return np.array(pulled)


def check_alone(answer, rng):
    """Forgets at reset, and every run is on its own."""
    n_runs, n_arms, rounds = 4, 3, 15
    luck, rewards = rng.random((rounds, 2, n_runs)), rng.random((rounds, n_runs, n_arms))
    luck[:, 0] **= 0.25
    policy = start(answer, n_runs, n_arms)
    first = replay(policy, luck, rewards, n_arms)
    policy.call("reset", n_runs, n_arms)
    again = replay(policy, luck, rewards, n_arms)
    sentence = "after reset the same random numbers and rewards must give the same arms"
    expect(bool((first == again).all()), sentence)
    for r in (0, n_runs - 1):
        alone = replay(start(answer, 1, n_arms), luck[:, :, r : r + 1], rewards[:, r : r + 1], n_arms)
        sentence = "a run must do the same alone as in a batch with others"
        expect(bool((alone[:, 0] == first[:, r]).all()), sentence)
