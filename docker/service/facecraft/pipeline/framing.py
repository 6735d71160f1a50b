"""Where the head goes in the picture: the format's rule first, then room for all of the hair within the rule."""

from facecraft.pipeline.formats import Format
from facecraft.pipeline.head import Head
from facecraft.pipeline.view import View


def frame(head: Head, form: Format) -> View:
    """The view that shows the head as the format's rule says.

    Tall hair first moves the head down as far as the rule allows, then makes it smaller as far as the rule allows.
    """
    height = form.height
    scale = head.height / (form.head.wanted * height)
    lowest_eyes = (1 - form.eyes.least) * height
    room = form.room * height
    if room + head.to_hair / scale > lowest_eyes:
        smallest = head.height / (form.head.least * height)
        scale = min(max(head.to_hair / (lowest_eyes - room), scale), smallest)
    eyes = min(max((1 - form.eyes.wanted) * height, room + head.to_hair / scale), lowest_eyes)
    return View(form.width, height, head.eyes, (form.width / 2, eyes), head.angle, scale)


def hair_is_cut(head: Head, view: View) -> bool:
    """Whether the picture's upper edge cuts the hair (hair taller than the format's rule leaves room for)."""
    return view.place[1] - head.to_hair / view.scale < 0
