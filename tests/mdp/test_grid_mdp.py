"""A map's P and R against the environment: every transition, the law of random play, planning's own way."""

import numpy as np
import pytest
from gymnasium.vector import AutoresetMode

from simlib.mdp.bellman import backup, evaluate, greedy
from simlib.mdp.grid_env import GridVec
from simlib.mdp.grid_layout import DoorKey, Empty, FourRooms
from simlib.mdp.grid_layout_drawn import LavaCrossing, Maze, MultiRoom
from simlib.mdp.grid_mdp import GridMDP, to_mdp
from simlib.stats import ALPHA, check_counts, check_mean, detectable_gap

LAYOUTS = [Empty(5), FourRooms(7), DoorKey(5), LavaCrossing(5, 2), Maze(7), MultiRoom(2, 4, 10)]


def planned(mdp: GridMDP) -> np.ndarray:
    """Optimal values, by as many backups as it takes."""
    value = np.zeros(mdp.n_states)
    while True:
        new = backup(mdp, value).max(axis=-1)
        if np.array_equal(new, value):
            return value
        value = new


@pytest.mark.parametrize("layout", LAYOUTS, ids=repr)
def test_every_step_of_the_environment_is_a_transition_of_the_mdp(layout, seed):
    mdp = to_mdp(layout, context=5)
    number = {int(code): k for k, code in enumerate(mdp.code)}
    env = GridVec(layout, 64, obs="state", autoreset_mode=AutoresetMode.DISABLED)
    obs, _ = env.reset(seed=seed, options={"context": 5})
    rng, seen = np.random.default_rng(seed), set()
    for _ in range(150):
        action = rng.choice(7, size=64, p=[0.15, 0.15, 0.4, 0.1, 0.05, 0.1, 0.05])
        before, (obs, reward, terminated, truncated, _) = obs, env.step(action)
        for s, a, t, r, over in zip(before, action, obs, reward, terminated, strict=True):
            state, after = number[int(s)], number[int(t)]
            assert mdp.transition.successors().next_state[state, a, 0] == after
            assert mdp.reward[state, a] == (r > 0)
            assert mdp.terminal[after] == over
            seen.add(state)
        ended = terminated | truncated
        if ended.any():
            obs, _ = env.reset(options={"reset_mask": ended, "context": 5})
    assert len(seen) > min(20, mdp.n_states // 2)


def test_empty_on_paper():
    # 3 x 3 cells, four directions: 36 states; the goal's corner is entered looking right or down
    mdp = to_mdp(Empty(5), discount=0.5)
    assert mdp.n_states == 8 * 4 + 2
    assert mdp.terminal.sum() == 2
    assert mdp.reward.sum() == 2
    # right, right, turn, down, down: the fifth step pays
    assert planned(mdp)[0] == pytest.approx(0.5**4)


def test_with_the_clock_rewards_are_exact():
    layout, n = Empty(5), 20
    mdp = to_mdp(layout, discount=0.999999999, timed=True, max_steps=n)
    value = planned(mdp)[0]
    assert value == pytest.approx(1 - 0.9 * 5 / n, abs=1e-6)
    short = to_mdp(layout, discount=0.999999999, timed=True, max_steps=5)
    assert planned(short)[0] == pytest.approx(0.1, abs=1e-6)  # paid with the very last step
    assert planned(to_mdp(layout, timed=True, max_steps=4))[0] == 0


def test_random_play_is_worth_what_the_mdp_says(seed):
    layout, n, steps = FourRooms(7), 4000, 40
    mdp = to_mdp(layout, context=2, discount=0.999999999, timed=True, max_steps=steps)
    uniform = np.ones((mdp.n_states, 7)) / 7
    exact = float(evaluate(mdp, uniform)[0])
    env = GridVec(layout, n, max_steps=steps, autoreset_mode=AutoresetMode.NEXT_STEP)
    env.reset(seed=seed, options={"context": 2})
    rng, total, alive = np.random.default_rng(seed), np.zeros(n), np.ones(n, bool)
    for _ in range(steps):
        _, reward, terminated, truncated, _ = env.step(rng.integers(7, size=n))
        total += reward * alive
        alive &= ~(terminated | truncated)
    assert not alive.any()
    check_mean(total, exact, 0, 1)
    assert detectable_gap(n) < 0.08


def test_where_random_play_is_after_six_steps(seed):
    layout, n = DoorKey(5), 20_000
    mdp = to_mdp(layout, context=3)
    chain = mdp.transition.under(np.ones((mdp.n_states, 7)) / 7)
    probs = mdp.start
    for _ in range(6):
        probs = probs @ chain
    assert probs.sum() == pytest.approx(1)  # the goal is farther than six steps
    env = GridVec(layout, n, obs="state")
    env.reset(seed=seed, options={"context": 3})
    rng = np.random.default_rng(seed)
    for _ in range(6):
        obs = env.step(rng.integers(7, size=n))[0]
    number = np.full(env.grid.n_states, -1)
    number[mdp.code] = np.arange(mdp.n_states)
    counts = np.bincount(number[obs], minlength=mdp.n_states)
    common = probs > 0.005
    assert (counts[probs == 0] == 0).all()
    check_counts(
        np.append(counts[common], counts[~common].sum()), np.append(probs[common], probs[~common].sum())
    )
    assert detectable_gap(n, p=float(probs.max()), alpha=ALPHA / 50) < 0.03


def test_the_planned_way_is_walked_by_the_environment():
    mdp = to_mdp(DoorKey(6), context=8, discount=0.9)
    value = planned(mdp)
    best, number = greedy(backup(mdp, value)), {int(code): k for k, code in enumerate(mdp.code)}
    env = GridVec(DoorKey(6), 1, obs="state")
    obs, _ = env.reset(options={"context": 8})
    length, over = 0, False
    while not over:
        obs, reward, terminated, _, _ = env.step(best[[number[int(obs[0])]]])
        length, over = length + 1, bool(terminated[0])
    assert reward[0] > 0
    assert value[0] == pytest.approx(0.9 ** (length - 1))


def test_state_0_is_the_start_and_codes_are_those_of_the_environment():
    mdp = to_mdp(FourRooms(7), context=1)
    obs, _ = GridVec(FourRooms(7), 1, obs="state").reset(options={"context": 1})
    assert mdp.code[0] == obs[0]
    assert mdp.start[0] == 1
    assert len(np.unique(mdp.code)) == mdp.n_states
