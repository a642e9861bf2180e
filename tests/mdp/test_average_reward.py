"""Reward per step: cycles on paper, all policies tried, the link to gamma near 1, and what cannot settle."""

import itertools

import numpy as np
import pytest

from simlib.mdp.average_reward import average_reward
from simlib.mdp.bellman import evaluate
from simlib.mdp.chain import Chain
from simlib.mdp.plan import NotConverged
from simlib.mdp.policy_iteration import policy_iteration
from simlib.mdp.river_swim import RiverSwim
from simlib.mdp.tabular import TabularMDP


def cycle(rewards: list[float]) -> TabularMDP:
    """States in a ring; the only action goes on and pays what stands there."""
    n = len(rewards)
    probs = np.zeros((n, 1, n))
    probs[np.arange(n), 0, (np.arange(n) + 1) % n] = 1
    return TabularMDP(probs, np.array(rewards)[:, None])


def random_mdp(seed: int) -> TabularMDP:
    rng = np.random.default_rng(seed)
    return TabularMDP(rng.dirichlet(np.ones(4), (4, 3)), rng.normal(size=(4, 3)))


def test_a_cycle_on_paper():
    # 5, 1, 0 in turn: 2 a step. bias: b0 = 0 = 5 - 2 + b1, so b1 = -3; b1 = 1 - 2 + b2, so b2 = -2
    plan = average_reward(cycle([5.0, 1.0, 0.0]), 1e-9)
    assert plan.gain == pytest.approx(2.0, abs=1e-9)
    assert plan.bias == pytest.approx([0.0, -3.0, -2.0], abs=1e-6)
    assert plan.policy.tolist() == [0, 0, 0]


def test_a_cycle_never_settles_without_laziness():
    with pytest.raises(NotConverged, match=r"average_reward must know the gain to 1e-06; got .* after 2000"):
        average_reward(cycle([5.0, 1.0, 0.0]), laziness=0.0, max_sweeps=2000)


@pytest.mark.parametrize("laziness", [0.0, 0.1, 0.7])
def test_laziness_changes_neither_gain_nor_bias(laziness):
    plan = average_reward(random_mdp(0), 1e-10, laziness=laziness)
    other = average_reward(random_mdp(0), 1e-10)
    assert plan.gain == pytest.approx(other.gain, abs=2e-10)
    assert plan.bias == pytest.approx(other.bias, abs=1e-7)
    assert np.array_equal(plan.policy, other.policy)


@pytest.mark.parametrize("seed_of_world", range(4))
def test_the_best_of_all_policies(seed_of_world):
    mdp = random_mdp(seed_of_world)

    def gain(policy: tuple[int, ...]) -> float:
        """The reward under the chain's stationary law: its left eigenvector, by a linear system."""
        chain, state = mdp.transition.probs[np.arange(4), policy], np.arange(4)
        system = np.vstack([chain.T - np.eye(4), np.ones(4)])
        law = np.linalg.lstsq(system, np.array([0.0, 0, 0, 0, 1]), rcond=None)[0]
        return float(law @ mdp.reward[state, policy])

    plan = average_reward(mdp)
    best = max(gain(p) for p in itertools.product(range(3), repeat=4))
    assert abs(plan.gain - best) <= plan.error_bound + 1e-12
    assert plan.error_bound <= 1e-6
    assert gain(tuple(plan.policy)) >= plan.gain - plan.error_bound - 1e-12


def test_gain_and_bias_solve_their_equation():
    mdp = RiverSwim()
    plan = average_reward(mdp, 1e-9)
    q = mdp.reward + mdp.transition.expect(plan.bias)
    assert plan.gain + plan.bias == pytest.approx(q.max(axis=-1), abs=2e-9)
    assert plan.bias[0] == 0


def test_it_is_the_limit_of_gamma_to_one():
    # (1 - gamma) v = gain + (1 - gamma) bias + ..., with the bias up to a constant
    far = policy_iteration(RiverSwim(discount=0.9999)).value
    plan = average_reward(RiverSwim())
    assert (1 - 0.9999) * far == pytest.approx(np.full(6, plan.gain), abs=2e-3)
    assert far - far[0] == pytest.approx(plan.bias, abs=2e-2)
    assert np.array_equal(plan.policy, policy_iteration(RiverSwim(discount=0.9999)).policy)


def test_a_discount_can_miss_it():
    # near-sighted, the swimmer lets himself drift; per step, swimming up is best
    drift = policy_iteration(RiverSwim(discount=0.3)).policy
    plan = average_reward(RiverSwim())
    assert drift[0] == 0
    assert plan.policy.tolist() == [1] * 6
    assert evaluate(RiverSwim(discount=0.3), drift)[0] > evaluate(RiverSwim(discount=0.3), plan.policy)[0]
    assert plan.gain == pytest.approx(0.4286, abs=1e-4)


def test_worlds_apart_have_no_one_gain():
    probs = np.zeros((2, 1, 2))
    probs[0, 0, 0] = probs[1, 0, 1] = 1
    with pytest.raises(NotConverged, match=r"got 0.5 after 100 sweeps"):
        average_reward(TabularMDP(probs, np.array([[1.0], [2.0]])), max_sweeps=100)


def test_bad_arguments_are_refused():
    with pytest.raises(ValueError, match="mdp must have no terminal states; got 1"):
        average_reward(Chain(4))
    with pytest.raises(ValueError, match=r"laziness must be a number in \[0, 1\); got 1"):
        average_reward(RiverSwim(), laziness=1)
    with pytest.raises(ValueError, match="tolerance must be a number > 0; got 0"):
        average_reward(RiverSwim(), tolerance=0)
