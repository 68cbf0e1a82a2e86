"""What no file of the project may hold."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.house.source import ROOT, no, tracked

ADDRESS = re.compile(r"https?://|file:/|git\+|--(extra-)?index-url|--find-links", re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.$}/])/(home|root|Users|work)/[A-Za-z0-9_.-]+")
TOKEN = re.compile(r"(?<!\d)\d{8,10}:A[A-Za-z0-9_-]{34}")
BINARY = {".xlsx", ".png", ".jpg", ".gif", ".ico", ".woff2"}


def texts() -> list[tuple[Path, str]]:
    own = Path("tests/house/test_files.py")
    plain = [path for path in tracked() if path.suffix not in BINARY and path != own]
    return [(path, (ROOT / path).read_text("utf-8")) for path in plain]


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{text.count(chr(10), 0, hit.start()) + 1}: {hit.group()}"
        for path, text in texts()
        for hit in pattern.finditer(text)
    ]


def test_the_lock_file_holds_hashes_and_no_download_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert not ADDRESS.search(lock)
    wanted = re.findall(r"^[A-Za-z0-9_.\[\]-]+==\S+", lock, re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", lock.strip())
    bare = [each for each in blocks if "==" in each and "--hash=sha256:" not in each]
    assert len(wanted) > 20
    assert bare == []


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text("utf-8").lower()
    optional = project["optional-dependencies"].values()
    asked = [*project["dependencies"], *(each for group in optional for each in group)]
    names = {re.split(r"[\[<>=]", each)[0].lower().replace(".", "-") for each in asked} - {"todak"}
    assert [name for name in names if f"\n{name}==" not in f"\n{lock}"] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    no(found(MACHINE))


def test_no_file_holds_a_token() -> None:
    no([hit for hit in found(TOKEN) if not hit.startswith("tests/")])


@pytest.mark.parametrize("name", ["CHANGELOG.md", "LICENSE", "README.md", "docs/words.md"])
def test_the_papers_are_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(each.name[:4]) for each in (ROOT / "docs/decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
