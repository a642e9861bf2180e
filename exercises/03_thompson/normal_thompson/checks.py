import numpy as np

from simlib.exercise.expect import expect, expect_array

CLEAR = 1e-9  # draws nearer to each other than this may come out either way
PLAIN = (0.0, 1.0, 1.0)  # prior_mean, prior_sd, noise_sd


def start(answer, setting, n_runs, n_arms):
    policy = answer.new("NormalThompson", *setting)
    policy.call("reset", n_runs, n_arms)
    return policy


def act(policy, z):
    """The arms the student's policy pulls, of the right type, shape and range."""
    arm = expect_array(policy.call("act", z), "what act returns", z.shape[:1], "int", "(runs,)")
    expect(bool(((arm >= 0) & (arm < z.shape[1])).all()), "arms must be numbered from 0 to K - 1")
    return arm


class Ledger:
    """The judge's own books: pulls and sums of rewards, and the posterior that they give."""

    def __init__(self, setting, n_runs, n_arms):
        self.prior_mean, self.prior_sd, self.noise_sd = setting
        self.pulls, self.sums = np.zeros((n_runs, n_arms)), np.zeros((n_runs, n_arms))

    def enter(self, arm, reward):
        run = np.arange(len(arm))
        self.pulls[run, arm] += 1
        self.sums[run, arm] += reward

    def is_best(self, arm, z):
        """Which runs pulled an arm of the largest draw."""
        variance = 1 / (self.prior_sd**-2.0 + self.pulls * self.noise_sd**-2.0)
        mean = variance * (self.prior_mean * self.prior_sd**-2.0 + self.sums * self.noise_sd**-2.0)
        draw = mean + np.sqrt(variance) * z
        return draw[np.arange(len(arm)), arm] >= draw.max(axis=-1) - CLEAR


def first_wrong(answer, rng, setting, n_runs, n_arms, rounds):
    """The first round in which some run does not pull the arm of its largest draw, or None."""
    policy, books = start(answer, setting, n_runs, n_arms), Ledger(setting, n_runs, n_arms)
    prior_mean, prior_sd, noise_sd = setting
    truth, wrong = prior_mean + prior_sd * rng.standard_normal((n_runs, n_arms)), None
    for t in range(1, rounds + 1):
        z = rng.standard_normal((n_runs, n_arms))
        arm = act(policy, z)
        if wrong is None and not books.is_best(arm, z).all():
            wrong = t
        reward = truth[np.arange(n_runs), arm] + noise_sd * rng.standard_normal(n_runs)
        books.enter(arm, reward)
        policy.call("learn", arm, reward)
    return wrong


def check_arms(answer, rng):
    """Returns one arm for each run, round after round."""
    for n_runs, n_arms in ((5, 3), (1, 2), (4, 10), (3, 1)):
        policy = start(answer, PLAIN, n_runs, n_arms)
        for _ in range(6):
            arm = act(policy, rng.standard_normal((n_runs, n_arms)))
            policy.call("learn", arm, rng.standard_normal(n_runs))


def check_first_round(answer, rng):
    """Pulls the arm of the largest draw in round 1, where all beliefs are the prior."""
    for n_arms in (2, 5):
        z = rng.standard_normal((60, n_arms))
        arm = act(start(answer, PLAIN, 60, n_arms), z)
        sentence = "before any reward all arms have the same belief, so the largest z must decide"
        expect(bool((arm == z.argmax(axis=-1)).all()), sentence)


def check_draws(answer, rng):
    """Pulls the arm of the largest draw from the posteriors, round after round."""
    for n_arms in (2, 4):
        wrong = first_wrong(answer, rng, PLAIN, 120, n_arms, 30)
        sentence = "with prior N(0, 1) and noise 1 a run does not pull the arm of its largest draw"
        expect(wrong is None, f"in round {wrong} {sentence}")
    whole = tuple(int(number) for number in PLAIN)
    wrong = first_wrong(answer, rng, whole, 120, 3, 20)
    sentence = "given as the whole numbers 0, 1 and 1 they do not do the same as 0.0, 1.0 and 1.0"
    expect(wrong is None, f"in round {wrong} the prior and the noise fail: {sentence}")


def check_settings(answer, rng):
    """Does so for any prior and any noise."""
    settings = [(2.5, 0.5, 2.0), (-1.0, 4.0, 0.5)]
    settings += [(float(rng.normal(0, 3)), *rng.uniform(0.2, 3, 2).tolist()) for _ in range(2)]
    for setting in settings:
        wrong = first_wrong(answer, rng, setting, 80, 3, 20)
        prior_mean, prior_sd, noise_sd = setting
        where = f"with prior mean {prior_mean:.2f}, prior sd {prior_sd:.2f} and noise sd {noise_sd:.2f}"
        expect(wrong is None, f"{where} a run does not pull the arm of its largest draw in round {wrong}")


def replay(policy, normals, rewards):
    """The arms (T, R) pulled with given normal numbers (T, R, K), paying rewards[t, r, arm]."""
    pulled = []
    for z, reward in zip(normals, rewards, strict=True):
        arm = act(policy, z)
        pulled.append(arm)
        policy.call("learn", arm, reward[np.arange(len(arm)), arm])
    return np.array(pulled)


def check_alone(answer, rng):
    """Forgets at reset, and every run is on its own."""
    shape = (15, 4, 3)
    normals, rewards = rng.standard_normal(shape), rng.standard_normal(shape)
    policy = start(answer, PLAIN, 4, 3)
    first = replay(policy, normals, rewards)
    policy.call("reset", 4, 3)
    again = replay(policy, normals, rewards)
    sentence = "after reset the same numbers z and rewards must give the same arms"
    expect(bool((first == again).all()), sentence)
    for r in (0, 3):
        alone = replay(start(answer, PLAIN, 1, 3), normals[:, r : r + 1], rewards[:, r : r + 1])
        expect(
            bool((alone[:, 0] == first[:, r]).all()), "a run must do the same alone as in a batch with others"
        )
