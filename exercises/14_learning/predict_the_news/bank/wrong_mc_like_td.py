"""Monte Carlo is thought to move the last state only. It waits for the end and then moves every state that was visited."""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 1,
        "cut_trace": 10,
        "dyna": 10,
    }
