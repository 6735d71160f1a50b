"""Measure how well and how fast pictures are made: `python -m facecraft.evaluate` and `python -m facecraft.evaluate.speed`."""
