"""Claims of "Behavior Alignment via Reward Function Optimization", measured in small random grids.

Each run has a grid of its own: where the goal lies, where the trap, how much it slips. Every measurement
returns one number for each run, a difference between two ways to learn in the same grid. The rules were fixed
before the runs that the lab shows; the lab says which of the first version's rules were changed, and why.

In this file: the worlds (`grid`, `draw`, `features`), the learners (`exact`, `sampled`), a measurement for
each claim, then `CLAIMS`.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from simlib.claim import Claim
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.simulate import simulate
from simlib.rng import stream
from simlib.rule import Rule
from simlib.shaping.barfi import Barfi, barfi
from simlib.shaping.learner import ShapedQ
from simlib.shaping.naive import closer, distances, presence
from simlib.shaping.potential import bonus_of
from simlib.shaping.sampled import sampled_barfi
from simlib.shaping.softmax_policy import Worlds
from simlib.validate import check_choice, check_int

RUNS = {"quick": 12, "course": 24, "paper": 48}
BONUSES = ("good", "bad", "potential", "wrong potential")
SPARSE, NAIVE = (1.0, 0.0), (1.0, 1.0)  # weights of the true reward and the bonus


def grid(n: int, goal: tuple[int, int], slip: float) -> GridWorld:
    """An n by n grid, start top left, whose goal pays 1 and ends the episode."""
    rows = [["."] * n for _ in range(n)]
    rows[0][0], rows[goal[0]][goal[1]] = "S", "G"
    return GridWorld("\n".join("".join(row) for row in rows), slip=slip)


def draw(runs: int, n: int, seed: int, slip: float) -> list[tuple[GridWorld, int, int]]:
    """A world, its goal near the bottom right corner and the trap in another corner, for each run."""
    check_int("n", n, low=4)
    rng, out = stream(seed, "barfi worlds"), []
    for _ in range(runs):
        side, off = int(rng.integers(2)), int(rng.integers(3))
        goal = (n - 1, n - 1 - off) if side else (n - 1 - off, n - 1)
        world = grid(n, goal, float(rng.uniform(0, slip)))
        trap = [(0, n - 1), (n - 1, 0)][int(rng.integers(2))]
        out.append((world, world.state_at(*goal), world.state_at(*trap)))
    return out


def bonus_in(world: GridWorld, goal: int, trap: int, kind: str) -> np.ndarray:
    """What a step is paid on top, (S, A, N), before it is scaled.

    "good" pays a step towards the goal, "bad" one towards the trap and every step that ends there; the
    potentials are minus the distance to one of them.
    """
    check_choice("kind", kind, BONUSES)
    aim = goal if kind in ("good", "potential") else trap
    far = distances(world, aim)
    if kind in ("potential", "wrong potential"):
        return bonus_of(world, np.where(world.terminal, 0.0, -far))
    return closer(world, far) + (presence(world, trap) if kind == "bad" else 0.0)


def features(drawn: list[tuple[GridWorld, int, int]], kind: str, scale: float) -> np.ndarray:
    """The true reward and the scaled bonus of each run, as means over next states: (R, 2, S, A)."""
    out = []
    for world, goal, trap in drawn:
        mean = (world.transition.successors().probs * bonus_in(world, goal, trap, kind)).sum(axis=-1)
        out.append(np.stack([world.reward, scale * mean]))
    return np.stack(out)


def exact(drawn: list, kind: str, weights: tuple, outer_rate: float, scale: float, **budget: float) -> Barfi:
    """Exact gradients: warm + outer * inner steps of length `rate`, whoever learns."""
    worlds, first = _begun(drawn, weights)
    f = features(drawn, kind, scale)
    return barfi(worlds, f, outer_rate=outer_rate, weights=first, **budget)  # type: ignore[arg-type]


def sampled(
    drawn: list, kind: str, weights: tuple, outer_rate: float, scale: float, seed: int, **budget: float
) -> Barfi:
    """Episodes only: `steps` times a batch of episodes of at most `horizon` steps, whoever learns."""
    worlds, first = _begun(drawn, weights)
    rng, f = stream(seed, f"barfi {kind} {weights} {outer_rate}"), features(drawn, kind, scale)
    return sampled_barfi(worlds, f, rng, outer_rate=outer_rate, weights=first, **budget)  # type: ignore[arg-type]


def _begun(drawn: list, weights: tuple) -> tuple[Worlds, np.ndarray]:
    """The worlds, and the first weights of each run."""
    return Worlds.of([world for world, _, _ in drawn]), np.tile(np.array(weights, float), (len(drawn), 1))


def exact_gain(
    size: str,
    seed: int,
    over: tuple = NAIVE,
    kind: str = "bad",
    n: int = 7,
    outer_rate: float = 0.5,
    scale: float = 0.1,
    slip: float = 0.1,
    warm: int = 30,
    outer: int = 20,
    inner: int = 15,
    rate: float = 4.0,
) -> np.ndarray:
    """True worth of BARFI minus that of the same learner with the weights `over` frozen, exact gradients."""
    drawn = draw(RUNS[size], n, seed, slip)
    budget = {"warm": warm, "outer": outer, "inner": inner, "rate": rate}
    ours = exact(drawn, kind, NAIVE, outer_rate, scale, **budget)
    return np.round(ours.worth - exact(drawn, kind, over, 0.0, scale, **budget).worth, 4)


def sampled_gain(
    size: str,
    seed: int,
    over: tuple = (NAIVE,),
    kind: str = "bad",
    n: int = 5,
    outer_rate: float = 0.05,
    scale: float = 0.1,
    slip: float = 0.1,
    steps: int = 150,
    batch: int = 16,
    horizon: int = 30,
    rate: float = 1.0,
) -> np.ndarray:
    """True worth of BARFI minus the best with one of the weights `over` frozen, from episodes."""
    drawn = draw(RUNS[size], n, seed, slip)
    budget = {"steps": steps, "batch": batch, "horizon": horizon, "rate": rate}
    ours = sampled(drawn, kind, NAIVE, outer_rate, scale, seed, **budget)
    others = [sampled(drawn, kind, weights, 0.0, scale, seed, **budget).worth for weights in over]
    return np.round(ours.worth - np.max(others, axis=0), 4)


def turned(size: str, seed: int, n: int = 6, outer_rate: float = 0.5, slip: float = 0.1) -> np.ndarray:
    """1 for a run that ends with a positive weight of the true reward and a negative one of the bad bonus,
    else 0."""
    drawn = draw(5 * RUNS[size], n, seed, slip)
    weights = exact(drawn, "bad", NAIVE, outer_rate, 0.1).weights
    return ((weights[:, 0] > 0) & (weights[:, 1] < 0)).astype(float)


def potential_moves(
    size: str, seed: int, kind: str = "wrong potential", n: int = 7, scale: float = 0.1, slip: float = 0.1
) -> np.ndarray:
    """By how much a bonus moves the true worth of a learner with exact gradients, up or down."""
    drawn = draw(RUNS[size], n, seed, slip)
    both = (exact(drawn, kind, weights, 0.0, scale).worth for weights in (NAIVE, SPARSE))
    return np.round(np.abs(np.subtract(*both)), 9)


def potential_costs(
    size: str,
    seed: int,
    aim: str = "trap",
    n: int = 6,
    scale: float = 0.1,
    lift: float = 0.0,
    steps: int = 1000,
    rate: float = 0.5,
    epsilon: float = 0.1,
    slip: float = 0.1,
) -> np.ndarray:
    """What Q-learning reaches alone minus what it reaches with Phi = scale * (lift - distance): means of 32.

    aim: whose distance, the "goal"'s or the "trap"'s.
    """
    check_choice("aim", aim, ("goal", "trap"))
    out = []
    for i, (world, goal, trap) in enumerate(draw(RUNS[size], n, seed, slip)):
        far = distances(world, goal if aim == "goal" else trap)
        phi = np.where(world.terminal, 0.0, scale * (lift - np.where(world.terminal, 0.0, far)))
        pair = {"alone": ShapedQ(None, rate, epsilon), "shaped": ShapedQ(phi, rate, epsilon)}
        luck = int(stream(seed, "barfi luck", i).integers(2**31))
        value = simulate(world, pair, steps, 32, luck, checkpoints=1, progress=False).value
        out.append(value["alone"][:, -1].mean() - value["shaped"][:, -1].mean())
    return np.array(out)


SCARCE = {"n": 14, "horizon": 50, "rate": 8.0}  # a random walk all but never meets this goal
TUNED = ((1.41, 0.0), (10.0, 0.0))  # the true reward alone, as it is and with steps seven times as long

CLAIMS = [
    Claim(
        key="barfi/rescues",
        sentence="With a bonus that leads into a trap, BARFI's true worth is 0.4 above the plain sum's.",
        source="[Gupta2023]",
        measure=exact_gain,
        rule=Rule(at_least=0.4),
        ablation={"outer_rate": -0.5},
        broken="the weights go down the true worth",
    ),
    Claim(
        key="barfi/keeps",
        sentence="With that bonus, BARFI is at most 0.03 below a learner that never saw it.",
        source="[Gupta2023]",
        measure=partial(exact_gain, over=(1.41, 0.0)),
        rule=Rule(at_least=-0.03),
        ablation={"outer_rate": 0.0},
        broken="the weights stay at (1, 1): the plain sum",
    ),
    Claim(
        key="barfi/turns_the_weight",
        sentence="In 90 % of the runs that bonus ends with a negative weight, the reward does not.",
        source="[Gupta2023]",
        measure=turned,
        rule=Rule(at_least=0.9, interval="exact"),
        ablation={"outer_rate": -0.5},
        broken="the weights go down the true worth",
    ),
    Claim(
        key="barfi/rescues_from_episodes",
        sentence="The same from episodes alone, in a small grid: 0.4 above the plain sum.",
        source="[Gupta2023]",
        measure=sampled_gain,
        rule=Rule(at_least=0.4),
        ablation={"outer_rate": -0.05},
        broken="the weights go down the true worth",
    ),
    Claim(
        key="barfi/uses_a_good_bonus",
        sentence="Where the goal is hardly ever met, BARFI with a good bonus is 0.1 above the reward alone.",
        source="[Gupta2023]",
        measure=partial(sampled_gain, over=TUNED, kind="good", **SCARCE),
        rule=Rule(at_least=0.1),
        ablation={"scale": 0.0},
        broken="the bonus pays nothing",
    ),
    Claim(
        key="barfi/no_signal",
        sentence="Where the goal is hardly ever met, BARFI with a bad bonus is 0.1 above the plain sum.",
        source="[Gupta2023]",
        measure=partial(sampled_gain, kind="bad", steps=100, **SCARCE),
        rule=Rule(at_least=0.1),
        ablation={"outer_rate": 0.0},
        broken="the weights stay at (1, 1): the plain sum",
        expected="fails",
        because="no episode sees the true reward, so nothing says which way the weights should go",
    ),
    Claim(
        key="barfi/beats_a_good_sum",
        sentence="Where the bonus is good, BARFI is 0.1 above the plain sum of the two rewards.",
        source="[Gupta2023]",
        measure=partial(sampled_gain, kind="good", **SCARCE),
        rule=Rule(at_least=0.1),
        ablation={"outer_rate": 0.0},
        broken="the weights stay at (1, 1): the plain sum",
        expected="fails",
        because="at this scale a good bonus hardly misleads, so the plain sum leaves little to gain",
    ),
    Claim(
        key="barfi/exact_gradients_need_no_bonus",
        sentence="With exact gradients, a good bonus puts BARFI 0.2 above ten times the true reward alone.",
        source="[Gupta2023]",
        measure=partial(
            exact_gain, over=(10.0, 0.0), kind="good", n=9, warm=20, outer=15, inner=10, rate=2.0
        ),
        rule=Rule(at_least=0.2),
        ablation={"scale": 0.0},
        broken="the bonus pays nothing",
        expected="fails",
        because="an exact gradient sees any goal, and ten times the reward is ten times the step",
    ),
    Claim(
        key="barfi/potential_in_exact_gradients",
        sentence="With exact gradients a potential, even a wrong one, moves nothing: less than 1e-6.",
        source="[Ng1999]",
        measure=potential_moves,
        rule=Rule(at_most=1e-6),
        ablation={"kind": "bad"},
        broken="a bonus that is no potential's",
    ),
    Claim(
        key="barfi/wrong_potential_impairs",
        sentence="Q-learning with the distance to the trap as potential ends 0.3 below Q-learning alone.",
        source="[Gupta2023]",
        measure=potential_costs,
        rule=Rule(at_least=0.3),
        ablation={"scale": 0.0},
        broken="the potential is 0",
    ),
    Claim(
        key="barfi/right_potential_impairs",
        sentence="Even with minus the distance to the goal as potential it ends 0.05 below Q-learning alone.",
        source="[Gupta2023]",
        measure=partial(potential_costs, aim="goal", steps=1200),
        rule=Rule(at_least=0.05),
        ablation={"lift": 12.0},
        broken="the same potential, lifted by a constant above 0",
    ),
]
