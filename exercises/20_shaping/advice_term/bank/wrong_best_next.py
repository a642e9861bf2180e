"""SARSA looks ahead to the action that is taken, not to the best one."""


def advised_sarsa(q, advice, step, rate, discount):
    s, a, reward, t, b, terminated = step
    ahead = 0.0 if terminated else (q[t] + advice[t]).max()
    paid = reward - advice[s, a] + discount * ahead
    fresh = q.copy()
    fresh[s, a] += rate * (paid - q[s, a])
    return fresh, (fresh + advice).argmax(axis=1)
