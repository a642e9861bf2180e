"""You give a number of your own where the card asks for the nearest of its choices."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0.48,
        "frozen": "episodic",
        "clock": "global",
    }
