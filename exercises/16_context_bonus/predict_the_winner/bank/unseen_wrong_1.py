"""The chapter saw about 0.29 for the episodic bonus in the shared world, that is nearest to 0.25."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0.25,
        "frozen": "episodic",
        "clock": "global",
    }
