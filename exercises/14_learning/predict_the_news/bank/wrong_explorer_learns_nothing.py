"""Only the exploring action is thought to learn nothing. The cut comes first; then its own trace is laid, and its own error moves it."""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 9,
        "dyna": 10,
    }
