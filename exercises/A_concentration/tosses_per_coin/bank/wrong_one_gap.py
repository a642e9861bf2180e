"""Your function handles one gap and not an array of them. Write the formula for whole arrays, or go
through all of them."""

import math


def tosses_per_coin(gap, n_coins, delta):
    return math.ceil(2 * math.log(2 * n_coins / delta) / float(gap.flat[0]) ** 2)
