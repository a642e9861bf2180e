"""Four real steps and then one estimate: the reward reaches the last state and four more behind it, five in all."""


def predict_the_news():
    """Your predictions, made before you run anything."""
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 5,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 10,
    }
