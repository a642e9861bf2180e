"""A factor of 1 is not a factor of 0: with N = 0 the global part is 1, and the product is what the other factor says."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0.5,
        "frozen": "none",
        "clock": "global",
    }
