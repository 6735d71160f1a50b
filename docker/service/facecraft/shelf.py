"""The shelf of finished photos: one folder a job, with the pictures and a note about them (job.json)."""

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_JOB = re.compile(r"\d{8}-\d{6}-[0-9a-f]{12}")
_NAME = re.compile(r"\d{1,4}\.(png|jpeg|webp)")
_NOTE = "job.json"
_UNFINISHED_SECONDS = 3600


class Shelf:
    """All access to the folder of finished photos."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, pictures: dict[str, bytes], note: dict[str, Any]) -> str:
        """Store the pictures of one job and return its id; the job appears complete or not at all. Raises OSError."""
        moment = datetime.now(UTC)
        job = f"{moment:%Y%m%d-%H%M%S}-{secrets.token_hex(6)}"
        hidden = self._folder / f".{job}"
        try:
            hidden.mkdir(mode=0o750)
            for name, content in pictures.items():
                (hidden / name).write_bytes(content)
            whole = {"job": job, "created": moment.isoformat(timespec="seconds"), **note}
            (hidden / _NOTE).write_text(json.dumps(whole), encoding="utf-8")
            hidden.rename(self._folder / job)
        except OSError:
            shutil.rmtree(hidden, ignore_errors=True)
            raise
        return job

    def picture(self, job: str, name: str) -> Path | None:
        """The file of one picture, or None if there is none by that name."""
        if not _JOB.fullmatch(job) or not _NAME.fullmatch(name):
            return None
        file = self._folder / job / name
        return file if file.is_file() else None

    def jobs(self) -> list[dict[str, Any]]:
        """The notes of all jobs, the newest first."""
        notes = []
        for folder in sorted(self._folders(), reverse=True):
            try:
                notes.append(json.loads((folder / _NOTE).read_text(encoding="utf-8")))
            except (OSError, ValueError):
                # Deleted meanwhile, or not ours.
                continue
        return notes

    def remove(self, job: str) -> bool:
        """Delete one job; whether there was one."""
        folder = self._folder / job
        if not _JOB.fullmatch(job) or not folder.is_dir():
            return False
        shutil.rmtree(folder, ignore_errors=True)
        return True

    def remove_older_than(self, hours: float) -> int:
        """Delete the jobs that are older than this; returns how many."""
        limit = time.time() - hours * 3600
        old = [folder.name for folder in self._folders() if _age_mark(folder) < limit]
        return sum(self.remove(job) for job in old)

    def remove_unfinished(self) -> None:
        """Delete what a killed process left half written; what is young may be the work of another version."""
        limit = time.time() - _UNFINISHED_SECONDS
        for folder in self._folder.glob(".*-*"):
            if _JOB.fullmatch(folder.name[1:]) and _age_mark(folder) < limit:
                shutil.rmtree(folder, ignore_errors=True)

    def count(self) -> dict[str, int]:
        """How many pictures lie on the shelf, and their bytes."""
        sizes = [
            entry.stat().st_size
            for folder in self._folders()
            for entry in os.scandir(folder)
            if _NAME.fullmatch(entry.name)
        ]
        return {"count": len(sizes), "bytes": sum(sizes)}

    def _folders(self) -> Iterator[Path]:
        try:
            with os.scandir(self._folder) as entries:
                yield from (Path(entry.path) for entry in entries if _JOB.fullmatch(entry.name))
        except OSError:
            return


def _age_mark(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:
        return time.time()
