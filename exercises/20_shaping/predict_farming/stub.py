def predict_farming():
    """Your predictions, made before you run anything.

    Returns a dict of five numbers: "closer" and "presence"
    in [0, 5], "potential", "kept", "forgotten" in [0, 1].
    """
    raise NotImplementedError
