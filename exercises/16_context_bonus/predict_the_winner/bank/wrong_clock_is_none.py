"""The clock makes the episodic factor 1 throughout, not 0. And the global counts still repeat from one shared episode to
the next, at the same time step."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0.5,
        "frozen": "episodic",
        "clock": "none",
    }
