"""A contact sheet of the results: what came in, what came out, and whether it is right."""

import io

from PIL import Image, ImageDraw, ImageOps

from facecraft.evaluate.measure import Result

COLUMNS, CELL, LABEL = 8, (216, 150), 26
_RIGHT, _WRONG, _INK = (23, 113, 74), (179, 38, 27), (28, 27, 25)


def contact_sheet(results: list[Result]) -> Image.Image:
    """One cell a case, photo on the left and picture on the right; wrong ones are framed in red."""
    rows = -(-len(results) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * CELL[0], rows * (CELL[1] + LABEL)), "white")
    for number, result in enumerate(results):
        sheet.paste(_cell(result), ((number % COLUMNS) * CELL[0], (number // COLUMNS) * (CELL[1] + LABEL)))
    return sheet


def _cell(result: Result) -> Image.Image:
    cell = Image.new("RGB", (CELL[0], CELL[1] + LABEL), "white")
    half = (CELL[0] // 2 - 6, CELL[1] - 4)
    before = ImageOps.exif_transpose(Image.open(io.BytesIO(result.case.content))).convert("RGB")
    cell.paste(ImageOps.contain(before, half), (3, 3))
    draw = ImageDraw.Draw(cell)
    if result.picture is not None:
        cell.paste(ImageOps.contain(Image.open(io.BytesIO(result.picture)).convert("RGB"), half), (CELL[0] // 2, 3))
    else:
        draw.text((CELL[0] // 2 + 4, CELL[1] // 2), result.refusal, _INK)
    draw.text((4, CELL[1] + 1), f"{result.case.group}: {result.case.name}"[:34], _INK)
    colour = _RIGHT if result.right else _WRONG
    told = "" if result.offset is None else f"{result.offset:.1%} {result.tilt:+.1f}°"
    draw.text((4, CELL[1] + 12), f"{'right' if result.right else 'WRONG'} {told}", colour)
    if not result.right:
        draw.rectangle((0, 0, CELL[0] - 2, CELL[1] + LABEL - 2), outline=_WRONG, width=2)
    return cell
