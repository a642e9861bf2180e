"""A quarter is right for four arms. Here there are two: how often is the goal in the arm that the learner happened to
choose?"""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0.25,
        "frozen": "episodic",
        "clock": "global",
    }
