"""Stochastic bandits: a world knows the truth, a policy decides, `simulate` adds up the regret."""
