"""Builds the change as a separate table, names each part, chooses in a list over states."""
import numpy as np


def advised_sarsa(q, advice, step, rate, discount):
    here = step[0], step[1]
    following = step[3], step[4]
    over = bool(step[5])
    phi_after = 0.0 if over else advice[following]
    q_after = 0.0 if over else q[following]
    bonus = discount * phi_after - advice[here]
    error = step[2] + bonus + discount * q_after - q[here]
    change = np.zeros_like(q)
    change[here] = rate * error
    table = q + change
    choice = [int(np.argmax(table[s] + advice[s])) for s in range(len(table))]
    return table, np.array(choice)
