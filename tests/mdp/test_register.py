"""The environments by name: gymnasium's own checks, native classes, and the traps around time limits."""

import subprocess
import sys
import warnings

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env

import simlib.mdp.register
from simlib.mdp.vector_rollout import Trial, differences, rollout

IDS = sorted(name for name in gymnasium.registry if name.startswith("simlib/"))


def test_all_worlds_are_there():
    assert len(IDS) == 11
    before = dict(gymnasium.registry)
    simlib.mdp.register.register_all()  # a second time changes nothing, and says nothing
    assert dict(gymnasium.registry) == before


@pytest.mark.parametrize("name", IDS)
def test_gymnasium_finds_no_fault(name):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        env = gymnasium.make(name).unwrapped
        assert check_env(env) is None


@pytest.mark.parametrize("name", IDS)
def test_make_vec_takes_the_native_class_and_both_do_the_same(name):
    native = gymnasium.make_vec(name, 3)
    assert type(native).__name__.endswith("Vec")

    def sync():
        return gymnasium.make_vec(name, 3, vectorization_mode="sync")

    trial = Trial(lambda: gymnasium.make_vec(name, 3), native.metadata["autoreset_mode"], 70, 5)
    assert differences(rollout(trial), rollout(trial, make=sync)) == []


@pytest.mark.parametrize(("inner", "outer"), [(7, None), (None, 7), (9, 7)])
def test_limits_of_steps_mean_the_same_for_both(inner, outer):
    limits = {"max_steps": inner, "max_episode_steps": outer}
    limit = {"size": 5, "obs": "state"} | {name: n for name, n in limits.items() if n is not None}

    # gymnasium cuts a single environment from outside and hands the number to a native one
    def native():
        return gymnasium.make_vec("simlib/Empty-v0", 3, **limit)

    def sync():
        return gymnasium.make_vec("simlib/Empty-v0", 3, vectorization_mode="sync", **limit)

    trial = Trial(native, native().metadata["autoreset_mode"], 60, 1)
    moments = rollout(trial)
    assert differences(moments, rollout(trial, make=sync)) == []
    cut = [t for t, moment in enumerate(moments) if t and moment.truncated.any()]
    assert cut[0] <= 7
    assert len(cut) > 3


def test_keywords_reach_the_world_and_the_environment():
    env = gymnasium.make_vec("simlib/DoorKey-v0", 2, size=6, obs="state", render_mode="rgb_array")
    env.reset(seed=0)
    assert env.render()[0].shape == (96, 96, 3)
    assert env.observation_space.shape == (2,)
    assert gymnasium.make("simlib/DeepSea-v0", size=5).observation_space.n == 26


def in_a_fresh_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_name_of_the_module_is_enough():
    code = "import gymnasium; print(gymnasium.make('simlib.mdp.register:simlib/Maze-v0').spec.id)"
    assert in_a_fresh_python(code) == "simlib/Maze-v0"


def test_simlib_does_not_load_gymnasium_unasked():
    names = ("simlib.mdp.grid_mdp", "simlib.mdp.tabular", "simlib.mdp.render", "simlib.mdp.row_rng")
    code = f"import sys, {', '.join(names)}; print(*(m in sys.modules for m in ('gymnasium', 'matplotlib')))"
    assert in_a_fresh_python(code) == "False False"


def test_deep_copies_go_on_alike():
    # what AsyncVectorEnv and many tools do with a specification
    import copy

    env = gymnasium.make("simlib/FourRooms-v0")
    assert copy.deepcopy(env.spec).make().spec.id == "simlib/FourRooms-v0"
    env.reset(seed=1)
    twin = copy.deepcopy(env)
    for action in (2, 0, 2, 2, 1, 2):
        assert np.array_equal(env.step(action)[0], twin.step(action)[0])
