"""Style: pure Python, whole-number fixed-point arithmetic, no NumPy, no logarithm."""

_BITS = 7000
_ONE = 1 << _BITS


def _fixed(p):
    num, den = float(p).as_integer_ratio()
    return num * _ONE // den


def _law(n, p):
    q = _ONE - p
    up, down = [_ONE], [_ONE]
    for _ in range(n):
        up.append(up[-1] * p >> _BITS)
        down.append(down[-1] * q >> _BITS)
    ways, out = 1, []
    for k in range(n + 1):
        out.append(ways * up[k] * down[n - k] >> _BITS)
        ways = ways * (n - k) // (k + 1)
    return out


def explore_first_regret(n_explore, horizon, good, bad):
    n, rest = int(n_explore), int(horizon) - 2 * int(n_explore)
    g, b = _fixed(good), _fixed(bad)
    if g == b:
        return 0                            # an int is a number too
    twice_wrong, below = 0, 0               # below: P(good's count < k)
    for at_good, at_bad in zip(_law(n, g), _law(n, b)):
        twice_wrong += at_bad * (2 * below + at_good)
        below += at_good
    twice_wrong >>= _BITS
    whole = (g - b) * (2 * n * _ONE + rest * twice_wrong)
    return whole / (2 * _ONE * _ONE)
