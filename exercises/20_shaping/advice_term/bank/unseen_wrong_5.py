"""The agent's actions come from the table it has while it takes the step: the old q plus the advice."""
import numpy as np


def advised_sarsa(q, advice, step, rate, discount):
    s, a, r, s2, a2, terminated = step
    new = np.array(q, dtype=float)
    q_next = 0.0 if terminated else q[s2, a2]
    phi_next = 0.0 if terminated else advice[s2, a2]
    paid = r + discount * phi_next - advice[s, a]
    new[s, a] += rate * (paid + discount * q_next - q[s, a])
    return new, (q + advice).argmax(axis=1)
