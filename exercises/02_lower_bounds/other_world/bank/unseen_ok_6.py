"""Loops in plain Python: logarithms added round by round, a sum over the runs with the event, divided by all runs."""
import math


def other_world(arm, reward, event, means, other):
    total, runs = 0.0, 0
    for arms, paid, happened in zip(arm, reward, event):
        runs += 1
        if not happened:
            continue
        nats = 0.0
        for a, x in zip(arms, paid):
            if x > 0.5:
                nats += math.log(other[a]) - math.log(means[a])
            else:
                nats += math.log1p(-other[a]) - math.log1p(-means[a])
        total += math.exp(nats)
    return total / runs
