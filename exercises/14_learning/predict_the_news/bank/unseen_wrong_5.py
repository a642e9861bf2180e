"""Every target has gamma times the next value in it, so the 1 flows back along the whole walk, 0.9 smaller each step, already in one episode."""


def predict_the_news():
    """Your predictions, made before you run anything."""
    return {
        "q_learning": 10,
        "three_times": 10,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 10,
    }
