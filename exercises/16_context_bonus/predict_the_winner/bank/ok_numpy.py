"""The winners read off a table of rough successes."""

import numpy as np


def predict():
    names = ["global", "episodic"]
    rough = {"fresh": [0, 1], "half": [0.4, 0.75], "shared": [0.8, 0.5]}
    guesses = {name: names[int(np.argmax(pair))] for name, pair in rough.items()}
    guesses["lucky"] = 0.5
    guesses["frozen"], guesses["clock"] = "episodic", "global"
    return guesses
