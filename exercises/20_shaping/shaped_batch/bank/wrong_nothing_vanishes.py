"""Where the world ended nothing follows, whatever the table says of the state reached."""


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    return reward + discount * after - now
