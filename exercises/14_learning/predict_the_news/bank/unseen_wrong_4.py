"""A thought only repeats what was really seen, and only the last step was paid, so thinking more makes state 10 surer but tells nobody else."""


def predict_the_news():
    """Your predictions, made before you run anything."""
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 1,
    }
