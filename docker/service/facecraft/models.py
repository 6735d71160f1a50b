"""The photo models on disk: which ones there must be, and whether they are the expected files."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path


class ModelWrong(RuntimeError):
    """A model is missing or is not the expected file; the message is one sentence for people."""


@dataclass(frozen=True)
class Model:
    """One line of models.lock."""

    name: str
    sha256: str


def read_lock(folder: Path) -> list[Model]:
    """List the models that models.lock in the folder names; raises ModelWrong if there is no such list."""
    try:
        lock = tomllib.loads((folder / "models.lock").read_text(encoding="utf-8"))
        return [Model(str(entry["name"]), str(entry["sha256"])) for entry in lock["model"]]
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise ModelWrong(f"The list of photo models cannot be read: {error}.") from error


def verify(folder: Path, model: Model) -> None:
    """Compare one model with its hash; raises ModelWrong if it is missing or different."""
    try:
        found = hashlib.sha256((folder / model.name).read_bytes()).hexdigest()
    except OSError as error:
        raise ModelWrong(f"The photo model {model.name} cannot be read: {error.strerror}.") from error
    if found != model.sha256:
        raise ModelWrong(f"The photo model {model.name} is not the expected file (SHA-256 {found}).")
