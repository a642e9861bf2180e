"""The exploring step in 7 cuts everything before it, so only 7, 8, 9 and 10 hear of the reward and 1 to 6 stay 0."""


def predict_the_news():
    """Your predictions, made before you run anything."""
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 4,
        "dyna": 10,
    }
