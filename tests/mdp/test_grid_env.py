"""The grid's faces: native batch, single, SyncVectorEnv; contexts; the reward's clock."""

import gymnasium
import numpy as np
import pytest
from gymnasium.vector import AutoresetMode

from simlib.mdp.check_vector_env import check_vector_env
from simlib.mdp.grid import DONE, FORWARD, RIGHT
from simlib.mdp.grid_env import Grid, GridVec
from simlib.mdp.grid_layout import DoorKey, Empty, FourRooms
from simlib.mdp.grid_layout_drawn import LavaCrossing, Maze, MultiRoom
from simlib.stats import ALPHA, check_counts, detectable_gap

MODES = list(AutoresetMode)
LAYOUTS = [Empty(5), FourRooms(7), DoorKey(5), LavaCrossing(5, 1), Maze(7), MultiRoom(2, 4, 10)]


@pytest.mark.parametrize("obs", ["view", "state"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=repr)
def test_it_keeps_the_contract_and_does_as_sync_vector_env_does(layout, obs, seed):
    def make(num_envs, **kwargs):
        return GridVec(layout, num_envs, obs=obs, max_steps=11, **kwargs)

    def single():
        return Grid(layout, obs=obs, max_steps=11)

    assert check_vector_env(make, modes=MODES, single=single, seed=seed, steps=60) == []


def test_a_way_to_the_goal_pays_by_the_clock():
    # 3 x 3 free cells: two steps right, turn, two steps down: the goal in step 5 of 20
    env = GridVec(Empty(5), 2, max_steps=20)
    env.reset(seed=0)
    for action in (FORWARD, FORWARD, RIGHT, FORWARD):
        _, reward, terminated, _, _ = env.step(np.array([action, DONE]))
        assert reward.tolist() == [0, 0]
        assert not terminated.any()
    _, reward, terminated, truncated, _ = env.step(np.array([FORWARD, DONE]))
    assert reward.tolist() == pytest.approx([1 - 0.9 * 5 / 20, 0])
    assert terminated.tolist() == [True, False]
    assert not truncated.any()


def test_contexts_choose_the_map_and_info_tells_them():
    env = GridVec(FourRooms(7), 3)
    obs, info = env.reset(seed=0, options={"context": np.array([4, 9, 4])})
    assert info["context"].tolist() == [4, 9, 4]
    assert info["_context"].all()
    assert np.array_equal(obs[0], obs[2])
    assert not np.array_equal(obs[0], obs[1])
    again, info = env.reset(options={"context": 9})
    assert info["context"].tolist() == [9, 9, 9]
    assert all(np.array_equal(again[row], obs[1]) for row in range(3))
    one, told = Grid(FourRooms(7)).reset(options={"context": 9})
    assert np.array_equal(one, obs[1])
    assert told == {"context": 9}
    assert env.step(np.full(3, DONE))[4]["context"].tolist() == [9, 9, 9]


def test_the_next_episode_has_another_context_unless_it_is_given():
    env = GridVec(FourRooms(7), 4, max_steps=1, autoreset_mode=AutoresetMode.SAME_STEP)
    _, first = env.reset(seed=3)
    info = env.step(np.full(4, DONE))[4]
    assert np.array_equal(info["final_info"]["context"], first["context"])
    assert (info["context"] != first["context"]).all()
    assert len(set(info["context"].tolist())) == 4


def test_contexts_are_drawn_from_their_range(seed):
    n = 5000
    env = GridVec(Empty(5), n, context_range=(10, 14))
    context = env.reset(seed=seed)[1]["context"]
    check_counts(np.bincount(context - 10, minlength=4), np.full(4, 0.25))
    assert detectable_gap(n, p=0.25, alpha=ALPHA / 4) < 0.06
    with pytest.raises(ValueError, match=r"context_range's high must be an int in .*; got 3"):
        GridVec(Empty(5), 2, context_range=(3, 3))


def test_wrong_contexts_are_refused():
    env = GridVec(FourRooms(7), 3)
    with pytest.raises(ValueError, match=r"context must be one, or one for each of 3 rows; got shape \(2,\)"):
        env.reset(options={"context": [1, 2]})
    with pytest.raises(ValueError, match=r"context must be >= 0; got -1"):
        env.reset(options={"context": -1})
    with pytest.raises(ValueError, match=r"obs must be one of view, state; got 'pixels'"):
        GridVec(FourRooms(7), 3, obs="pixels")


def test_statistics_of_gymnasium_s_wrapper_fit(seed):
    env = gymnasium.wrappers.vector.RecordEpisodeStatistics(GridVec(Empty(5), 8, max_steps=30))
    env.reset(seed=seed)
    rng, returns = np.random.default_rng(seed), []
    for _ in range(200):
        _, _, terminated, truncated, info = env.step(rng.integers(3, size=8))
        for row in np.flatnonzero(terminated | truncated):
            length, total = info["episode"]["l"][row], info["episode"]["r"][row]
            assert total == pytest.approx(1 - 0.9 * length / 30 if terminated[row] else 0, abs=1e-6)
            returns.append(total)
    assert len(returns) > 20
    assert max(returns) > 0


@pytest.mark.parametrize("obs", ["view", "state"])
def test_observations_are_of_their_space(obs):
    env = GridVec(DoorKey(5), 4, obs=obs)
    seen, _ = env.reset(seed=0)
    rng = np.random.default_rng(0)
    for _ in range(200):
        assert env.observation_space.contains(seen)
        seen = env.step(rng.integers(7, size=4))[0]
