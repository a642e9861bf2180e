"""Remembering more is not always better: in a fresh world all names are new, the global bonus is 1 for every step, and a
reward that is the same for everything gives no direction."""


def predict():
    return {
        "fresh": "global",
        "half": "global",
        "shared": "global",
        "lucky": 0.5,
        "frozen": "episodic",
        "clock": "global",
    }
