"""The compiled engine: on the same rewards its choices are the policies'; its laws are the NumPy engine's."""

import numpy as np
import pytest

from simlib.bandit import compiled
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.compiled_step import W
from simlib.bandit.decaying_epsilon_greedy import DecayingEpsilonGreedy
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.explore_first import ExploreFirst
from simlib.bandit.kl_ucb import KLUCB
from simlib.bandit.moss import MOSS
from simlib.bandit.policy import MeanPolicy
from simlib.bandit.simulate import checkpoints, simulate
from simlib.bandit.successive_elimination import SuccessiveElimination
from simlib.bandit.thompson import GaussianThompson
from simlib.bandit.ucb1 import UCB1
from simlib.bandit.ucb_v import UCBV
from simlib.stats import check_mean, detectable_gap

WORLD = BernoulliBandit([0.7, 0.4, 0.5])
QUICK = [UCB1(0.6), EpsilonGreedy(0.25)]
OTHERS = [
    DecayingEpsilonGreedy(0.5),
    MOSS(),
    UCBV(0.3),
    ExploreFirst(7),
    SuccessiveElimination(),
    GaussianThompson(0.4, 0.5, 0.7),
    KLUCB(0.5),
]


def label_of(policy) -> str:
    return policy.label


def every(slow: list) -> list:
    """The quick policies, and the others marked as slow, since each has a kernel to compile."""
    return [*QUICK, *(pytest.param(policy, marks=pytest.mark.slow) for policy in slow)]


def played(policy, horizon: int, world=WORLD, runs: int = W, **options):
    return simulate(world, policy, horizon, runs, engine="numba", progress=False, **options)


# luck


def xoshiro(state: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The next 32 bits and the next state, from (4, W) states, as its authors write the generator."""

    def rotl(x, k):
        return (x << np.uint32(k)) | (x >> np.uint32(32 - k))

    s = state.copy()
    result = rotl(s[0] + s[3], 7) + s[0]
    t = s[1] << np.uint32(9)
    s[2] ^= s[0]
    s[3] ^= s[1]
    s[1] ^= s[2]
    s[0] ^= s[3]
    s[2] ^= t
    s[3] = rotl(s[3], 11)
    return result, s


class Luck:
    """The uniforms of a kernel, drawn one round after the other."""

    def __init__(self, state: np.ndarray):
        self.state = state

    def random(self, n_runs: int) -> np.ndarray:
        bits, self.state = xoshiro(self.state)
        return (bits >> np.uint32(8)) * 2.0**-24

    def standard_normal(self, shape: tuple[int, int]) -> np.ndarray:
        """Box and Muller's pairs, one after the other; of the last only the first where K is odd."""
        columns = []
        for _ in range(0, shape[1], 2):
            radius = np.sqrt(-2 * np.log(1 - self.random(shape[0])))
            angle = 2 * np.pi * self.random(shape[0]) - np.pi
            columns += [radius * np.sin(angle), radius * np.cos(angle)]
        return np.stack(columns[: shape[1]], axis=1)


def test_the_generator_is_the_published_one():
    # what its authors' C gives for the state 1, 2, 3, 4; the first is rotl(1 + 4, 7) + 1
    state = np.array([[1], [2], [3], [4]], dtype=np.uint32)
    seen = []
    for _ in range(5):
        bits, state = xoshiro(state)
        seen.append(int(bits[0]))
    assert seen == [641, 1573767, 3222811527, 3517856514, 836907274]


# choices


class Exact:
    """A policy whose means are total / pulls, rounded once: equal data then give equal indices."""

    def __init__(self, policy):
        self.policy = policy

    def reset(self, n_runs, n_arms, horizon):
        self.policy.reset(n_runs, n_arms, horizon)
        self.total = np.zeros((n_runs, n_arms))

    def learn(self, arm, reward):
        self.policy.learn(arm, reward)
        self.total[np.arange(len(arm)), arm] += reward
        mean = self.policy.reward_mean = self.total / np.maximum(self.policy.pulls, 1)
        if hasattr(self.policy, "squares"):
            self.policy.squares = self.policy.pulls * mean * (1 - mean)


def replayed(policy, means: np.ndarray, luck: np.ndarray, horizon: int) -> tuple[np.ndarray, np.ndarray]:
    """Pulls (K, W) and best arms (W,) of the NumPy policy on the uniforms that the kernel draws."""
    exact, rng = Exact(policy) if isinstance(policy, MeanPolicy) else policy, Luck(luck)
    exact.reset(W, len(means), horizon)
    pulls = np.zeros(means.shape, dtype=int)
    for t in range(1, horizon + 1):
        arm = policy.act(t, rng)
        reward = rng.random(W) < means[arm, np.arange(W)].astype(np.float32)
        exact.learn(arm, reward.astype(float))
        pulls[arm, np.arange(W)] += 1
    return pulls, policy.predict()


def run_kernel(policy, means: np.ndarray, luck: np.ndarray, times: np.ndarray, call=None):
    """Pulls (C, K, W) and best arms (C, W) of the policy's kernel, compiled, or called as it stands."""
    key = compiled._key(policy)
    policy.reset(1, len(means), int(times[-1]))
    parameters = [float(getattr(policy, name)) for name in compiled.KERNELS[key][1]]
    pulls_at = np.empty((len(times), *means.shape), dtype=np.int32)
    best_at = np.empty((len(times), W), dtype=np.int32)
    (call or compiled._compiled(key))(means.astype(np.float32), times, luck, pulls_at, best_at, *parameters)
    return pulls_at, best_at


def a_game(seed: int, n_arms: int) -> tuple[np.ndarray, np.ndarray]:
    """Means (K, W), different in every run, and states of the generators (4, W)."""
    rng = np.random.default_rng(seed)
    return rng.random((n_arms, W)), rng.integers(2**32, size=(4, W), dtype=np.uint32)


@pytest.mark.parametrize("policy", every(OTHERS), ids=label_of)
@pytest.mark.parametrize("n_arms", [1, 2, 37])
def test_the_choices_are_those_of_the_policy_on_the_same_rewards(policy, n_arms, seed):
    # 32 bits may decide a near tie otherwise, and then the rest of the run differs: rarely
    means, luck = a_game(seed, n_arms)
    horizon = 400
    pulls, best = replayed(policy, means, luck, horizon)
    pulls_at, best_at = run_kernel(policy, means, luck, np.array([1, horizon]))
    assert np.array_equal(pulls_at[0].sum(axis=0), np.ones(W))
    assert np.array_equal(pulls_at[1].sum(axis=0), np.full(W, horizon))
    same = (pulls_at[1] == pulls).all(axis=0) & (best_at[1] == best)
    assert same.mean() >= 0.95


@pytest.mark.parametrize("policy", every(OTHERS), ids=label_of)
def test_the_text_says_what_the_machine_code_does(policy):
    means, luck = a_game(1, 3)
    times = np.array([1, 2, 5, 30])
    with np.errstate(over="ignore", divide="ignore"):
        text = run_kernel(policy, means, luck, times, compiled.KERNELS[compiled._key(policy)][0])
    code = run_kernel(policy, means, luck, times)
    assert np.array_equal(text[0], code[0])
    assert np.array_equal(text[1], code[1])


# the account


@pytest.mark.parametrize("n_arms", [1, 2, 37])
def test_final_regret_is_pulls_times_gaps(n_arms):
    world = BernoulliBandit(np.linspace(0.9, 0.2, n_arms))
    result = played(QUICK, 200, world, runs=130)
    for label in result.labels:
        assert result.pulls[label].sum(axis=1) == pytest.approx(np.full(130, 200))
        assert result.final(label) == pytest.approx(result.pulls[label] @ world.gaps)
        assert (np.diff(result.regret[label], axis=1) >= 0).all()
        assert set(np.unique(result.simple_regret[label])) <= set(world.gaps)
    assert np.array_equal(result.t, checkpoints(200))


def test_a_certain_world_on_paper():
    # arm 1 always pays, the others never: each is tried once, in the order dealt, so that the mean of none
    # but arm 1 is ever above 0, and the greedy policy stays with it
    result = played(UCB1(0), 40, BernoulliBandit([0, 1, 0]), shuffle=False)
    assert np.array_equal(result.pulls["UCB1 scale 0"], [[1, 38, 1]] * W)
    regret = result.regret["UCB1 scale 0"][0]
    assert regret == pytest.approx(np.where(result.t >= 3, 2, 1))
    assert np.array_equal(result.simple_regret["UCB1 scale 0"][0], np.where(result.t >= 2, 0, 1))


def test_equal_arms_are_pulled_equally_and_cost_nothing(seed):
    n, horizon = 4096, 40
    assert detectable_gap(n) <= 0.08
    result = played(QUICK, horizon, BernoulliBandit([0.5] * 4), runs=n, seed=seed)
    for policy in QUICK:
        assert (result.final(policy.label) == 0).all()
        for arm in range(4):
            check_mean(result.pulls[policy.label][:, arm] / horizon, 0.25, 0, 1)


# laws


def far_apart(policy, world, horizon: int, runs: int, seed: int) -> float:
    """The difference of the engines' mean regrets in standard errors: above 5 with probability ALPHA."""
    fast, slow = (
        simulate(world, policy, horizon, runs, seed + i, engine=engine, progress=False)
        for i, engine in enumerate(["numba", "numpy"])
    )
    error = np.hypot(fast.se(policy.label)[-1], slow.se(policy.label)[-1])
    # an error of a fifth would be seen, with probability 0.999: 3.1 standard errors from the limit
    assert 8.1 * error <= 0.2 * slow.mean(policy.label)[-1]
    return abs(fast.mean(policy.label)[-1] - slow.mean(policy.label)[-1]) / error


# explore-first errs rarely and then for ever: over a long horizon its mean is known too badly to be compared
LONG = [
    (UCB1(), 10_000, 256),
    (MOSS(), 10_000, 1024),
    (UCBV(), 10_000, 256),
    (EpsilonGreedy(), 10_000, 1024),
    (ExploreFirst(10), 200, 4096),
    (SuccessiveElimination(), 10_000, 256),
    (GaussianThompson(), 10_000, 256),
    (KLUCB(), 10_000, 1024),
]


@pytest.mark.slow
@pytest.mark.parametrize(("policy", "horizon", "runs"), LONG, ids=lambda x: getattr(x, "label", str(x)))
def test_the_engines_agree(policy, horizon, runs, seed):
    assert far_apart(policy, BernoulliBandit([0.7] + [0.5] * 3), horizon, runs, seed) <= 5


@pytest.mark.slow
def test_the_engines_agree_at_long_horizons(seed):
    assert far_apart(UCB1(), BernoulliBandit([0.6] + [0.5] * 9), 100_000, 256, seed) <= 5
