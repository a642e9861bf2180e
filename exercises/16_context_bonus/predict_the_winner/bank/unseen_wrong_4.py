"""With two arms there is less to find by luck and memory helps in half of the episodes, so the curves cross before one half."""


def predict():
    return {
        "fresh": "episodic",
        "half": "global",
        "shared": "global",
        "lucky": 0.5,
        "frozen": "episodic",
        "clock": "global",
    }
