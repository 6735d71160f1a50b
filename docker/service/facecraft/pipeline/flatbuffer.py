"""The few reads of the FlatBuffers binary format that a TFLite file needs (all numbers are little-endian)."""

import struct
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt


class Table:
    """One table at a position in the buffer; fields are numbered as in the schema."""

    def __init__(self, buffer: bytes, position: int) -> None:
        self._buffer, self._position = buffer, position
        self._vtable = position - int(struct.unpack_from("<i", buffer, position)[0])
        self._vtable_bytes = int(struct.unpack_from("<H", buffer, self._vtable)[0])

    @classmethod
    def root(cls, buffer: bytes) -> "Table":
        """The outermost table of a file."""
        return cls(buffer, int(struct.unpack_from("<I", buffer, 0)[0]))

    def has(self, field: int) -> bool:
        """Whether the field is present."""
        return self._field(field) is not None

    def number(self, field: int, form: str, default: int = 0) -> int:
        """A scalar field, read by a struct letter; the default if it is absent."""
        position = self._field(field)
        return default if position is None else int(struct.unpack_from("<" + form, self._buffer, position)[0])

    def table(self, field: int) -> "Table":
        """A field that is a table."""
        return Table(self._buffer, self._follow(self._present(field)))

    def tables(self, field: int) -> list["Table"]:
        """A field that is a list of tables; empty if it is absent."""
        return [Table(self._buffer, position) for position in self._entries(field)]

    def numbers(self, field: int, kind: Any) -> npt.NDArray[Any]:
        """A field that is a list of scalars; empty if it is absent."""
        position = self._field(field)
        if position is None:
            return np.empty(0, kind)
        start = self._follow(position)
        return np.frombuffer(self._buffer, kind, self._length(start), start + 4)

    def text(self, field: int) -> str:
        """A field that is a string."""
        return bytes(self.numbers(field, np.uint8)).decode()

    def _entries(self, field: int) -> Iterator[int]:
        position = self._field(field)
        if position is not None:
            start = self._follow(position)
            for index in range(self._length(start)):
                yield self._follow(start + 4 + 4 * index)

    def _field(self, field: int) -> int | None:
        entry = 4 + 2 * field
        if entry >= self._vtable_bytes:
            return None
        offset = int(struct.unpack_from("<H", self._buffer, self._vtable + entry)[0])
        return self._position + offset if offset else None

    def _present(self, field: int) -> int:
        position = self._field(field)
        if position is None:
            raise ValueError(f"field {field} is missing")
        return position

    def _follow(self, position: int) -> int:
        return position + int(struct.unpack_from("<I", self._buffer, position)[0])

    def _length(self, start: int) -> int:
        return int(struct.unpack_from("<I", self._buffer, start)[0])
