"""Advice is for pairs: the mean over actions is another potential."""


def advised_sarsa(q, advice, step, rate, discount):
    s, a, reward, t, b, terminated = step
    ahead = 0.0 if terminated else q[t, b] + advice[t].mean()
    paid = reward - advice[s].mean() + discount * ahead
    fresh = q.copy()
    fresh[s, a] += rate * (paid - q[s, a])
    return fresh, (fresh + advice).argmax(axis=1)
