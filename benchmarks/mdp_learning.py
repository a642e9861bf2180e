"""Batched Q-learning beside the dictionary style of most courses and a C loop, on one gridworld, one thread.

    python benchmarks/mdp_learning.py             the table, and benchmarks/results/mdp_learning.json
    python benchmarks/mdp_learning.py --rounds 3  quicker and rougher

The world has 10 x 10 cells, slip 0.1, the goal in a corner. A step is: act, move, learn. Every round times
every contender once; the figure to read is the median over rounds of its rate, divided in each round by that
of the dictionary that does the same, with fair ties. The usual one, with np.argmax, is half as fast again and
explores worse, as ties go to the first action; its row stands beside it. simlib's time is that of `simulate`,
with its checks, random streams and the exact value at the end. A time only counts if the work was right:
rewards for each step must agree within 4 standard errors.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from run import machine  # (sets one thread)

import numpy as np  # isort: skip

from simlib.mdp.gridworld import GridWorld
from simlib.mdp.q_learning import QLearning
from simlib.mdp.simulate import simulate

SIDE, SLIP, DISCOUNT, STEP, EPSILON = 10, 0.1, 0.97, 0.1, 0.1
STEPS = 10_000  # for each run
REACH = 40.0  # times the dictionary that does the same, at R = 1024
OUT = Path(__file__).parent / "results" / "mdp_learning.json"
ROWS = ["S" + "." * (SIDE - 1), *["." * SIDE] * (SIDE - 2), "." * (SIDE - 1) + "G"]
WORLD = GridWorld("\n".join(ROWS), SLIP, DISCOUNT)
GOAL = WORLD.n_states - 1
NEXT = WORLD.transition.successors().next_state[:, :, 0]

SOURCE = r"""
#include <stdint.h>
static inline uint64_t draw(uint64_t *s) { *s ^= *s << 13; *s ^= *s >> 7; *s ^= *s << 17; return *s; }
static inline double unit(uint64_t *s) { return (draw(s) >> 11) * (1.0 / 9007199254740992.0); }
/* q (runs, n, 4) of zeros; returns the sum of rewards, and the sum of its squares by run in *square */
double q_learning(long runs, long steps, int n, int goal, const int64_t *next, double *table, uint64_t seed,
                  double step, double gamma, double epsilon, double slip, double *square) {
  double total = 0; *square = 0; uint64_t s = seed;
  for (long r = 0; r < runs; r++) {
    double *q = table + r * n * 4, sum = 0; int at = 0;
    for (long t = 0; t < steps; t++) {
      double *row = q + at * 4; int a = 0, ties = 1;
      if (unit(&s) < epsilon) a = (int)(unit(&s) * 4);
      else for (int k = 1; k < 4; k++) {
        if (row[k] > row[a]) { a = k; ties = 1; }
        else if (row[k] == row[a] && unit(&s) * ++ties < 1) a = k;
      }
      int move = unit(&s) < slip ? (int)(unit(&s) * 4) : a;
      int to = next[at * 4 + move], end = to == goal; double best = q[to * 4];
      for (int k = 1; k < 4; k++) if (q[to * 4 + k] > best) best = q[to * 4 + k];
      row[a] += step * (end + (end ? 0 : gamma * best) - row[a]);
      sum += end; at = end ? 0 : to;
    }
    total += sum; *square += sum * sum;
  }
  return total;
}
"""


def compiled(folder: str):
    """The C loop, compiled for this machine."""
    source, library = Path(folder) / "q.c", Path(folder) / "q.so"
    source.write_text(SOURCE, encoding="utf-8")
    flags = ["-O3", "-march=native", "-shared", "-fPIC"]
    subprocess.run(["gcc", *flags, "-o", str(library), str(source)], check=True)
    function = ctypes.CDLL(str(library)).q_learning
    function.restype = ctypes.c_double
    return function


def c_loop(function, runs: int, seed: int) -> np.ndarray:
    """Mean of the rewards of a run, and its standard error."""
    table, square = np.zeros((runs, WORLD.n_states, 4)), ctypes.c_double()
    pointer, real = ctypes.c_void_p, ctypes.c_double
    moves = np.ascontiguousarray(NEXT, np.int64)
    sizes = ctypes.c_long(runs), ctypes.c_long(STEPS), WORLD.n_states, GOAL
    arrays = moves.ctypes.data_as(pointer), table.ctypes.data_as(pointer)
    numbers = real(STEP), real(DISCOUNT), real(EPSILON), real(SLIP)
    total = function(
        *sizes, *arrays, ctypes.c_uint64(seed + 88172645463325252), *numbers, ctypes.byref(square)
    )
    mean = total / runs
    return np.array([mean, np.sqrt(max(square.value / runs - mean**2, 0) / runs)])


def dictionary(runs: int, seed: int) -> np.ndarray:
    """The usual course: one run after the other, a dict from state to an array."""
    sums, rng = [], random.Random(seed)
    for _ in range(runs):
        q: dict = defaultdict(lambda: np.zeros(4))
        state, total = 0, 0.0
        for _ in range(STEPS):
            row = q[state]
            explore = rng.random() < EPSILON
            action = rng.randrange(4) if explore else rng.choice(np.flatnonzero(row == row.max()))
            move = rng.randrange(4) if rng.random() < SLIP else action
            reached = int(NEXT[state, move])
            end = reached == GOAL
            target = float(end) + (0 if end else DISCOUNT * np.max(q[reached]))
            row[action] += STEP * (target - row[action])
            total += end
            state = 0 if end else reached
        sums.append(total)
    return np.array([np.mean(sums), np.std(sums) / np.sqrt(runs)])


def plain_dictionary(runs: int, seed: int) -> np.ndarray:
    """The same with np.argmax, so that ties go to the first action: faster, and it explores worse."""
    sums, rng = [], random.Random(seed)
    for _ in range(runs):
        q: dict = defaultdict(lambda: np.zeros(4))
        state, total = 0, 0.0
        for _ in range(STEPS):
            action = rng.randrange(4) if rng.random() < EPSILON else int(np.argmax(q[state]))
            move = rng.randrange(4) if rng.random() < SLIP else action
            reached = int(NEXT[state, move])
            end = reached == GOAL
            q[state][action] += STEP * (end + DISCOUNT * (not end) * np.max(q[reached]) - q[state][action])
            total += end
            state = 0 if end else reached
        sums.append(total)
    return np.array([np.mean(sums), np.std(sums) / np.sqrt(runs)])


def batched(runs: int, seed: int) -> np.ndarray:
    """simlib's `simulate`."""
    learner = QLearning(STEP, EPSILON)
    result = simulate(WORLD, {"it": learner}, STEPS, runs, seed, checkpoints=1, progress=False)
    sums = result.reward_sum["it"][:, -1]
    return np.array([sums.mean(), sums.std() / np.sqrt(runs)])


def measure(rounds: int, function) -> tuple[dict, dict]:
    """Steps per second of each contender in each round, and what it earned in all."""
    contenders = {
        "dictionary, np.argmax": (plain_dictionary, 6),
        "dictionary, fair ties": (dictionary, 6),
        "simlib, R = 128": (batched, 128),
        "simlib, R = 1024": (batched, 1024),
        "C": (lambda runs, seed: c_loop(function, runs, seed), 1024),
    }
    rates, earned = ({name: [] for name in contenders} for _ in range(2))
    for i in range(rounds):
        for name, (play, runs) in contenders.items():
            begin = time.process_time()
            earned[name].append(play(runs, i))
            rates[name].append(runs * STEPS / (time.process_time() - begin))
    return rates, earned


def agree(earned: dict) -> bool:
    """Whether all with fair ties earned the same, within 4 standard errors."""
    pooled = {}
    for name, rows in earned.items():
        mean, se = np.array(rows).T
        pooled[name] = mean.mean(), np.sqrt((se**2).sum()) / len(rows)
    truth, error = pooled["C"]
    fair = [pooled[name] for name in pooled if "argmax" not in name]
    return all(abs(mean - truth) <= 4 * np.hypot(se, error) for mean, se in fair)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        rates, earned = measure(rounds, compiled(folder))
    if not agree(earned):
        print("the contenders do not earn the same: no time counts", file=sys.stderr)
        return 1
    base = np.array(rates["dictionary, fair ties"])
    rows = {name: [float(np.median(r)), float(np.median(r / base))] for name, r in rates.items()}
    for name, (rate, ratio) in rows.items():
        print(f"{name:24s}{rate / 1e6:8.2f} million steps/s{ratio:9.1f} x")
    OUT.write_text(json.dumps({"machine": machine(), "rounds": rounds, "rates": rows}, indent=2) + "\n")
    return 0 if rows["simlib, R = 1024"][1] >= REACH else 1


if __name__ == "__main__":
    raise SystemExit(main())
