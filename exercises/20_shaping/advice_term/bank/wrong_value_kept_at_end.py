"""At an end nothing follows: no value of a next pair."""


def advised_sarsa(q, advice, step, rate, discount):
    s, a, reward, t, b, terminated = step
    ahead = q[t, b] + (0.0 if terminated else advice[t, b])
    paid = reward - advice[s, a] + discount * ahead
    fresh = q.copy()
    fresh[s, a] += rate * (paid - q[s, a])
    return fresh, (fresh + advice).argmax(axis=1)
