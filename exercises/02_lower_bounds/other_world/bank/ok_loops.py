"""Run by run and round by round, with `math` only."""

import math


def other_world(arm, reward, event, means, other):
    total = 0.0
    for arms, rewards, happened in zip(arm, reward, event):
        if not happened:
            continue
        log_ratio = 0.0
        for k, paid in zip(arms, rewards):
            here, there = (means[k], other[k]) if paid else (1 - means[k], 1 - other[k])
            log_ratio += math.log(there) - math.log(here)
        total += math.exp(log_ratio)
    return total / len(event)
