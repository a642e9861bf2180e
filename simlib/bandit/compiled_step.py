"""What the compiled kernels share: luck, choosing, paying, counting, for one block of W = 128 runs at once.

Every quantity is a table (K, W), an arm's runs side by side, and each line of a textbook is a loop over the
runs of one arm, which the compiler does 8 or 16 at a time. The text is plain Python and runs as such, slowly;
`compiled.py` has numba compile it.

32 bits are enough and twice as fast: `F`, `I` and `U` keep the numbers at that. Pulls and rewards are counted
exactly below 2^24. Nothing is reordered or fused, so all processors get the same numbers, if their C
libraries agree on logarithms.

In this file: `uniform` and `normals`, the luck; `offer`, which chooses; `pull` and `report`; and arrays.
"""

from __future__ import annotations

import math

import numpy as np

W = 128
F, I, U = np.float32, np.int32, np.uint32  # noqa: E741


def rotated(x, k):
    """The 32 bits of x turned left by k."""
    return U((x << U(k)) | (x >> U(32 - k)))


def uniform(luck, u):
    """The next uniform of every run into u (W,): in [0, 1), a multiple of 2^-24.

    Source: [Blackman2021] xoshiro128++
    """
    for w in range(W):
        a, b, c, d = luck[0, w], luck[1, w], luck[2, w], luck[3, w]
        x = U(rotated(U(a + d), 7) + a)
        shifted = U(b << U(9))
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        luck[0, w], luck[1, w], luck[2, w], luck[3, w] = a, b, U(c ^ shifted), rotated(d, 11)
        u[w] = F(I(x >> U(8))) * F(2.0**-24)


def offer(score, k, w, best, arm):
    """Run w takes arm k if its score beats the best so far: the first of equals wins."""
    before, chosen = best[w], arm[w]  # read first, written last: else the compiler sees branches
    best[w] = score if score > before else before
    arm[w] = U(k) if score > before else chosen


def pull(means, arm, luck, pulls, total, mean, u, n):
    """Pay every run's arm, count its pull and its reward, and mean = total / pulls; n (W,) are its pulls."""
    uniform(luck, u)
    for w in range(W):
        k = arm[w]
        pulls[k, w] += F(1)
        total[k, w] += F(1) if u[w] < means[k, w] else F(0)
        n[w], u[w] = pulls[k, w], total[k, w]
    for w in range(W):
        u[w] /= n[w]
    for w in range(W):
        mean[arm[w], w] = u[w]


def minus_log(x):
    """-log x of x in (0, 1], within 1e-7: x = 2^e m with m near 1, and log m = 2 atanh((m - 1) / (m + 1))."""
    bits = F(x).view(I)
    e = I(bits - I(0x3F3504F3)) >> I(23)  # the bits of sqrt(1/2), so that m is in [sqrt(1/2), sqrt(2))
    m = I(bits - (e << I(23))).view(F)
    s = (m - F(1)) / (m + F(1))
    q = s * s
    series = F(2) + q * (F(2 / 3) + q * (F(2 / 5) + q * F(2 / 7)))
    return F(-math.log(2)) * F(e) - s * series


def normals(luck, u, v, first, second):
    """Two standard normal numbers of every run, sqrt(-2 log(1 - u)) times sine and cosine of 2 pi (v - 1/2).

    u, v (W,) are spare. Sine and cosine come from those of half the angle, by their series.
    Source: [Box1958]
    """
    uniform(luck, u)
    uniform(luck, v)
    for w in range(W):
        radius = np.sqrt(F(2) * minus_log(F(1) - u[w]))
        x = F(math.pi) * (v[w] - F(0.5))
        sine, cosine = x * series(x * x, 1), series(x * x, 0)
        first[w] = radius * F(2) * sine * cosine
        second[w] = radius * (F(1) - F(2) * sine * sine)


def series(q, odd):
    """1 - q/2! + q^2/4! - ..., or 1 - q/3! + q^2/5! - ... if odd: for q up to (pi/2)^2, within 5e-7."""
    total = F(0)
    for i in (5, 4, 3, 2, 1):
        total = q * (F(1) - total) * F(1 / ((2 * i + odd) * (2 * i - 1 + odd)))
    return F(1) - total


def report(c, pulls, mean, pulls_at, best_at):
    """The state at the c-th of the rounds to report on; returns the number of the next."""
    for w in range(W):
        best = 0
        for k in range(len(pulls)):
            pulls_at[c, k, w] = I(pulls[k, w])
            if mean[k, w] > mean[best, w]:
                best = k
        best_at[c, w] = best
    return c + 1


def table(n_arms):
    """Zeros for every arm and run."""
    return np.zeros((n_arms, W), F)


def own(luck):
    """A copy that overlaps no other array, its size known to the compiler: ten times faster than `luck`."""
    mine = np.empty((4, W), U)
    mine[:] = luck
    return mine
