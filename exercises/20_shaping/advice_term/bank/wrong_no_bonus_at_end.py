"""At an end the advice of this pair is still taken back."""


def advised_sarsa(q, advice, step, rate, discount):
    s, a, reward, t, b, terminated = step
    ahead = 0.0 if terminated else q[t, b] + advice[t, b]
    paid = reward + discount * ahead - (0.0 if terminated else advice[s, a])
    fresh = q.copy()
    fresh[s, a] += rate * (paid - q[s, a])
    return fresh, (fresh + advice).argmax(axis=1)
