"""Exercises, the student's side: cards, the plain-data boundary, checks, feedback and the bank."""
