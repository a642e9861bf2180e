"""Knows the shapes and nothing else. What it passes earns nothing."""


def predict(question):
    return "first" if question == "pair" else 1.0
