"""Does a vector environment keep gymnasium's contract? One sentence for each breach, none where it does.

`gymnasium.utils.env_checker.check_env` looks at single environments only. What goes wrong in vector
environments is other: buffers handed out twice, an episode's last observation lost in the autoreset, a step
counter that survives a reset, rows that share their luck.

    def make(num_envs, **kwargs): return GridVec(FourRooms(), num_envs, max_steps=20, **kwargs)
    assert check_vector_env(make, modes=list(AutoresetMode)) == []

Give environments whose episodes end soon: what does not happen within `steps` steps is not checked.

In this file: `check_vector_env`. The rules are in vector_env_rules.py and autoreset_rules.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from gymnasium import Env
from gymnasium.vector import AutoresetMode, SyncVectorEnv, VectorEnv

from simlib.mdp import autoreset_rules, vector_env_rules
from simlib.mdp.vector_rollout import Trial, differences, rollout
from simlib.validate import check_int

RULES = (
    vector_env_rules.shapes_and_types,
    vector_env_rules.infos_have_masks,
    vector_env_rules.same_seed_same_rollout,
    vector_env_rules.seeds_of_rows,
    vector_env_rules.nothing_is_shared,
    vector_env_rules.actions_are_checked,
    autoreset_rules.an_episode_ends,
    autoreset_rules.reset_forgets,
    autoreset_rules.next_step,
    autoreset_rules.same_step,
    autoreset_rules.disabled,
)


def check_vector_env(
    make: Callable[..., VectorEnv],
    *,
    modes: Sequence[AutoresetMode] | None = None,
    single: Callable[[], Env] | None = None,
    num_envs: int = 3,
    steps: int = 120,
    seed: int = 0,
) -> list[str]:
    """What breaks the contract, in sentences that begin with the autoreset mode; an empty list if nothing.

    make(num_envs) makes the environment; with `modes`, make(num_envs, autoreset_mode=mode) for each of them.
    single() makes one row: then the rows must do as `SyncVectorEnv` of singles does, seeds included.
    A rule that meets an exception says so and does not stop the others.
    Cost: some 20 rollouts of `steps` steps for each mode.
    """
    check_int("num_envs", num_envs, low=2)
    found: list[str] = []
    for mode in [None] if modes is None else modes:
        options = {} if mode is None else {"autoreset_mode": mode}
        declared = make(num_envs, **options).metadata.get("autoreset_mode")
        if not isinstance(declared, AutoresetMode) or (mode is not None and declared != mode):
            wanted = "an AutoresetMode" if mode is None else str(mode)
            found.append(f"metadata['autoreset_mode'] must be {wanted}; got {declared!r}.")
            continue

        def fresh(options: dict = options) -> VectorEnv:
            return make(num_envs, **options)

        trial = Trial(fresh, declared, steps, check_int("seed", seed, low=0))
        rules = [*RULES] if single is None else [*RULES, _rows_as_single(single)]
        found += [f"{declared.value}: {sentence}" for rule in rules for sentence in _asked(rule, trial)]
    return found


def _asked(rule: Callable[[Trial], Iterator[str]], trial: Trial) -> list[str]:
    """The sentences of one rule; an exception is one, too."""
    try:
        return list(rule(trial))
    except Exception as error:
        name = rule.__name__.replace("_", " ").strip()
        return [f"while looking at '{name}' it raised {type(error).__name__}: {error}"]


def _rows_as_single(single: Callable[[], Env]) -> Callable[[Trial], Iterator[str]]:
    def rows_as_single_environments(trial: Trial) -> Iterator[str]:
        def sync() -> VectorEnv:
            n = trial.make().num_envs
            return SyncVectorEnv([single] * n, autoreset_mode=trial.mode)

        ours, theirs = rollout(trial), rollout(trial, make=sync)
        for what in differences(ours, theirs):
            yield f"rows must do as single environments in a SyncVectorEnv do; {what}."

    return rows_as_single_environments
