"""A thought is taken for a mere repetition. It repeats the step, but with the q of now: the target is another one than it was."""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 1,
    }
