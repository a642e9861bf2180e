def predict(question):
    mine = {
        "half": 70,
        "nines": 10,
        "order": 100,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
