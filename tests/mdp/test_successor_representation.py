"""The successor representation: visits on paper, every reward with one matrix, and its kin, the occupancy."""

import numpy as np
import pytest
import scipy.sparse as sparse

from simlib.mdp.bellman import evaluate, occupancy
from simlib.mdp.chain import Chain
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.river_swim import RiverSwim
from simlib.mdp.successor_representation import policy_reward, successor_representation
from simlib.mdp.tabular import TabularMDP


def test_a_corridor_on_paper():
    # always on, gamma 0.5: from 0 one visit of 0, half of 1, a quarter of the end
    visits = successor_representation(Chain(3, forward=1.0, discount=0.5), [1, 1, 1])
    assert visits == pytest.approx(np.array([[1.0, 0.5, 0.25], [0.0, 1.0, 0.5], [0.0, 0.0, 1.0]]))


def test_it_is_the_sum_over_steps():
    world, policy = RiverSwim(4, discount=0.8), np.random.default_rng(0).dirichlet([1, 1], 4)
    chain, total, power = world.transition.under(policy), np.zeros((4, 4)), np.eye(4)
    for _ in range(300):
        total, power = total + power, 0.8 * power @ chain
    assert successor_representation(world, policy) == pytest.approx(total, rel=1e-10)
    assert total.sum(axis=1) == pytest.approx(np.full(4, 5.0))


def test_one_matrix_serves_every_reward():
    world = GridWorld("S..\n.#.\n..G", slip=0.3)
    policy = np.random.default_rng(1).dirichlet(np.ones(4), world.n_states)
    visits = successor_representation(world, policy)
    for seed in range(4):
        other = world.with_reward(np.random.default_rng(seed).normal(size=(world.n_states, 4)))
        assert visits @ policy_reward(other, policy) == pytest.approx(evaluate(other, policy), abs=1e-12)


def test_its_rows_from_the_start_are_the_occupancy():
    world = Chain(6, lure=0.1)
    policy = np.full((6, 2), 0.5)
    visits = world.start @ successor_representation(world, policy)
    assert visits[:, None] * policy == pytest.approx(occupancy(world, policy), abs=1e-14)


def test_the_forms_agree():
    dense = RiverSwim()
    matrix = sparse.csr_array(dense.transition.probs.reshape(12, 6))
    for form in (matrix, dense.transition.successors()):
        other = TabularMDP(form, dense.reward)
        assert successor_representation(other, [1] * 6) == pytest.approx(
            successor_representation(dense, [1] * 6), rel=1e-12
        )


def test_the_reward_of_a_policy_on_paper():
    mdp = TabularMDP(np.ones((1, 2, 1)), np.array([[2.0, 10.0]]))
    assert policy_reward(mdp, np.array([[0.75, 0.25]])).tolist() == [4.0]
    assert policy_reward(mdp, [1]).tolist() == [10.0]
