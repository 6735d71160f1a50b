"""The service's promises, each in a sentence."""
