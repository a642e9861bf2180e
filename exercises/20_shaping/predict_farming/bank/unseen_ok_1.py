"""Pencil result, five plain numbers."""


def predict_farming():
    # closer: in M, going now pays 1 + c; walking M-S-M-S... pays 0.9c / (1 - 0.81).
    # presence: in M, going now pays 1; bumping for ever pays c / (1 - 0.9).
    return {
        "closer": 1 / (0.9 / 0.19 - 1),
        "presence": 0.1,
        "potential": 0.9,
        "kept": 0.9,
        "forgotten": 0.0,
    }
