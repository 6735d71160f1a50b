"""`python -m facecraft.evaluate PHOTOS SHEET.png`: print detection rate and errors, write a contact sheet."""

import statistics
import sys
from collections import defaultdict
from pathlib import Path

from facecraft.evaluate.cases import cases
from facecraft.evaluate.measure import Result, edge_errors, try_case
from facecraft.evaluate.sheet import contact_sheet
from facecraft.pipeline.portrait import Portraitist
from facecraft.settings import Settings


def main(folder: Path, sheet: Path) -> None:
    """Try every case, one after the other."""
    settings = Settings()
    portraitist = Portraitist(settings.models_dir, settings.device)
    results = [try_case(portraitist, case) for case in cases(folder)]
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[result.case.group].append(result)
    print(f"{'group':24}{'right':>9}{'eyes off, median':>18}{'worst':>8}{'tilt, median':>14}{'worst':>8}")
    for group, members in groups.items():
        print(_line(group, members))
    print(_line("all with a face", [result for result in results if result.case.eyes]))
    for name in ("astronaut", "dark-hair", "white-hair"):
        for way, (whole, edge) in edge_errors(portraitist, folder, name).items():
            print(f"edge of {name:12} {way:24} whole picture {whole:.4f}   along the edge {edge:.4f}")
    contact_sheet(results).save(sheet)


def _line(group: str, members: list[Result]) -> str:
    right = f"{sum(member.right for member in members)}/{len(members)}"
    offsets = [member.offset for member in members if member.offset is not None]
    tilts = [abs(member.tilt) for member in members if member.tilt is not None]
    if not offsets:
        return f"{group:24}{right:>9}"
    return (
        f"{group:24}{right:>9}{statistics.median(offsets):>18.1%}{max(offsets):>8.1%}"
        f"{statistics.median(tilts):>13.1f}°{max(tilts):>7.1f}°"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
