"""An action for each state is asked for, not only for the one that was left."""


def advised_sarsa(q, advice, step, rate, discount):
    s, a, reward, t, b, terminated = step
    ahead = 0.0 if terminated else q[t, b] + advice[t, b]
    paid = reward - advice[s, a] + discount * ahead
    fresh = q.copy()
    fresh[s, a] += rate * (paid - q[s, a])
    return fresh, (fresh + advice)[s].argmax()
