"""The linear program: primal, dual and start agree; the occupancy flows; the dual's price."""

import numpy as np
import pytest
import scipy.sparse as sparse

from simlib.mdp.bellman import evaluate, occupancy
from simlib.mdp.chain import Chain
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.linear_program import best_flow, linear_program
from simlib.mdp.plan import NotConverged, stacked
from simlib.mdp.policy_iteration import policy_iteration
from simlib.mdp.river_swim import RiverSwim
from simlib.mdp.tabular import TabularMDP

WORLDS = {
    "chain": Chain(8, lure=0.01),
    "river": RiverSwim(),
    "grid": GridWorld("S..L\n.#..\n...G", slip=0.25),
    "spread start": TabularMDP(
        np.random.default_rng(0).dirichlet(np.full(9, 0.3), (9, 3)),
        np.random.default_rng(1).normal(size=(9, 3)),
        0.9,
        np.random.default_rng(2).dirichlet(np.ones(9)),
        terminal=4,
    ),
}


def test_the_occupancy_on_paper():
    # one state, stay for 1 with gamma 0.75: four discounted visits
    mdp = TabularMDP(np.ones((1, 2, 1)), np.array([[0.5, 1.0]]), 0.75)
    flow = best_flow(mdp)
    assert flow.occupancy == pytest.approx(np.array([[0.0, 4.0]]))
    assert flow.worth == pytest.approx(4.0)
    assert flow.price == pytest.approx([4.0])
    assert flow.policy == pytest.approx(np.array([[0.0, 1.0]]))


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_primal_dual_and_start_are_worth_the_same(world):
    best = policy_iteration(world).value
    flow, plan = best_flow(world), linear_program(world)
    assert flow.worth == pytest.approx(world.start @ best, abs=1e-8)
    assert world.start @ plan.value == pytest.approx(flow.worth, abs=1e-8)
    assert world.start @ flow.price == pytest.approx(flow.worth, abs=1e-8)
    assert world.start @ evaluate(world, flow.policy) == pytest.approx(flow.worth, abs=1e-8)
    assert plan.value == pytest.approx(best, abs=1e-8)
    visited = flow.occupancy.sum(axis=-1) > 1e-9
    assert flow.price[visited] == pytest.approx(best[visited], abs=1e-8)


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_what_flows_out_flowed_in(world):
    visits = best_flow(world).occupancy
    inflow = world.start + world.discount * stacked(world).T @ visits.ravel()
    assert visits.min() >= 0
    assert visits.sum(axis=-1) == pytest.approx(inflow, abs=1e-9)
    if not world.terminal.any():
        assert visits.sum() == pytest.approx(1 / (1 - world.discount))


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_the_policys_own_occupancy_is_the_flow(world):
    flow = best_flow(world)
    assert occupancy(world, flow.policy) == pytest.approx(flow.occupancy, abs=1e-8)
    assert flow.policy.sum(axis=-1) == pytest.approx(np.ones(world.n_states))


def test_where_nobody_comes_the_policy_is_uniform():
    probs = np.zeros((2, 2, 2))
    probs[:, :, 0] = 1  # state 1 is never reached from 0
    flow = best_flow(TabularMDP(probs, np.array([[1.0, 0.0], [5.0, 0.0]]), 0.5))
    assert flow.policy.tolist() == [[1.0, 0.0], [0.5, 0.5]]
    # but the primal is right there too
    assert linear_program(TabularMDP(probs, np.array([[1.0, 0.0], [5.0, 0.0]]), 0.5)).value == pytest.approx(
        [2.0, 6.0]
    )


def test_no_other_occupancy_earns_more():
    world, rng = WORLDS["spread start"], np.random.default_rng(3)
    best = best_flow(world).worth
    others = [occupancy(world, rng.dirichlet(np.full(3, 0.2), 9)) for _ in range(50)]
    assert max((d * world.reward).sum() for d in others) < best


def test_a_sparse_world_stays_sparse():
    n = 3000  # dense, the constraints would take 144 MB
    matrix = sparse.eye_array(n, format="csr")[np.minimum(np.repeat(np.arange(n), 2) + [0, 1] * n, n - 1)]
    reward = np.zeros((n, 2))
    reward[-1] = 1.0
    plan = linear_program(TabularMDP(matrix, reward, 0.5))
    assert plan.value[-3:] == pytest.approx([0.5, 1.0, 2.0])
    assert stacked(TabularMDP(matrix, reward, 0.5)).nnz == 2 * n


def test_bad_tolerances_and_failures():
    with pytest.raises(ValueError, match="tolerance must be a number > 0; got 0"):
        best_flow(Chain(3), tolerance=0)
    with pytest.raises(NotConverged, match="best_flow must have equal primal and dual worth"):
        best_flow(RiverSwim(discount=0.999), tolerance=1e-300)
