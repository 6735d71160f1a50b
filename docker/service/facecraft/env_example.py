"""`python -m facecraft.env_example`: print .env.example, from the settings and what the compose file adds to them."""

from facecraft.settings import FIXED_IN_THE_IMAGE, Settings

COMPOSE = {
    "FACECRAFT_BIND": (
        "127.0.0.1",
        "Who may open it: 127.0.0.1 is this computer only, 0.0.0.0 is everyone in the network.",
    ),
    "FACECRAFT_PUBLISHED_PORT": ("8000", "The number in the address http://localhost:8000."),
    "FACECRAFT_CPU_MEMORY": ("2g", "Most memory the processor version may take."),
    "FACECRAFT_GPU_MEMORY": ("6g", "Most memory (not the card's) the graphics card version may take."),
    "FACECRAFT_GPU_COUNT": ("all", "How many graphics cards it may use, or all."),
    "FACECRAFT_VERSION": ("0.1.0", "Version written into the image's labels when it is built."),
    "FACECRAFT_REVISION": ("unknown", "Commit written into the image's labels when it is built."),
    "FACECRAFT_CREATED": ("1970-01-01T00:00:00Z", "Time of that commit, written into the image's labels."),
}
"""Variables that only docker-compose.yml reads: default and meaning."""

HEAD = """\
# Settings of Facecraft. Copy this file to .env beside docker-compose.yml, and take away the # before a line
# to change it. Every line shows the default. Made by `python -m facecraft.env_example`; a test compares it.
"""


def env_example() -> str:
    """The text of .env.example."""
    settings = {
        f"FACECRAFT_{name.upper()}": (_as_text(field.default), str(field.description))
        for name, field in Settings.model_fields.items()
        if name not in FIXED_IN_THE_IMAGE
    }
    lines = [f"# {meaning}\n# {name}={default}\n" for name, (default, meaning) in {**COMPOSE, **settings}.items()]
    return "\n".join([HEAD, *lines])


def _as_text(default: object) -> str:
    return "" if default is None or default == () else str(default)


if __name__ == "__main__":
    print(env_example(), end="")
