"""The checker: right environments pass, and each planted fault is named by the rule it breaks."""

import gymnasium
import numpy as np
import pytest
from gymnasium.spaces import Discrete
from gymnasium.vector import AutoresetMode, SyncVectorEnv, VectorEnv
from gymnasium.vector.utils import batch_space

from simlib.mdp.check_vector_env import check_vector_env
from simlib.mdp.vector_rollout import same

NEXT, SAME, OFF = AutoresetMode.NEXT_STEP, AutoresetMode.SAME_STEP, AutoresetMode.DISABLED


class Counter(VectorEnv):
    """A row counts up from a random number below 4, by action 1; it is over at 6 or after 5 steps.

    Written without simlib, with one planted fault at a time.
    """

    def __init__(self, num_envs: int, fault: str = "", autoreset_mode: AutoresetMode = NEXT):
        self.num_envs, self.fault, self.mode = num_envs, fault, autoreset_mode
        self.metadata = {"autoreset_mode": autoreset_mode}
        self.single_observation_space, self.single_action_space = Discrete(7), Discrete(2)
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        self.count, self.age = np.zeros((2, num_envs), np.int64)
        self.over, self.rngs = np.zeros(num_envs, bool), [np.random.default_rng() for _ in range(num_envs)]
        if fault == "mode not declared":
            self.metadata = {}

    def _begin(self, rows):
        for row in rows:
            self.count[row] = self.rngs[row].integers(4)
            if self.fault != "step counter survives" or self.age[row] >= 5:
                self.age[row] = 0

    def reset(self, *, seed=None, options=None):
        mask = (options or {}).get("reset_mask", np.ones(self.num_envs, bool))
        if mask.shape != (self.num_envs,) or not mask.any():
            raise ValueError("reset_mask must name some rows")
        if self.fault == "mask resets all":
            mask = np.ones(self.num_envs, bool)
        rows = np.flatnonzero(mask)
        if seed is not None and self.fault != "seed ignored":
            for row in rows:
                each = seed[row] if isinstance(seed, list) else seed + row
                each = seed if self.fault == "rows share a seed" else each
                each = (
                    each + 1 if self.fault == "list of seeds is another" and isinstance(seed, list) else each
                )
                self.rngs[row] = np.random.default_rng(each)
        self._begin(rows)
        if self.fault != "stale mark":
            self.over = self.over & ~mask
        return self._seen(), {}

    def _seen(self):
        if self.fault == "wrong dtype":
            return self.count.astype(np.int32)
        if self.fault == "outside the space":
            return self.count + 3
        if self.fault == "one buffer for all steps":
            self.shown = getattr(self, "shown", self.count.copy())
            self.shown[:] = self.count
            return self.shown
        return self.count if self.fault == "own buffer" else self.count.copy()

    def step(self, action):
        action = np.asarray(action)
        if self.fault != "actions unchecked" and (action.min() < 0 or action.max() > 1):
            raise ValueError("bad" if self.fault == "refused without a sentence" else "action must be 0 or 1")
        over = self.over
        if self.mode == OFF and over.any() and self.fault != "ended rows go on":
            raise RuntimeError("a row that ended must be reset")
        self.count = np.minimum(self.count + action, 6)
        self.age += 1
        terminated, truncated = self.count >= 6, self.age >= 5
        reward = 1.0 * terminated
        info = {}
        if self.mode == NEXT and over.any():
            self._begin(np.flatnonzero(over))
            if self.fault == "reset uses the action":
                self.count[over] += action[over]
            reward[over], terminated[over], truncated[over] = 0, False, False
            if self.fault == "reset is paid":
                reward[over] = 1
        self.over = terminated | truncated
        if self.mode == SAME and self.over.any():
            info = self._final(self.over)
        if self.fault == "flags are ints":
            terminated = terminated.astype(int)
        if self.fault == "rewards are ints":
            reward = reward.astype(int)
        if self.fault == "info without mask":
            info = {**info, "age": self.age.copy()}
        return self._seen(), reward, terminated, truncated, info

    def _final(self, over):
        final = np.full(self.num_envs, None, object)
        final[over] = [np.int64(count) for count in self.count[over]]
        if self.fault != "ended rows are not reset":
            self._begin(np.flatnonzero(over))
        self.over = np.zeros(self.num_envs, bool)
        if self.fault == "no final observation":
            return {}
        if self.fault == "final observation is the next one":
            final[over] = [np.int64(count) for count in self.count[over]]
        mask = np.ones(self.num_envs, bool) if self.fault == "final mask of all" else over.copy()
        told = {"final_obs": final, "_final_obs": mask, "final_info": {}, "_final_info": over.copy()}
        return {key: told[key] for key in told if self.fault != "no final info" or "info" not in key}


FAULTS = [
    ("mode not declared", NEXT, "metadata['autoreset_mode'] must be"),
    ("wrong dtype", NEXT, "observations must have the space's dtype, int64; got int32"),
    ("outside the space", NEXT, "observations must lie in the observation space"),
    ("flags are ints", NEXT, "terminated must be a bool array of shape (3,); got int64"),
    ("rewards are ints", NEXT, "reward must be a float array of shape (3,); got int64"),
    ("info without mask", NEXT, "info['age'] must have a mask info['_age']"),
    ("one buffer for all steps", NEXT, "observations must stay as they were returned"),
    ("own buffer", OFF, "writing into returned arrays must not reach the environment"),
    ("seed ignored", NEXT, "the same seed and actions must give the same rollout"),
    ("rows share a seed", NEXT, "rows must have luck of their own"),
    ("list of seeds is another", NEXT, "seed 0 must be the same as the list [0, 1, 2]"),
    ("actions unchecked", NEXT, "action 2 must be refused; it was taken"),
    (
        "refused without a sentence",
        NEXT,
        "action 2 must be refused with a sentence; got only ValueError: bad",
    ),
    ("step counter survives", NEXT, "reset(seed) in the middle of an episode must leave nothing"),
    ("stale mark", NEXT, "reset(seed) after an end must leave nothing"),
    ("reset uses the action", NEXT, "the action of the step that resets a row must not be used"),
    ("reset is paid", NEXT, "the step that resets a row must have reward 0"),
    ("no final observation", SAME, "info['final_obs'] must be there when an episode ends"),
    ("no final info", SAME, "info['final_info'] must be there when an episode ends"),
    ("final mask of all", SAME, "info['_final_obs'] must mark the rows that ended, and only those"),
    (
        "final observation is the next one",
        SAME,
        "info['final_obs'] must be what the ended episode showed last",
    ),
    ("ended rows are not reset", SAME, "and the returned observation what the next one shows first"),
    ("mask resets all", OFF, "reset with a reset_mask must leave the other rows as they are"),
    ("ended rows go on", OFF, "a step of a row that ended, before its reset, must be refused"),
]


@pytest.mark.parametrize("mode", [NEXT, SAME, OFF])
def test_without_a_fault_it_is_silent(mode):
    assert check_vector_env(lambda n: Counter(n, "", mode)) == []


@pytest.mark.parametrize(("fault", "mode", "sentence"), FAULTS)
def test_a_planted_fault_is_named(fault, mode, sentence):
    found = check_vector_env(lambda n: Counter(n, fault, mode))
    assert any(sentence in one for one in found), found


def test_all_modes_are_tried_and_named():
    def make(num_envs, autoreset_mode):
        return Counter(num_envs, "actions unchecked", autoreset_mode)

    found = check_vector_env(make, modes=list(AutoresetMode))
    assert {one.partition(":")[0] for one in found} == {"NextStep", "SameStep", "Disabled"}


def test_episodes_that_never_end_are_said_to_hide_the_autoreset():
    found = check_vector_env(lambda n: Counter(n), steps=1)
    assert any("no episode ended within 1 steps" in one for one in found)


def test_a_rule_that_meets_an_exception_does_not_stop_the_others():
    class Breaks(Counter):
        def step(self, action):
            if self.age[0] > 2:
                raise KeyError("lost")
            return super().step(action)

    found = check_vector_env(lambda n: Breaks(n))
    assert any("raised KeyError: 'lost'" in one for one in found)
    assert len(found) > 3


def test_gymnasium_s_cart_pole_keeps_the_contract():
    def native(num_envs):
        return gymnasium.make_vec("CartPole-v1", num_envs, max_episode_steps=15)

    assert type(native(2)).__name__ == "CartPoleVectorEnv"
    assert check_vector_env(native) == []


def test_gymnasium_s_sync_vector_env_keeps_the_contract_in_all_modes():
    def single():
        return gymnasium.make("CartPole-v1", max_episode_steps=15)

    def make(num_envs, **kwargs):
        return SyncVectorEnv([single] * num_envs, **kwargs)

    assert check_vector_env(make, modes=list(AutoresetMode), single=single) == []


def test_gymnasium_s_frozen_lake_refuses_without_a_sentence_and_keeps_the_rest():
    def single():
        return gymnasium.make("FrozenLake-v1", max_episode_steps=15)

    def make(num_envs, **kwargs):
        return SyncVectorEnv([single] * num_envs, **kwargs)

    found = check_vector_env(make, modes=list(AutoresetMode), single=single)
    # its table of transitions is asked for an action that is not there
    assert len(found) == 6
    assert all("must be refused with a sentence; got only KeyError" in one for one in found)


def test_rows_are_compared_with_single_environments():
    def single():
        return gymnasium.make("CartPole-v1", max_episode_steps=12)

    def make(num_envs):
        return SyncVectorEnv([lambda: gymnasium.make("CartPole-v1", max_episode_steps=15)] * num_envs)

    assert any("rows must do as single environments" in one for one in check_vector_env(make, single=single))


def test_same_looks_at_all():
    assert same({"a": np.array([1.0, np.nan])}, {"a": np.array([1.0, np.nan])})
    assert not same({"a": 1}, {"b": 1})
    assert not same(np.array([1]), np.array([1.0]))
    assert not same(np.zeros(2), np.zeros(3))
    assert not same(None, 0)
    assert not same((1, 2), (1, 3))
    assert not same(np.array([None, 1], object), np.array([1, None], object))
