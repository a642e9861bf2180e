"""Every learner reaches what planning computes, each within its own interval, with episodes cut off early.

A cutoff after seven steps ends about half of the episodes. Whoever takes that for the end of the world learns
values that are too small by a quarter, which a last test shows.
"""

from dataclasses import replace

import numpy as np
import pytest

from simlib.mdp.actor_critic import ActorCritic
from simlib.mdp.bellman import backup, evaluate
from simlib.mdp.double_q import DoubleQ
from simlib.mdp.dyna_q import DynaQ
from simlib.mdp.expected_sarsa import ExpectedSarsa, epsilon_greedy_probs
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.monte_carlo import MonteCarlo, MonteCarloControl
from simlib.mdp.n_step import NStepSarsa
from simlib.mdp.prioritized_sweeping import PrioritizedSweeping
from simlib.mdp.q_lambda import QLambda
from simlib.mdp.q_learning import QLearning
from simlib.mdp.sarsa import Sarsa
from simlib.mdp.simulate import simulate
from simlib.mdp.step_size import Visits
from simlib.mdp.tabular import TabularMDP
from simlib.mdp.td import TD
from simlib.mdp.td_lambda import TDLambda
from simlib.mdp.true_online import TrueOnlineTD

PROBS = np.array(
    [
        [[0.3, 0.5, 0.15, 0.05], [0.2, 0.2, 0.5, 0.1]],
        [[0.5, 0.2, 0.2, 0.1], [0.1, 0.4, 0.4, 0.1]],
        [[0.3, 0.4, 0.2, 0.1], [0.6, 0.15, 0.2, 0.05]],
        [[0.0, 0.0, 0.0, 1.0]] * 2,
    ]
)
REWARD = np.array([[0.1, 0.6], [1.0, 0.4], [0.2, 0.9], [0.0, 0.0]])
WORLD = TabularMDP(PROBS, REWARD, 0.8, start=[0.4, 0.3, 0.3, 0.0], terminal=3)
EPSILON, RUNS, STEPS, CUTOFF = 0.5, 128, 6000, 7
UNIFORM = np.full((4, 2), 0.5)


def planned(epsilon: float) -> np.ndarray:
    """q of the policy that is epsilon-greedy on it; with epsilon 0 the best q."""
    q = np.zeros((4, 2))
    for _ in range(300):
        q = backup(WORLD, (epsilon_greedy_probs(q, epsilon) * q).sum(axis=-1))
    return q


def learnt(learner, seed, world=WORLD):
    result = simulate(world, {"it": learner}, STEPS, RUNS, seed, checkpoints=1, cutoff=CUTOFF, progress=False)
    return result.learners["it"]


def holds(estimate: np.ndarray, truth: np.ndarray, bias: float) -> np.ndarray:
    """Where the mean over runs is the truth but for six standard errors and a bias allowed."""
    error = estimate.std(axis=0) / np.sqrt(len(estimate))
    assert (6 * error < 0.05 * truth.max()).all()  # the interval is short enough to see an error of 5 %
    return np.abs(estimate.mean(axis=0) - truth) <= 6 * error + bias


@pytest.mark.parametrize("kind", [QLearning, DoubleQ, QLambda], ids=lambda c: c.__name__)
def test_off_policy_learners_reach_the_best_q(kind, seed):
    q = learnt(kind(step_size=Visits(0.8), epsilon=EPSILON), seed).q[:, :3]
    want = planned(0.0)[:3]
    assert (q.argmax(axis=-1) == want.argmax(axis=-1)).mean() > 0.9
    assert holds(q, want, bias=0.06).all()
    assert not holds(q, planned(EPSILON)[:3], bias=0.06).any()


ON_POLICY = [Sarsa, ExpectedSarsa, NStepSarsa, MonteCarloControl]


@pytest.mark.parametrize("kind", ON_POLICY, ids=lambda c: c.__name__)
def test_on_policy_learners_reach_q_of_what_they_do(kind, seed):
    q = learnt(kind(step_size=Visits(0.8), epsilon=EPSILON), seed).q[:, :3]
    assert holds(q, planned(EPSILON)[:3], bias=0.04).all()
    assert not holds(q, planned(0.0)[:3], bias=0.04).any()


@pytest.mark.parametrize("kind", [TD, TDLambda, MonteCarlo], ids=lambda c: c.__name__)
def test_values_by_visits_reach_those_of_the_policy(kind, seed):
    value = learnt(kind(step_size=Visits(0.8)), seed).value[:, :3]
    assert holds(value, evaluate(WORLD, UNIFORM)[:3], bias=0.02).all()


@pytest.mark.parametrize("kind", [TD, TDLambda, TrueOnlineTD], ids=lambda c: c.__name__)
def test_values_by_a_small_step_reach_those_of_the_policy(kind, seed):
    value = learnt(kind(step_size=0.01), seed).value[:, :3]
    assert holds(value, evaluate(WORLD, UNIFORM)[:3], bias=0.02).all()


@pytest.mark.parametrize("learner", [DynaQ(5, 1.0, 1.0), PrioritizedSweeping(5, 0.0, 1.0, 1.0)], ids=repr)
def test_planners_by_memory_know_a_world_without_luck_exactly(learner, seed):
    room = GridWorld("S..\n.#.\n..G", discount=0.9)
    value = np.zeros(room.n_states)
    for _ in range(100):
        value = backup(room, value).max(axis=-1)
    q = learnt(learner, seed, room).q
    assert q == pytest.approx(np.broadcast_to(backup(room, value), q.shape))


def test_the_actor_finds_the_best_policy_and_the_critic_its_worth(seed):
    learner = learnt(ActorCritic(actor_step=0.2, critic_step=0.02), seed)
    best = WORLD.start @ planned(0.0).max(axis=-1)
    worth = np.array([WORLD.start @ evaluate(WORLD, policy) for policy in learner.policy()])
    assert worth.mean() > best - 0.02 * best
    assert WORLD.start @ evaluate(WORLD, UNIFORM) < best - 0.1 * best
    assert learner.value.mean(axis=0) @ WORLD.start == pytest.approx(worth.mean(), rel=0.02)


class Confused(QLearning):
    """Takes a truncated episode for a terminated one."""

    def learn(self, step, rng):
        super().learn(replace(step, terminated=step.ended), rng)


def test_to_confuse_the_two_ends_costs_a_quarter_of_the_value(seed):
    q = learnt(Confused(step_size=Visits(0.8), epsilon=EPSILON), seed).q[:, :3]
    assert (q.mean(axis=0) < 0.85 * planned(0.0)[:3]).all()
