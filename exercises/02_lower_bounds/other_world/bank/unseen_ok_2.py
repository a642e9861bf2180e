import math


def other_world(arm, reward, event, means, other):
    """Loops; runs without the event add nothing, but are counted."""
    won = [math.log(b) - math.log(a) for a, b in zip(means, other)]
    lost = [math.log1p(-b) - math.log1p(-a) for a, b in zip(means, other)]
    parts, count = [], 0
    for arms, pays, happened in zip(arm, reward, event):
        count += 1
        if not happened:
            continue
        nats = math.fsum(won[k] if x == 1 else lost[k] for k, x in zip(arms, pays))
        parts.append(math.exp(nats))
    return math.fsum(parts) / count
