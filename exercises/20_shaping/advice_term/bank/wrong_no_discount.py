"""The advice of the next pair is discounted."""


def advised_sarsa(q, advice, step, rate, discount):
    s, a, reward, t, b, terminated = step
    ahead = 0.0 if terminated else q[t, b]
    paid = reward - advice[s, a] + discount * ahead + (0.0 if terminated else advice[t, b])
    fresh = q.copy()
    fresh[s, a] += rate * (paid - q[s, a])
    return fresh, (fresh + advice).argmax(axis=1)
