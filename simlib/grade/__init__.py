"""Marks: a judge that never runs a student's code, and a sandbox that does."""
