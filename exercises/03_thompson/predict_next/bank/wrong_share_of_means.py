"""You share the patients in proportion to the means. What counts is the probability of being the
better arm; when the beliefs are narrow, a small lead in the mean makes that nearly certain."""


def predict_next():
    return {
        "few": 0.41,
        "many": 0.39,
        "close": 0.47,
        "batch": 41,
        "batch_ucb1": 100,
    }
