"""Cycles that pay: Karp against brute force, going round for ever, and the potential behind a bonus."""

from itertools import permutations

import numpy as np
import pytest

from simlib.mdp.gridworld import GridWorld
from simlib.mdp.tabular import TabularMDP
from simlib.shaping.farmable_cycle import Cycle, best_cycle, farm_worth, potential_behind
from simlib.shaping.naive import closer, distances, progress
from simlib.shaping.potential import bonus_of


def random_graph(rng, n=6, n_actions=2):
    """A world that never slips, the last state terminal, and a bonus for its steps."""
    probs = np.zeros((n, n_actions, n))
    target = rng.integers(0, n, (n, n_actions))
    probs[np.arange(n)[:, None], np.arange(n_actions), target] = 1
    mdp = TabularMDP(probs, np.zeros((n, n_actions)), 0.8, terminal=[n - 1])
    return mdp, target, rng.normal(size=probs.shape)


def by_brute_force(mdp, target, bonus):
    """The best mean of all simple cycles that the start can reach, -inf if there is none."""
    n, best = mdp.n_states, -np.inf
    pay = np.full((n, n), -np.inf)
    for s in range(n - 1):
        for a, t in enumerate(target[s]):
            pay[s, t] = max(pay[s, t], bonus[s, a, t])
    reached, queue = {0}, [0]
    while queue:
        s = queue.pop()
        fresh = {int(t) for t in target[s] if s != n - 1} - reached
        reached, queue = reached | fresh, queue + list(fresh)
    live = sorted(reached - {n - 1})
    for size in range(1, len(live) + 1):
        for states in permutations(live, size):
            total = sum(pay[s, t] for s, t in zip(states, [*states[1:], states[0]], strict=True))
            best = max(best, total / size)
    return best


def test_karp_finds_what_brute_force_finds(seed):
    rng, seen = np.random.default_rng(seed), 0
    for _ in range(60):
        mdp, target, bonus = random_graph(rng)
        want, got = by_brute_force(mdp, target, bonus), best_cycle(mdp, bonus)
        assert (got is None) == np.isneginf(want)
        if got is not None:
            seen += 1
            assert got.mean == pytest.approx(want)
            for s, t, pay in zip(got.states, [*got.states[1:], got.states[0]], got.pays, strict=True):
                assert pay == max(bonus[s, a, t] for a in range(2) if target[s, a] == t)
    assert seen >= 20


def test_a_step_back_makes_the_bonus_for_a_step_closer_farmable():
    mdp = GridWorld("S..G")
    far = distances(mdp, 3)
    cycle, level = (best_cycle(mdp, bonus) for bonus in (closer(mdp, far), progress(mdp, far)))
    assert cycle is not None
    assert level is not None
    assert cycle.mean == pytest.approx(0.5)
    assert len(cycle.states) == 2
    assert level.mean == pytest.approx(0)


def test_a_hall_of_one_way_has_no_cycle():
    probs = np.zeros((3, 1, 3))
    probs[0, 0, 1] = probs[1, 0, 2] = 1
    mdp = TabularMDP(probs, np.ones((3, 1)), terminal=[2])
    assert best_cycle(mdp, np.ones(probs.shape)) is None
    assert np.isneginf(farm_worth(mdp, np.ones(probs.shape))).all()


def test_going_round_for_ever_on_paper():
    # 3 + 0.5 * -1, again every second step: 2.5 / 0.75
    assert Cycle((0, 1), (3.0, -1.0)).worth(0.5) == pytest.approx(10 / 3)
    probs = np.zeros((2, 1, 2))
    probs[0, 0, 1] = probs[1, 0, 0] = 1
    ring = TabularMDP(probs, np.zeros((2, 1)), 0.5)
    bonus = np.zeros((2, 1, 2))
    bonus[0, 0, 1], bonus[1, 0, 0] = 3.0, -1.0
    assert farm_worth(ring, bonus) == pytest.approx([10 / 3, -1 + 5 / 3])


def test_a_potential_pays_minus_itself_for_going_on_for_ever(seed):
    mdp = GridWorld("S..\n...\n..G", discount=0.9)
    phi = np.where(mdp.terminal, 0.0, np.random.default_rng(seed).normal(size=mdp.n_states))
    bonus = bonus_of(mdp, phi)
    live = ~mdp.terminal
    assert farm_worth(mdp, bonus)[live] == pytest.approx(-phi[live], abs=1e-9)
    assert potential_behind(mdp, bonus) == pytest.approx(phi)
    cycle = best_cycle(mdp, bonus)
    assert cycle is not None
    assert cycle.worth(0.9) == pytest.approx(-phi[cycle.states[0]])


def test_no_potential_is_behind_a_naive_bonus():
    mdp = GridWorld("S..\n...\n..G", discount=0.9)
    far = distances(mdp, mdp.n_states - 1)
    assert potential_behind(mdp, closer(mdp, far)) is None
    assert potential_behind(mdp, progress(mdp, far)) is None
