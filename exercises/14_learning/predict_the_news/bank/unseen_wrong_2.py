"""After the exploring action in 7 all traces are cut, its own too, so 7 is the only state that learns nothing."""


def predict_the_news():
    """Your predictions, made before you run anything."""
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 9,
        "dyna": 10,
    }
