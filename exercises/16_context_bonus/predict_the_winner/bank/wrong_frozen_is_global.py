"""The counts are what is frozen, so the global factor is 1/sqrt(1 + 0) = 1 for every place. The other factor goes on
working."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0.5,
        "frozen": "global",
        "clock": "global",
    }
