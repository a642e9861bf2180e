"""Too many pulls are paid for certain and five times over, while too few only risk a rare wrong choice."""
import numpy as np


def predict():
    return {"large_gap": 50, "small_gap": 250, "dearer": "too many", "growth": 2}
