"""The policies as loops that numba turns into machine code, each quantity a table (K, W) of arms and runs.

A kernel plays one block of W runs from the first round to the last. It takes the means (K, W) of the arms as
each run knows them; the rounds `times` (C,) to report on, the last of them the horizon; the state of W random
generators, `luck` (4, W); and its policy's parameters. It fills pulls_at (C, K, W) and best_at (C, W), the
arm that the policy would name the best. The formulas are those of the policies' own files, which give their
sources; what the kernels share is in `compiled_step.py`.

In this file: `ucb1`, `moss`, `ucb_v`, `epsilon_greedy`, `decaying_epsilon_greedy`, `explore_first`,
`successive_elimination`, `gaussian_thompson`.
"""

from __future__ import annotations

import numpy as np

from simlib.bandit.compiled_step import (
    F,
    I,
    U,
    W,
    minus_log,
    normals,
    offer,
    own,
    pull,
    report,
    table,
    uniform,
)


def ucb1(means, times, luck, pulls_at, best_at, scale):
    """Every arm once, then the largest mean + scale * sqrt(2 log t / pulls)."""
    n_arms, luck, c = len(means), own(luck), 0
    pulls, total, mean, width = table(n_arms), table(n_arms), table(n_arms), table(n_arms)
    arm, best, u, n = np.zeros(W, U), np.empty(W, F), np.empty(W, F), np.empty(W, F)
    for t in range(1, times[-1] + 1):
        radius = F(scale * np.sqrt(2 * np.log(t)))
        arm[:] = U(t - 1)
        if t > n_arms:
            best[:] = F(-1)
            for k in range(n_arms):
                for w in range(W):
                    offer(mean[k, w] + radius * width[k, w], k, w, best, arm)
        pull(means, arm, luck, pulls, total, mean, u, n)
        for w in range(W):
            n[w] = F(1) / np.sqrt(n[w])
        for w in range(W):
            width[arm[w], w] = n[w]
        if t == times[c]:
            c = report(c, pulls, mean, pulls_at, best_at)


def moss(means, times, luck, pulls_at, best_at):
    """Every arm once, then the largest mean + sqrt(max(0, log(T / (K pulls))) / pulls), kept as `index`."""
    n_arms, luck, c = len(means), own(luck), 0
    pulls, total, mean, index = table(n_arms), table(n_arms), table(n_arms), table(n_arms)
    arm, best, u, n = np.zeros(W, U), np.empty(W, F), np.empty(W, F), np.empty(W, F)
    share = F(n_arms / times[-1])
    for t in range(1, times[-1] + 1):
        arm[:] = U(t - 1)
        if t > n_arms:
            best[:] = F(-1)
            for k in range(n_arms):
                for w in range(W):
                    offer(index[k, w], k, w, best, arm)
        pull(means, arm, luck, pulls, total, mean, u, n)
        for w in range(W):
            u[w] += np.sqrt(minus_log(min(share * n[w], F(1))) / n[w])
        for w in range(W):
            index[arm[w], w] = u[w]
        if t == times[c]:
            c = report(c, pulls, mean, pulls_at, best_at)


def ucb_v(means, times, luck, pulls_at, best_at, zeta):
    """Every arm once, then the largest mean + sqrt(2 V zeta log t / pulls) + 3 zeta log t / pulls.

    The variance V of coins is mean (1 - mean).
    """
    n_arms, luck, c = len(means), own(luck), 0
    pulls, total, mean = table(n_arms), table(n_arms), table(n_arms)
    spread, share = table(n_arms), table(n_arms)  # sqrt(V / pulls), 1 / pulls
    arm, best, u, n = np.zeros(W, U), np.empty(W, F), np.empty(W, F), np.empty(W, F)
    for t in range(1, times[-1] + 1):
        level = zeta * np.log(t)
        radius, bias = F(np.sqrt(2 * level)), F(3 * level)
        arm[:] = U(t - 1)
        if t > n_arms:
            best[:] = F(-1)
            for k in range(n_arms):
                for w in range(W):
                    offer(mean[k, w] + radius * spread[k, w] + bias * share[k, w], k, w, best, arm)
        pull(means, arm, luck, pulls, total, mean, u, n)
        for w in range(W):
            n[w] = F(1) / n[w]
            u[w] = np.sqrt(u[w] * (F(1) - u[w]) * n[w])
        for w in range(W):
            spread[arm[w], w], share[arm[w], w] = u[w], n[w]
        if t == times[c]:
            c = report(c, pulls, mean, pulls_at, best_at)


def epsilon_greedy(means, times, luck, pulls_at, best_at, epsilon):
    """With probability epsilon a random arm, else the best mean."""
    n_arms, luck, c = len(means), own(luck), 0
    pulls, total, mean = table(n_arms), table(n_arms), table(n_arms)
    arm, best, u, n = np.zeros(W, U), np.empty(W, F), np.empty(W, F), np.empty(W, F)
    for t in range(1, times[-1] + 1):
        greedy(F(epsilon), luck, mean, u, n, best, arm)
        pull(means, arm, luck, pulls, total, mean, u, n)
        if t == times[c]:
            c = report(c, pulls, mean, pulls_at, best_at)


def decaying_epsilon_greedy(means, times, luck, pulls_at, best_at, scale):
    """With probability min(1, scale (K log t / t)^(1/3)) a random arm, else the best mean."""
    n_arms, luck, c = len(means), own(luck), 0
    pulls, total, mean = table(n_arms), table(n_arms), table(n_arms)
    arm, best, u, n = np.zeros(W, U), np.empty(W, F), np.empty(W, F), np.empty(W, F)
    for t in range(1, times[-1] + 1):
        greedy(F(scale * (n_arms * np.log(t) / t) ** (1 / 3)), luck, mean, u, n, best, arm)
        pull(means, arm, luck, pulls, total, mean, u, n)
        if t == times[c]:
            c = report(c, pulls, mean, pulls_at, best_at)


def greedy(epsilon, luck, mean, u, n, best, arm):
    """Every run's arm (W,): with probability epsilon any, else that of the best mean. u, n (W,) are spare."""
    best[:] = F(-1)
    for k in range(len(mean)):
        for w in range(W):
            offer(mean[k, w], k, w, best, arm)
    uniform(luck, u)
    uniform(luck, n)
    for w in range(W):
        chosen = arm[w]
        arm[w] = U(I(n[w] * F(len(mean)))) if u[w] < epsilon else chosen


def explore_first(means, times, luck, pulls_at, best_at, explore_rounds):
    """The arms in turn for explore_rounds; then, for ever, the arm that had the best mean."""
    n_arms, luck, c = len(means), own(luck), 0
    pulls, total, mean = table(n_arms), table(n_arms), table(n_arms)
    arm, best, u, n = np.zeros(W, U), np.full(W, F(-1)), np.empty(W, F), np.empty(W, F)
    for t in range(1, times[-1] + 1):
        if t <= explore_rounds:
            arm[:] = U((t - 1) % n_arms)
        elif t == explore_rounds + 1:
            for k in range(n_arms):
                for w in range(W):
                    offer(mean[k, w], k, w, best, arm)
            for k in range(n_arms):
                for w in range(W):
                    mean[k, w] = mean[k, w] if k == arm[w] else F(-1)  # from now on it names the arm it chose
        pull(means, arm, luck, pulls, total, mean, u, n)
        if t == times[c]:
            c = report(c, pulls, mean, pulls_at, best_at)


def successive_elimination(means, times, luck, pulls_at, best_at):
    """The active arms in turn; then those that pass, with the radius sqrt(2 log T / pulls), stay active."""
    n_arms, luck, c = len(means), own(luck), 0
    pulls, total, mean, turn = table(n_arms), table(n_arms), table(n_arms), table(n_arms)
    arm, best, u, n = np.zeros(W, U), np.empty(W, F), np.empty(W, F), np.empty(W, F)
    due, active = np.full(W, n_arms), np.full(W, n_arms)
    log_horizon = np.log(times[-1])
    for t in range(1, times[-1] + 1):
        best[:] = F(-np.inf)
        for k in range(n_arms):
            for w in range(W):
                offer(turn[k, w], k, w, best, arm)  # minus the pulls of an active arm, else -inf
        pull(means, arm, luck, pulls, total, mean, u, n)
        for w in range(W):
            turn[arm[w], w] = -n[w]
            due[w] -= 1
            if due[w] == 0 and active[w] > 1:
                radius = F(np.sqrt(2 * log_horizon / n[w]))
                active[w] = drop(w, radius, mean, turn)
                due[w] = active[w]
        if t == times[c]:
            c = report(c, pulls, mean, pulls_at, best_at)


def drop(w, radius, mean, turn):
    """Run w keeps the active arms with mean + radius >= every other's mean - radius; returns their number."""
    lower, kept = F(-np.inf), 0
    for k in range(len(mean)):
        if turn[k, w] > F(-np.inf):
            lower = max(lower, mean[k, w] - radius)
    for k in range(len(mean)):
        if turn[k, w] > F(-np.inf) and mean[k, w] + radius >= lower:
            kept += 1
        else:
            turn[k, w] = F(-np.inf)
            mean[k, w] = F(-1)  # so that it is not reported as the best
    return kept


def gaussian_thompson(means, times, luck, pulls_at, best_at, prior_mean, prior_sd, noise):
    """The largest of one number from every arm's normal posterior, of the mean `centre` and sd `width`."""
    n_arms, luck, c = len(means), own(luck), 0
    pulls, total, mean, centre, width = (
        table(n_arms),
        table(n_arms),
        table(n_arms),
        table(n_arms),
        table(n_arms),
    )
    arm, best, u, n = np.zeros(W, U), np.empty(W, F), np.empty(W, F), np.empty(W, F)
    z = table(2)
    start, gain = F(prior_sd**-2), F(noise**-2)
    centre[:], width[:] = F(prior_mean), F(prior_sd)
    for t in range(1, times[-1] + 1):
        best[:] = F(-np.inf)
        for k in range(n_arms):
            if k % 2 == 0:
                normals(luck, u, n, z[0], z[1])
            for w in range(W):
                offer(centre[k, w] + z[k % 2, w] * width[k, w], k, w, best, arm)
        pull(means, arm, luck, pulls, total, mean, u, n)
        for w in range(W):
            precision = start + gain * n[w]
            u[w] = (start * F(prior_mean) + gain * n[w] * u[w]) / precision
            n[w] = F(1) / np.sqrt(precision)
        for w in range(W):
            centre[arm[w], w], width[arm[w], w] = u[w], n[w]
        if t == times[c]:
            c = report(c, pulls, centre, pulls_at, best_at)
