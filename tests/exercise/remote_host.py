"""Run by test_answer.py in another process: a Host behind a pipe, one JSON line for each message."""

import json
import sys
from typing import Any

import numpy as np

from simlib.exercise.host import Host


def encode(value):
    if isinstance(value, np.ndarray):
        return {"array": value.dtype.str, "shape": value.shape, "values": value.ravel().tolist()}
    if isinstance(value, dict):
        return {"dict": {key: encode(member) for key, member in value.items()}}
    return [encode(member) for member in value] if isinstance(value, list) else value


def decode(value) -> Any:
    if isinstance(value, dict) and "array" in value:
        return np.array(value["values"], dtype=value["array"]).reshape(value["shape"])
    if isinstance(value, dict):
        return {key: decode(member) for key, member in value["dict"].items()}
    return [decode(member) for member in value] if isinstance(value, list) else value


if __name__ == "__main__":
    namespace: dict = {"__name__": "answer"}
    with open(sys.argv[1], encoding="utf-8") as file:
        exec(compile(file.read(), "answer", "exec"), namespace)
    host = Host(namespace)
    for line in sys.stdin:
        print(json.dumps(encode(host.reply(decode(json.loads(line))))), flush=True)
