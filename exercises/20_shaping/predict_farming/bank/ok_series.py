"""The series summed term by term."""


def predict_farming():
    walk = sum(0.9**k for k in range(1, 400, 2))
    stay = sum(0.9**k for k in range(400))
    return {"closer": 1 / (walk - 1), "presence": 1 / stay, "potential": 0.9, "kept": 0.9, "forgotten": 0.0}
