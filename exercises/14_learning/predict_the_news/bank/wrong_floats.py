"""The counts are floats. Ten states are ten, not 10.0."""


def predict_the_news():
    return {
        "q_learning": 1.0,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 10,
    }
