"""Which device computes: what was asked for, what is used, and the facts about it."""

from dataclasses import dataclass
from typing import Literal

import torch

Requested = Literal["auto", "cpu", "cuda"]


class DeviceMissing(RuntimeError):
    """The graphics card was demanded and does not work; the message is one sentence for people."""


@dataclass(frozen=True)
class DeviceFacts:
    """What /status tells about the device; memory in bytes."""

    requested: str
    used: str | None
    name: str
    torch: str
    cuda: str | None
    memory_used_bytes: int


def choose_device(requested: Requested) -> torch.device:
    """Honour the request: `auto` takes the graphics card only where it really computes; `cuda` raises DeviceMissing."""
    if requested == "cpu":
        return torch.device("cpu")
    trouble = _cuda_trouble()
    if trouble is None:
        return torch.device("cuda")
    if requested == "cuda":
        raise DeviceMissing(
            f"Facecraft did not start: FACECRAFT_DEVICE=cuda demands a graphics card, but {trouble} "
            f"(torch {torch.__version__}, CUDA {torch.version.cuda or 'not included'})."
        )
    return torch.device("cpu")


def device_facts(requested: str, device: torch.device) -> DeviceFacts:
    """Collect the facts of the device in use."""
    on_card = device.type == "cuda"
    return DeviceFacts(
        requested=requested,
        used=device.type,
        name=torch.cuda.get_device_name(device) if on_card else processor_name(),
        torch=str(torch.__version__),
        cuda=torch.version.cuda,
        memory_used_bytes=torch.cuda.memory_allocated(device) if on_card else resident_memory(),
    )


def resident_memory() -> int:
    """Memory of this process that lies in RAM, in bytes; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * 4096
    except OSError:
        return 0


def processor_name() -> str:
    """The processor's name as the system tells it, else "Processor"."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            names = [line.partition(":")[2].strip() for line in info if line.startswith("model name")]
    except OSError:
        names = []
    return names[0] if names else "Processor"


def _cuda_trouble() -> str | None:
    if torch.version.cuda is None:
        return "this version of Facecraft has no graphics card code"
    if not torch.cuda.is_available():
        return "none is visible in the container"
    try:
        # A card that torch has no kernels for is visible all the same; only computing something shows it.
        torch.nn.functional.conv2d(
            torch.ones(1, 1, 8, 8, device="cuda"), torch.ones(1, 1, 3, 3, device="cuda")
        ).sum().item()
    except RuntimeError as error:
        return f"the card does not compute: {str(error).splitlines()[0]}"
    return None
