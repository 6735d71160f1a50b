"""Facecraft: turns a photo of a person into a passport or portrait picture, without the internet."""

__version__ = "0.1.0"
