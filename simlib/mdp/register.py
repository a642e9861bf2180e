"""The environments by name, for `gymnasium.make` and `gymnasium.make_vec`.

    import simlib.mdp.register
    gymnasium.make("simlib/FourRooms-v0")                       one
    gymnasium.make_vec("simlib/FourRooms-v0", 1024)             the native batch
    gymnasium.make("simlib.mdp.register:simlib/DoorKey-v0", size=6, obs="state")

Importing this file registers them; nothing else of simlib loads it. No `max_episode_steps` is registered:
`make` would then cut the single environment from outside and the native batch by a keyword. Each world cuts
itself after `max_steps`, a keyword like any other.

In this file: `register_all`; `GRIDS` and `WORLDS`, what is registered.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import gymnasium

from simlib.mdp.corridor import Corridors
from simlib.mdp.deep_sea import DeepSea
from simlib.mdp.grid_env import Grid, GridVec
from simlib.mdp.grid_layout import DoorKey, Empty, FourRooms
from simlib.mdp.grid_layout_drawn import LavaCrossing, Maze, MultiRoom
from simlib.mdp.line_key import LineKey
from simlib.mdp.memory_length import MemoryLength, MemoryLengthVec
from simlib.mdp.rooms_nav import RoomsNav
from simlib.mdp.tabular_env import TabularEnv, TabularVec

GRIDS = (Empty, FourRooms, DoorKey, MultiRoom, LavaCrossing, Maze)
WORLDS = {DeepSea: None, Corridors: 200, RoomsNav: 30, LineKey: 60}  # and after how many steps they are cut
RUN = ("num_envs", "obs", "max_steps", "context_range", "max_episode_steps", "autoreset_mode", "render_mode")


def _make(face: Any, world: Any, **kwargs: Any) -> Any:
    """`face(world(...), ...)`, each with its keywords."""
    run = {name: kwargs.pop(name) for name in RUN if name in kwargs}
    return face(world(**kwargs), **run)


def register_all() -> None:
    """Register all environments as simlib/NAME-v0; those that already are stay as they are."""
    pairs: dict[str, tuple[Any, Any, dict[str, Any]]] = {"MemoryLength": (MemoryLength, MemoryLengthVec, {})}
    for grid in GRIDS:
        pairs[grid.__name__] = partial(_make, Grid, grid), partial(_make, GridVec, grid), {}
    for world, steps in WORLDS.items():
        faces = partial(_make, TabularEnv, world), partial(_make, TabularVec, world)
        pairs[world.__name__] = *faces, {} if steps is None else {"max_steps": steps}
    for name, (one, many, kwargs) in pairs.items():
        if f"simlib/{name}-v0" not in gymnasium.registry:
            gymnasium.register(
                f"simlib/{name}-v0", entry_point=one, vector_entry_point=many, kwargs=dict(kwargs)
            )


register_all()
