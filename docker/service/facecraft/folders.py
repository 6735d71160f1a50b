"""Whether the service can write where it has to."""

import tempfile
from pathlib import Path


def trouble_with(folder: Path) -> str | None:
    """One sentence if no file can be written in the folder, else None."""
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"x")
    except OSError as error:
        return f"The folder {folder} cannot be written: {error.strerror or error}."
    return None
