"""Potentials: payments on paper, values by planning, the slips that change what is best."""

import numpy as np
import pytest

from simlib.mdp.bellman import backup, evaluate
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.learner import Step
from simlib.mdp.simulate import policy_values, simulate
from simlib.mdp.tabular import TabularMDP
from simlib.shaping.invariance import loss, optimal_actions, optimal_q, same_optimum, shift
from simlib.shaping.learner import ShapedQ
from simlib.shaping.naive import terminal_slip, with_bonus
from simlib.shaping.potential import check_potential, shaped, shaping_term, telescoped, unrolled

GRID = """
S....
.#.#.
...#G
.#...
....L
"""


def random_mdp(rng, n_states=6, n_actions=3, discount=0.9, terminal=(5,)):
    probs = rng.dirichlet(np.ones(n_states) * 0.5, (n_states, n_actions))
    return TabularMDP(probs, rng.normal(size=probs.shape), discount, terminal=terminal)


def test_one_payment_on_paper():
    # 0.9 * 5 - 2; the end of an episode counts as 0, a cut does not
    got = shaping_term([2.0, 2.0], [5.0, 5.0], 0.9, [False, True])
    assert got == pytest.approx([2.5, -2.0])


def test_a_path_telescopes():
    phi = np.array([2.0, -1.0, 4.0, 7.0])
    # 0.5 * -1 - 2 = -2.5; 0.5 * 4 + 1 = 3; 0.5 * 7 - 4 = -0.5; -2.5 + 1.5 - 0.125
    assert telescoped(phi, 0.5) == pytest.approx(-1.125)
    many = np.random.default_rng(0).normal(size=(20, 9))
    assert telescoped(many, 0.7) == pytest.approx(0.7**8 * many[:, -1] - many[:, 0])


def test_fifty_random_potentials_leave_the_optimal_actions_and_lower_q():
    mdp, rng = GridWorld(GRID, slip=0.1), np.random.default_rng(1)
    for _ in range(50):
        phi = np.where(mdp.terminal, 0.0, rng.normal(0, 3, mdp.n_states))
        other = shaped(mdp, phi)
        assert same_optimum(mdp, other)
        assert shift(mdp, other, phi) < 1e-9


def test_every_policy_keeps_its_value_less_the_potential(seed):
    rng = np.random.default_rng(seed)
    for _ in range(10):
        mdp = random_mdp(rng)
        phi = np.where(mdp.terminal, 0.0, rng.normal(size=mdp.n_states))
        policy = rng.dirichlet(np.ones(3), mdp.n_states)
        lower = evaluate(mdp, policy) - evaluate(shaped(mdp, phi), policy)
        assert lower == pytest.approx(phi)


def test_a_sparse_world_gets_the_mean_payment():
    mdp = GridWorld(GRID, slip=0.3)
    phi = np.where(mdp.terminal, 0.0, np.arange(mdp.n_states) % 5)
    sparse = TabularMDP(
        mdp.transition.successors().as_sparse(), mdp.reward, mdp.discount, mdp.start, mdp.terminal
    )
    assert shaped(sparse, phi).reward == pytest.approx(shaped(mdp, phi).reward)


def test_a_potential_kept_at_the_end_changes_what_is_best():
    mdp, rng = GridWorld(GRID, slip=0.1), np.random.default_rng(2)
    changed = 0
    for _ in range(50):
        phi = rng.normal(0, 3, mdp.n_states)
        wrong = with_bonus(mdp, terminal_slip(mdp, phi))
        changed += not same_optimum(mdp, wrong)
    assert changed >= 10


def test_a_potential_at_the_end_is_refused():
    mdp = GridWorld("S.G")
    with pytest.raises(ValueError, match=r"potential must be 0 at terminal states, .*; got 2 at state 2"):
        check_potential(mdp, [0.0, 1.0, 2.0])


def test_the_time_as_part_of_the_state_and_a_potential_that_changes(seed):
    # the unrolled world has the old values in each layer; a potential of (state, time) shifts them
    mdp, rng, n = random_mdp(np.random.default_rng(seed)), np.random.default_rng(seed + 1), 4
    long = unrolled(mdp, n)
    q = optimal_q(mdp)
    reached = long.transition.successors().next_state.reshape(n, -1) // 6
    assert (reached == np.array([[1], [2], [3], [3]])).all()
    assert optimal_q(long).reshape(n, 6, 3) == pytest.approx(np.tile(q, (n, 1, 1)))
    phi = np.where(long.terminal, 0.0, rng.normal(size=long.n_states))
    moved = optimal_q(shaped(long, phi)).reshape(n, 6, 3)
    live = ~mdp.terminal
    assert moved[:, live] == pytest.approx((q - phi.reshape(n, 6)[..., None])[:, live])


def test_policy_iteration_solves_bellmans_equation(seed):
    mdp = random_mdp(np.random.default_rng(seed))
    q = optimal_q(mdp)
    assert backup(mdp, q.max(axis=-1)) == pytest.approx(q)


def test_ties_and_losses_on_paper():
    assert optimal_actions(np.array([[1.0, 1.0 + 1e-12, 0.5]])).tolist() == [[True, True, False]]
    # two exits, 1 and 3: who plans for (1 + 5, 3) takes the first and loses 2
    probs = np.zeros((2, 2, 2))
    probs[0, :, 1] = 1
    mdp = TabularMDP(probs, np.array([[1.0, 3.0], [0, 0]]), terminal=[1])
    assert loss(mdp, mdp.with_reward(np.array([[6.0, 3.0], [0, 0]]))) == pytest.approx(2.0)
    assert loss(mdp, mdp) == 0


def test_a_shaped_learner_does_what_one_does_that_began_at_the_potential():
    # [Wiewiora2003b]: q + Phi of the one is q of the other, step by step, so they act alike
    mdp = GridWorld("S..\n.#.\n..G", slip=0.2)
    phi = np.where(mdp.terminal, 0.0, 0.25 * np.arange(mdp.n_states))
    ends = simulate(mdp, {"x": ShapedQ(phi)}, 400, 16, 3, progress=False).learners["x"]
    began = BeganAt(phi)
    other = simulate(mdp, {"x": began}, 400, 16, 3, progress=False).learners["x"]
    live = ~mdp.terminal
    assert isinstance(ends, ShapedQ)
    assert isinstance(other, ShapedQ)
    assert (ends.q + phi[:, None])[:, live] == pytest.approx(other.q[:, live])


class BeganAt(ShapedQ):
    """Q-learning without shaping, whose q begins at Phi(s)."""

    def __init__(self, level=(0.0,)):
        super().__init__()
        self.level = np.asarray(level)

    def reset(self, n_runs, n_states, n_actions, discount):
        super().reset(n_runs, n_states, n_actions, discount)
        self.q += self.level[:, None]


def test_a_learner_with_a_changing_potential_finds_the_optimum(seed):
    mdp = GridWorld("S..\n.#.\n..G")
    levels = np.random.default_rng(seed).normal(size=(50, mdp.n_states))
    levels[:, mdp.terminal] = 0
    result = simulate(mdp, ShapedQ(levels, epsilon=0.3), 4000, 32, seed, progress=False)
    best = mdp.start @ optimal_q(mdp).max(axis=-1)
    (learner,) = result.learners.values()
    assert isinstance(learner, ShapedQ)
    assert policy_values(mdp, learner.policy()) == pytest.approx(np.full(len(learner.q), best))


def test_a_learner_keeps_the_potential_where_an_episode_is_cut():
    # a ring that never ends, cut after each step: q must still be that of the endless ring, less Phi
    probs = np.zeros((2, 1, 2))
    probs[0, 0, 1] = probs[1, 0, 0] = 1
    ring = TabularMDP(probs, np.array([[1.0], [0.0]]), 0.5, start=[0.5, 0.5])
    learner = ShapedQ([3.0, -2.0], step_size=1.0)
    ends = simulate(ring, {"x": learner}, 200, 4, 0, cutoff=1, progress=False).learners["x"]
    assert isinstance(ends, ShapedQ)
    # q(0) = 1 + 0.25 q(0) -> 4/3, q(1) = 2/3
    assert ends.q[0, :, 0] == pytest.approx([4 / 3 - 3, 2 / 3 + 2])


def test_a_changing_potential_is_taken_at_its_own_times():
    # 0.5 * 7 - 1 = 2.5, then from the last level on 0.5 * 5 - 7 = -4.5
    learner = ShapedQ([[1.0, 2.0], [5.0, 7.0]], step_size=1.0)
    learner.reset(1, 2, 1, 0.5)
    no, zero, one, action = np.array([False]), np.array([0]), np.array([1]), np.array([0])
    learner.learn(Step(zero, action, np.array([0.0]), one, no, no), None)
    assert learner.q[0, 0] == pytest.approx([2.5])
    learner.learn(Step(one, action, np.array([0.0]), zero, no, no), None)
    assert learner.q[0, 1] == pytest.approx([-4.5 + 0.5 * 2.5])
