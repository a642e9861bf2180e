"""The kernel against MiniGrid itself, on MiniGrid's own maps, step by step: not one number differs."""

import gymnasium
import minigrid  # noqa: F401  (registers its environments)
import numpy as np
import pytest

from simlib.mdp.grid import CLOSED, COLOURS, EMPTY, GOAL, KEY, LAVA, LOCKED, OPEN, WALL, GridState
from simlib.mdp.grid_env import GridVec
from simlib.mdp.grid_layout import Layout

PLAIN = {"wall": WALL, "goal": GOAL, "lava": LAVA}
FAMILIES = {
    "MiniGrid-FourRooms-v0": None,
    "MiniGrid-DoorKey-6x6-v0": 80,
    "MiniGrid-DoorKey-8x8-v0": None,
    "MiniGrid-MultiRoom-N4-S5-v1": None,
    "MiniGrid-MultiRoom-N6-v0": None,
    "MiniGrid-LavaCrossingS9N3-v0": 100,
}


def code_of(thing) -> int:
    """One of MiniGrid's objects as our code of a cell."""
    if thing is None:
        return EMPTY
    if thing.type in PLAIN:
        return PLAIN[thing.type]
    colour = COLOURS.index(thing.color)
    if thing.type == "key":
        return KEY + colour
    assert thing.type == "door"
    return (LOCKED if thing.is_locked else OPEN if thing.is_open else CLOSED) + colour


class Copied(Layout):
    """MiniGrid's present map as a layout of one context."""

    def __init__(self, env):
        self.height, self.width, self.max_steps = env.height, env.width, env.max_steps
        cells = [[code_of(env.grid.get(x, y)) for x in range(self.width)] for y in range(self.height)]
        self.cells = np.array(cells, np.uint8)
        self.n_doors = int((((self.cells >= OPEN) & (self.cells < WALL)) | (self.cells >= CLOSED)).sum())
        self.has_key = bool(((self.cells >= KEY) & (self.cells < OPEN)).any())
        self.agent = [np.array([value]) for value in (*env.agent_pos, env.agent_dir)]

    def __call__(self, context):
        return np.repeat(self.cells[None], len(context), axis=0), *self.agent


def seen_by(env) -> tuple[int, int, int, int]:
    return (*(int(p) for p in env.agent_pos), int(env.agent_dir), code_of(env.carrying))


def held_by(grid: GridState) -> tuple[int, int, int, int]:
    y, x = divmod(int(grid.place_of[grid.at[0]]), grid.width)
    return x, y, int(grid.direction[0]), int(grid.hand[0])


def helpful(env, rng: np.random.Generator) -> int:
    """Mostly random; before a key or a door more often what handles it, so that much happens."""
    thing = env.grid.get(*env.front_pos)
    if thing is not None and thing.type in ("key", "door") and rng.random() < 0.6:
        return 3 if thing.type == "key" else int(rng.choice([5, 2], p=[0.5, 0.5]))
    return int(rng.choice(7, p=[0.15, 0.15, 0.4, 0.08, 0.06, 0.1, 0.06]))


@pytest.mark.parametrize("name", FAMILIES)
def test_not_one_number_differs_in_a_short_walk(name, seed):
    assert played(name, seed, 200)["mismatches"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_not_one_number_differs(name, seed):
    saw = played(name, seed, 5000)
    assert saw["mismatches"] == 0
    # and the walk saw what it is about
    assert saw["steps"] >= 5000
    assert saw["episodes"] > 5
    assert saw["opened"] > 20 or "Door" not in name
    assert saw["opened"] > 20 or "Multi" not in name
    assert saw["carried"] > 20 or "Key" not in name


def played(name: str, seed: int, wanted: int) -> dict[str, int]:
    """Both play the same on the same maps until `wanted` steps are over; what differed and what happened."""
    env = gymnasium.make(name).unwrapped
    if FAMILIES[name] is not None:
        env.max_steps = FAMILIES[name]  # so that more than a few episodes are seen
    saw = dict.fromkeys(("steps", "mismatches", "episodes", "opened", "carried"), 0)
    rng = np.random.default_rng(seed)
    while saw["steps"] < wanted:
        theirs, _ = env.reset(seed=seed * 1000 + saw["episodes"])
        ours = GridVec(Copied(env), 1)
        obs, _ = ours.reset(seed=0)
        assert np.array_equal(obs[0], theirs["image"])
        saw["episodes"] += 1
        over = False
        while not over:
            action = helpful(env, rng)
            theirs, reward, terminated, truncated, _ = env.step(action)
            got = ours.step(np.array([action]))
            same = np.array_equal(got[0][0], theirs["image"]) and held_by(ours.grid) == seen_by(env)
            same &= (got[1][0], got[2][0], got[3][0]) == (reward, terminated, truncated)
            saw["steps"], saw["mismatches"] = saw["steps"] + 1, saw["mismatches"] + (not same)
            doors = theirs["image"][..., 0] == 4
            saw["opened"] += int((doors & (theirs["image"][..., 2] == 0)).any())
            saw["carried"] += env.carrying is not None
            over = terminated or truncated
    return saw
