"""`python -m facecraft.selftest`: load every model once and run it; used while the image is built."""

import sys

import numpy as np

from facecraft.models import ModelWrong, read_lock, verify
from facecraft.pipeline.portrait import Portraitist
from facecraft.settings import Settings


def main() -> None:
    """End with 0 if all models are the expected files and run, else with one sentence."""
    folder = Settings().models_dir
    try:
        for model in read_lock(folder):
            verify(folder, model)
    except ModelWrong as wrong:
        sys.exit(str(wrong))
    Portraitist(folder, "cpu").warm_up()
    print(f"All photo models load and run (numpy {np.__version__}).")


if __name__ == "__main__":
    main()
