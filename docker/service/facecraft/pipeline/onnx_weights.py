"""Take the convolutions' weights out of an ONNX file, in the order in which they are used, without an ONNX library.

ONNX files are Protocol Buffers; the few field numbers needed here are those of the public ONNX schema.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

_MODEL_GRAPH = 7
_GRAPH_NODE, _GRAPH_INITIALIZER = 1, 5
_NODE_INPUT, _NODE_TYPE = 1, 4
_TENSOR_DIMS, _TENSOR_TYPE, _TENSOR_NAME, _TENSOR_RAW = 1, 2, 8, 9
_FLOAT = 1
_VARINT, _TEXT = 0, 2
_FIXED_BYTES = {1: 8, 5: 4}


def convolutions(file: Path) -> list[tuple[Tensor, Tensor]]:
    """Weight (out x in x height x width) and bias (out) of each convolution; raises ValueError for another layout."""
    (graph,) = _collected(file.read_bytes())[_MODEL_GRAPH]
    if not isinstance(graph, bytes):
        raise ValueError("the file holds no graph")
    nodes: list[dict[int, list[int | bytes]]] = []
    values: dict[bytes, Tensor] = {}
    for field, value in _fields(graph):
        if field == _GRAPH_NODE and isinstance(value, bytes):
            nodes.append(_collected(value))
        elif field == _GRAPH_INITIALIZER and isinstance(value, bytes):
            name, tensor = _tensor(_collected(value))
            values[name] = tensor
    pairs = []
    for node in nodes:
        if node[_NODE_TYPE] == [b"Conv"]:
            _, weight, bias = (bytes(name) for name in node[_NODE_INPUT] if isinstance(name, bytes))
            pairs.append((values[weight], values[bias]))
    return pairs


def _tensor(fields: dict[int, list[int | bytes]]) -> tuple[bytes, Tensor]:
    (name,), (kind,), (raw,) = fields[_TENSOR_NAME], fields[_TENSOR_TYPE], fields[_TENSOR_RAW]
    if kind != _FLOAT or not isinstance(raw, bytes) or not isinstance(name, bytes):
        raise ValueError("only floats that are stored as raw bytes are read here")
    shape = [each for each in fields[_TENSOR_DIMS] if isinstance(each, int)]
    return name, torch.from_numpy(np.frombuffer(raw, "<f4").copy()).reshape(shape)


def _collected(message: bytes) -> dict[int, list[int | bytes]]:
    found: dict[int, list[int | bytes]] = {}
    for field, value in _fields(message):
        found.setdefault(field, []).append(value)
    return found


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Walk through a message: field number and value; repeated numbers come one by one or packed as bytes."""
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        kind = key & 7
        if kind == _VARINT:
            value, place = _varint(message, place)
            yield key >> 3, value
        elif kind == _TEXT:
            length, place = _varint(message, place)
            yield key >> 3, message[place : place + length]
            place += length
        else:
            place += _FIXED_BYTES[kind]


def _varint(message: bytes, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
        shift += 7
