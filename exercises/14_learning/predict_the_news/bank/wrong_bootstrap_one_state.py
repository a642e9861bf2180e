"""The 0.1 is seen, but only state 6 is thought to be moved by it. An error moves every state whose trace is alive."""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 5,
        "dyna": 10,
    }
