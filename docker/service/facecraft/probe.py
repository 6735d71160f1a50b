"""`python -m facecraft.probe ready|health`: the container's own health check; exits 0 if the answer is yes."""

import json
import os
import sys
import urllib.request


def main(question: str) -> None:
    """Ask the running service; end with 0 for yes and with 1 and the reason for no."""
    address = f"http://127.0.0.1:{os.environ.get('FACECRAFT_PORT', '8000')}/{question}"
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            answer = json.load(response)
    except OSError as error:
        sys.exit(f"{question}: {error}")
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "ready")
