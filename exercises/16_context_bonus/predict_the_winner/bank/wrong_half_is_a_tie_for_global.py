"""At sharing 0.5 take the mean over both kinds of episodes. The global bonus wins none of the fresh ones, the episodic
bonus nearly all of them and some of the shared ones."""


def predict():
    return {
        "fresh": "episodic",
        "half": "global",
        "shared": "global",
        "lucky": 0.5,
        "frozen": "episodic",
        "clock": "global",
    }
