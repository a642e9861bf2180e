"""Fills the dict entry by entry from rough success numbers and a tiny NumPy comparison."""
import numpy as np


def predict():
    who = np.array(["global", "episodic"])
    guess = {}
    fresh, shared = np.array([0.0, 1.0]), np.array([0.8, 0.5])
    for name, sigma in (("fresh", 0.0), ("half", 0.5), ("shared", 1.0)):
        guess[name] = str(who[np.argmax((1 - sigma) * fresh + sigma * shared)])
    guess["lucky"] = float(shared[1])
    guess["frozen"] = str(who[1])  # 1 / sqrt(1 + 0) = 1, what is left is first visit
    guess["clock"] = str(who[0])  # first visit is always 1, what is left is the count
    return guess
