"""A tabular MDP as environments: a chain by hand, frequencies against P, batch against batches of one."""

import gymnasium
import numpy as np
import pytest
import scipy.sparse as sparse
from gymnasium.error import ResetNeeded
from gymnasium.vector import AutoresetMode, SyncVectorEnv

from simlib.mdp.bellman import evaluate
from simlib.mdp.check_vector_env import check_vector_env
from simlib.mdp.rooms_nav import RoomsNav
from simlib.mdp.tabular import TabularMDP
from simlib.mdp.tabular_env import TabularEnv, TabularVec
from simlib.mdp.transition import Successors
from simlib.stats import ALPHA, check_counts, check_mean, detectable_gap

MODES = list(AutoresetMode)


def walk(discount: float = 0.9) -> TabularMDP:
    """0 - 1 - 2, action 1 goes on, action 0 stays; arriving in 2 pays 5 and ends."""
    probs, reward = np.zeros((3, 2, 3)), np.zeros((3, 2))
    for state in range(2):
        probs[state, 0, state] = probs[state, 1, state + 1] = 1
    reward[1, 1] = 5
    return TabularMDP(probs, reward, discount, 0, [2])


def luck() -> TabularMDP:
    """Three states, rewards by next state, two starts, the last state terminal."""
    probs = np.array(
        [[[0.2, 0.5, 0.3], [0.0, 0.9, 0.1]], [[0.6, 0.3, 0.1], [0.25, 0.25, 0.5]], [[0, 0, 1]] * 2]
    )
    paid = np.arange(18.0).reshape(3, 2, 3)
    return TabularMDP(probs, paid, 0.9, [0.3, 0.7, 0.0], [2])


def test_next_step_on_paper():
    env = TabularVec(walk(), 2, max_steps=3)
    obs, info = env.reset(seed=0)
    assert (obs.tolist(), info) == ([0, 0], {})
    seen = [env.step(np.array(actions)) for actions in ([1, 0], [1, 0], [1, 0], [1, 1])]
    # row 0 arrives with step 2 and is reset by step 3; row 1 stays and is cut with step 3
    assert [step[0].tolist() for step in seen] == [[1, 0], [2, 0], [0, 0], [1, 0]]
    assert [step[1].tolist() for step in seen] == [[0, 0], [5, 0], [0, 0], [0, 0]]
    assert [step[2].tolist() for step in seen] == [[False] * 2, [True, False], [False] * 2, [False] * 2]
    assert [step[3].tolist() for step in seen] == [[False] * 2, [False] * 2, [False, True], [False] * 2]


def test_same_step_on_paper():
    env = TabularVec(walk(), 2, max_steps=3, autoreset_mode=AutoresetMode.SAME_STEP)
    env.reset(seed=0)
    env.step(np.array([1, 0]))
    obs, reward, terminated, truncated, info = env.step(np.array([1, 0]))
    assert (obs.tolist(), reward.tolist()) == ([0, 0], [5, 0])
    assert (terminated.tolist(), truncated.tolist()) == ([True, False], [False, False])
    assert info["final_obs"].tolist() == [2, None]
    assert info["_final_obs"].tolist() == info["_final_info"].tolist() == [True, False]
    obs, _, _, truncated, info = env.step(np.array([1, 1]))
    assert (obs.tolist(), truncated.tolist()) == ([1, 0], [False, True])  # row 0 was not held up
    assert info["final_obs"].tolist() == [None, 1]


def test_without_autoreset_on_paper():
    env = TabularVec(walk(), 2, autoreset_mode=AutoresetMode.DISABLED)
    with pytest.raises(ResetNeeded, match="rows 0, 1"):
        env.step(np.array([0, 0]))
    env.reset(seed=0)
    env.step(np.array([1, 1]))
    env.step(np.array([1, 0]))
    with pytest.raises(ResetNeeded, match=r"rows 0$"):
        env.step(np.array([0, 0]))
    obs, _ = env.reset(options={"reset_mask": np.array([True, False])})
    assert obs.tolist() == [0, 1]
    assert env.step(np.array([1, 1]))[0].tolist() == [1, 2]


def test_a_cut_with_the_last_step_is_both_as_gymnasium_s_time_limit_has_it():
    ours = TabularEnv(walk(), max_steps=2)
    theirs = gymnasium.wrappers.TimeLimit(TabularEnv(walk()), 2)
    for env in (ours, theirs):
        env.reset(seed=0)
        env.step(1)
        assert env.step(1)[1:4] == (5.0, True, True)


def test_frequencies_are_p_and_r(seed):
    mdp, n = luck(), 40_000
    env = TabularVec(mdp, n, autoreset_mode=AutoresetMode.DISABLED)
    first, _ = env.reset(seed=seed)
    check_counts(np.bincount(first, minlength=3), mdp.start)
    for state in range(2):
        for action in range(2):
            env.reset(options={"state": state})
            obs, reward, terminated, _, _ = env.step(np.full(n, action))
            check_counts(np.bincount(obs, minlength=3), luck_probs(mdp)[state, action])
            assert np.array_equal(reward, mdp.paid_for()[state, action, obs])
            assert np.array_equal(terminated, obs == 2)
    assert detectable_gap(n, p=0.5, alpha=ALPHA / 12) < 0.03


def luck_probs(mdp: TabularMDP) -> np.ndarray:
    return mdp.transition.successors().probs


class Largest:
    """The largest uniform that a generator can give."""

    def random(self, rows: np.ndarray) -> np.ndarray:
        return np.full(len(rows), 1 - 2.0**-53)


def test_outcomes_of_probability_0_are_never_reached():
    # ten times 0.1 add up to less than one in floats; behind them stands, in the index, state 0 with 0
    probs = np.zeros((12, 1, 12))
    probs[0, 0, 1:11], probs[1:, 0] = 0.1, 1 / 12
    env = TabularVec(TabularMDP(sparse.csr_array(probs.reshape(12, 12)), np.zeros((12, 1)), 0.9), 1)
    assert env.width == 12
    assert probs[0, 0].cumsum()[-1] < 1
    env.reset(seed=0)
    env.rng = Largest()
    assert probs[0, 0, env.step(np.array([0]))[0][0]] == 0.1  # a sparse form keeps no order
    env = TabularVec(TabularMDP(np.ones((12, 1, 12)) / 12, np.zeros((12, 1)), 0.9, probs[0, 0]), 1)
    env.rng = Largest()
    assert env.reset()[0].tolist() == [10]


def test_where_nothing_is_random_no_number_is_taken():
    index = Successors(np.array([[[1], [0]], [[0], [1]]]), np.ones((2, 2, 1)))
    env = TabularVec(TabularMDP(index, np.array([[0.0, 3], [1, 0]])), 2)
    env.reset(seed=0)
    env.rng = None
    obs, reward, *_ = env.step(np.array([0, 1]))
    assert (obs.tolist(), reward.tolist()) == ([1, 0], [0, 3])


def test_discounted_rewards_have_the_mean_that_planning_says(seed):
    # rewards at most 17, so that what comes after 150 steps at 0.9 is below 1e-4
    mdp, n = luck(), 20_000
    value = mdp.start @ evaluate(mdp, np.ones((3, 2)) / 2)
    env, rng = TabularVec(mdp, n), np.random.default_rng(seed)
    env.reset(seed=seed)
    total, alive = np.zeros(n), np.ones(n, bool)
    for t in range(150):
        _, reward, terminated, _, _ = env.step(rng.integers(2, size=n))
        total += 0.9**t * reward * alive
        alive &= ~terminated
    check_mean(np.minimum(total, 170), float(value), 0, 170, use_variance=True)
    assert detectable_gap(n, low=0, high=170, sd=12.0) < 1.5


@pytest.mark.parametrize("mode", MODES)
def test_rows_are_batches_of_one(mode):
    n, rng = 5, np.random.default_rng(0)
    many = TabularVec(RoomsNav(), n, max_steps=9, autoreset_mode=mode)
    singles = [TabularVec(RoomsNav(), 1, max_steps=9, autoreset_mode=mode) for _ in range(n)]
    many.reset(seed=11)
    for i, one in enumerate(singles):
        one.reset(seed=11 + i)
    for _ in range(300):
        actions = rng.integers(4, size=n)
        seen = many.step(actions)
        for i, one in enumerate(singles):
            alone = one.step(actions[i : i + 1])
            assert all(whole[i] == part[0] for whole, part in zip(seen[:4], alone[:4], strict=True))
        ended = seen[2] | seen[3]
        if mode == AutoresetMode.DISABLED and ended.any():
            many.reset(options={"reset_mask": ended})
            for i in np.flatnonzero(ended):
                singles[i].reset()


def test_it_keeps_the_contract_as_sync_vector_env_does():
    def make(num_envs, **kwargs):
        return TabularVec(luck(), num_envs, max_steps=6, **kwargs)

    assert check_vector_env(make, modes=MODES, single=lambda: TabularEnv(luck(), max_steps=6)) == []


def test_a_list_of_seeds_may_leave_rows_alone():
    mdp = luck()
    env, other = (TabularVec(mdp, 3) for _ in range(2))
    first, _ = env.reset(seed=[5, 6, 7])
    other.reset(seed=5)
    second, _ = env.reset(seed=[None, 6, None])  # row 1 begins anew, the others go on
    assert second[1] == first[1]
    assert second[[0, 2]].tolist() == other.reset()[0][[0, 2]].tolist()
    with pytest.raises(ValueError, match=r"seed must hold one for each of 3 rows; got 2"):
        env.reset(seed=[1, 2])


def test_sync_vector_env_of_single_ones_works():
    env = SyncVectorEnv([lambda: TabularEnv(walk())] * 2)
    assert env.reset(seed=0)[0].tolist() == [0, 0]


@pytest.mark.parametrize(("wrong", "shown"), [([0, 2], "2"), ([-1, 0], "-1")])
def test_actions_out_of_range_are_refused(wrong, shown):
    env = TabularVec(walk(), 2)
    env.reset(seed=0)
    with pytest.raises(ValueError, match=rf"actions must be in \[0, 1\]; got {shown}"):
        env.step(np.array(wrong))
    with pytest.raises(ValueError, match=r"actions must be an array of shape \(2,\)"):
        env.step(np.array([0, 1, 1]))
    with pytest.raises(ValueError, match=r"actions must be an array of int64"):
        env.step(np.array([0.5, 1]))


def test_wrong_options_are_refused():
    env = TabularVec(walk(), 2)
    with pytest.raises(ValueError, match=r"state must be in \[0, 2\]; got 3"):
        env.reset(options={"state": 3})
    with pytest.raises(ValueError, match=r"reset_mask must be a bool array"):
        env.reset(options={"reset_mask": np.array([1, 0])})
    with pytest.raises(ValueError, match=r"max_steps must be an int >= 1; got 0"):
        TabularVec(walk(), 2, max_steps=0)
