"""Advice is a hint; what was learnt counts too."""


def advised_sarsa(q, advice, step, rate, discount):
    s, a, reward, t, b, terminated = step
    ahead = 0.0 if terminated else q[t, b] + advice[t, b]
    paid = reward - advice[s, a] + discount * ahead
    fresh = q.copy()
    fresh[s, a] += rate * (paid - q[s, a])
    return fresh, advice.argmax(axis=1) + 0 * fresh.argmax(axis=1)
