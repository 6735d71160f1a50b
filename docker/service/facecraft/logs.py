"""Logs: one line an event, as text or as JSON. Names of photos are never logged."""

import json
import logging
import sys
from datetime import UTC, datetime


def set_up_logging(level: str, form: str) -> None:
    """Send everything, the web server's own lines too, to standard error in one form."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLine() if form == "json" else _TextLine())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # Its lines about every part of every upload hold the photos' names.
    logging.getLogger("python_multipart").setLevel(logging.WARNING)


class _TextLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return f"{_moment(record)} {record.levelname} {_message(record)}"


class _JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {"time": _moment(record), "level": record.levelname, "from": record.name, "event": _message(record)}
        return json.dumps(line)


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _message(record: logging.LogRecord) -> str:
    message = record.getMessage()
    if record.exc_info:
        message = f"{message}: {logging.Formatter().formatException(record.exc_info)}"
    return message.replace("\n", " | ")
