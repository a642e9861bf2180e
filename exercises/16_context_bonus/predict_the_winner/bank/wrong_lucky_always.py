"""The episodic bonus does not look for another arm after it found this one empty: the next morning all places are
first visits again."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 1,
        "frozen": "episodic",
        "clock": "global",
    }
