"""How the report names people and files."""

import pytest

from rules.report import Silent, file_stem, shown

MANY = [Silent(f"사람{number}", number) for number in range(25)]


def test_some_are_named_and_the_others_counted() -> None:
    assert shown(MANY, 20) == (MANY[:20], 5)
    assert shown(MANY[:3], 20) == (MANY[:3], 0)


@pytest.mark.parametrize(
    ("programme", "stem"),
    [
        ("2026 토닥토닥 멘토링", "2026 토닥토닥 멘토링"),
        ("상반기/하반기: 전체", "상반기 하반기 전체"),
        ("  ..끝. ", "끝"),
        ("가" * 80, "가" * 60),
    ],
)
def test_a_programme_becomes_a_part_of_a_file_name(programme: str, stem: str) -> None:
    assert file_stem(programme) == stem
