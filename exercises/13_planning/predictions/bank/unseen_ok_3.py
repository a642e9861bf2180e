"""Everything simulated in small loops, the two texts decided by tiny worlds."""
import numpy as np


def half():
    weight, steps = 1.0, 0
    while weight > 0.5:
        weight, steps = weight * 0.99, steps + 1
    return steps


def sweeps(gamma):
    value, count = 0.0, 0
    while True:
        new, count = 1 + gamma * value, count + 1
        if (new - value) / (1 - gamma) <= 0.001:
            return count
        value = new


def order(places=100, gamma=0.9):
    value, count = np.zeros(places), 0
    while True:
        before = value.copy()
        for i in range(places - 1):
            ahead = 1.0 if i == places - 2 else gamma * value[i + 1]
            value[i] = max(gamma * value[max(i - 1, 0)], ahead)
        if np.array_equal(value, before):
            return count
        count += 1


def predict(question):
    if question == "half":
        return half()
    if question == "nines":
        return sweeps(0.99) / sweeps(0.9)
    if question == "order":
        return order()
    if question == "lasting":
        # c in every step is worth c / (1 - gamma) to each policy
        gain_a = gain_b = 5 / (1 - 0.9)
        return "always" if gain_a == gain_b else "not always"
    # leave for 1 at once, or stay for 0: with the 5, staying is worth 50
    leave, stay = 1 + 5, (0 + 5) / (1 - 0.9)
    return "always" if leave > stay else "not always"
