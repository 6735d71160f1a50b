"""Measure how well pictures are made (`python -m facecraft.evaluate`) and how fast (`… facecraft.evaluate.speed`)."""
