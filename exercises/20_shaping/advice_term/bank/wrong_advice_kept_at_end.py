"""At an end there is no next pair, and no advice for it."""


def advised_sarsa(q, advice, step, rate, discount):
    s, a, reward, t, b, terminated = step
    ahead = advice[t, b] + (0.0 if terminated else q[t, b])
    paid = reward - advice[s, a] + discount * ahead
    fresh = q.copy()
    fresh[s, a] += rate * (paid - q[s, a])
    return fresh, (fresh + advice).argmax(axis=1)
