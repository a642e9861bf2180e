"""Markov decision processes: tabular and contextual, planned in and learnt in."""
