"""Texts come out whole and natural in both languages, or not at all."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rules.language import Language
from rules.programme import Post
from texts.engine import TextMissing, Texts, load
from texts.escape import Markup, join
from texts.words import Words, words

SEOUL = ZoneInfo("Asia/Seoul")
SUNDAY = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)

SAMPLE = """
try-hello = <b>{ $name }</b>{ JOSA($name, "은/는") } 왔어요
try-day = { DAY($at) }
try-day-year = { DAY($at, year: 1) }
try-time = { TIME($at) }
try-when = { WHEN($at) }
try-when-year = { WHEN($at, year: 1) }
try-bare = { $at }
try-count = { $n ->
    [one] one person
   *[other] { $n } people
}
try-third = { $n }{ JOSA($n, "이/가") }
try-precise = { NUMBER($n, minimumFractionDigits: 1) }
try-role = { $role ->
    [lead] leads
   *[other] follows
}
try-inner = ({ try-count })
try-typo = { JOSA($name, "는/은") }
try-nothing =
    .label = Only an attribute
"""


def written(tmp_path: Path, language: Language, **files: str) -> Path:
    folder = tmp_path / language
    folder.mkdir(exist_ok=True)
    for name, source in files.items():
        (folder / f"{name}.ftl").write_text(source, "utf-8")
    return tmp_path


@pytest.fixture
def ko(tmp_path: Path) -> Words:
    folder = written(tmp_path, Language.KO, **{"try": SAMPLE})
    return Words(Language.KO, SEOUL, Texts(load(Language.KO, folder)))


@pytest.fixture
def en(tmp_path: Path) -> Words:
    folder = written(tmp_path, Language.EN, **{"try": SAMPLE})
    return Words(Language.EN, SEOUL, Texts(load(Language.EN, folder)))


def test_roles_have_their_names_in_both_languages() -> None:
    said = [[words(language).plain("common-role", role=p) for p in Post] for language in Language]
    assert said == [
        ["담당자", "대표멘토", "멘토", "멘티", "손님"],
        ["coordinator", "lead mentor", "mentor", "mentee", "guest"],
    ]


def test_the_same_words_are_handed_out_again() -> None:
    assert words(Language.KO, SEOUL) is words(Language.KO, SEOUL)
    assert words(Language.KO, SEOUL) is not words(Language.EN, SEOUL)


def test_a_name_is_escaped_in_chat_and_plain_on_a_button(ko: Words) -> None:
    assert ko.html("try-hello", name="<서우>") == "<b>&lt;서우&gt;</b>는 왔어요"
    assert ko.plain("try-hello", name="A&B 팀") == "<b>A&B 팀</b>은 왔어요"


def test_markup_stays_markup_and_its_particle_follows_what_is_read(ko: Words) -> None:
    assert ko.html("try-hello", name=Markup("<i>하늘 &amp;</i>")) == (
        "<b><i>하늘 &amp;</i></b>은 왔어요"
    )
    assert ko.plain("try-hello", name=Markup("<i>하늘 &amp;</i>")) == "<b>하늘 &</b>은 왔어요"


def test_one_text_goes_into_another_without_being_escaped_twice(ko: Words) -> None:
    inner = ko.html("try-hello", name="&")
    assert str(inner) in ko.html("try-hello", name=inner)


def test_a_list_longer_than_fluent_allows_is_rendered_whole(ko: Words) -> None:
    names = join(f"{n}. 김하늘" for n in range(1000))
    assert len(names) > 2500
    assert ko.html("try-hello", name=names) == f"<b>{names}</b>은 왔어요"


@pytest.mark.parametrize(
    ("key", "korean", "english"),
    [
        ("try-day", "11월 22일(일)", "Sun 22 Nov"),
        ("try-day-year", "2026년 11월 22일(일)", "Sun 22 Nov 2026"),
        ("try-time", "18:30", "18:30"),
        ("try-when", "11월 22일(일) 18:30", "Sun 22 Nov, 18:30"),
        ("try-when-year", "2026년 11월 22일(일) 18:30", "Sun 22 Nov 2026, 18:30"),
    ],
)
def test_a_stored_time_is_shown_in_the_programmes_zone(
    ko: Words, en: Words, key: str, korean: str, english: str
) -> None:
    assert ko.html(key, at=SUNDAY) == korean
    assert en.html(key, at=SUNDAY) == english


def test_a_date_has_a_day_but_no_time(ko: Words) -> None:
    assert ko.html("try-day", at=dt.date(2026, 3, 2)) == "3월 2일(월)"
    with pytest.raises(TextMissing, match="no time of day"):
        ko.html("try-time", at=dt.date(2026, 3, 2))


def test_without_a_zone_a_local_time_stands_and_a_stored_one_is_refused(ko: Words) -> None:
    unzoned = Words(Language.KO, None, ko._texts)
    assert unzoned.html("try-time", at=SUNDAY.astimezone(SEOUL)) == "18:30"
    with pytest.raises(TextMissing, match="the zone"):
        unzoned.html("try-time", at=SUNDAY)


@pytest.mark.parametrize(
    ("n", "shown"),
    [(0, "0"), (2026, "2026"), (9999, "9999"), (10_000, "10,000"), (-12_345, "-12,345")],
)
def test_whole_numbers_are_grouped_from_ten_thousand_on(en: Words, n: int, shown: str) -> None:
    assert en.html("try-count", n=n) == f"{shown} people"


def test_a_plural_sees_the_number_through_another_text(en: Words) -> None:
    assert en.html("try-count", n=1) == "one person"
    assert en.html("try-inner", n=1) == "(one person)"


def test_a_fraction_keeps_two_places_at_most(ko: Words) -> None:
    assert [ko.plain("try-third", n=n) for n in (4.256, 4.3, 4.0)] == ["4.26이", "4.3이", "4가"]
    assert ko.plain("try-third", n=3) == "3이"
    assert ko.plain("try-precise", n=4.0) == "4.0"


def test_a_choice_is_made_by_an_enums_value(en: Words) -> None:
    assert en.plain("try-role", role=Post.LEAD) == "leads"
    assert en.plain("try-role", role=Post.MENTEE) == "follows"


@pytest.mark.parametrize(
    ("key", "args", "reason"),
    [
        ("try-unknown", {}, "try-unknown"),
        ("try-hello", {}, "name"),
        ("try-nothing", {}, "no text of its own"),
        ("try-typo", {"name": "서우"}, "는/은"),
        ("try-bare", {"at": SUNDAY}, "DAY, TIME or WHEN"),
        ("try-day", {"at": "22 Nov"}, "value"),
        ("try-time", {"at": SUNDAY.replace(tzinfo=None)}, "without a zone"),
        ("try-third", {"n": float("nan")}, "nan"),
        ("try-count", {"n": True}, "bool"),
        ("try-hello", {"name": None}, "NoneType"),
    ],
)
def test_a_text_that_cannot_be_whole_is_refused(
    ko: Words, key: str, args: dict[str, str], reason: str
) -> None:
    with pytest.raises(TextMissing, match=reason):
        ko.html(key, **args)


def test_a_key_that_stands_twice_is_named(tmp_path: Path) -> None:
    folder = written(tmp_path, Language.KO, day="day-set = 가", group="day-set = 나")
    with pytest.raises(TextMissing, match=r"ko/group\.ftl: day-set stands twice"):
        load(Language.KO, folder)


def test_a_line_fluent_cannot_read_is_named(tmp_path: Path) -> None:
    folder = written(tmp_path, Language.EN, day="day-set = { $open")
    with pytest.raises(TextMissing, match=r"en/day\.ftl"):
        load(Language.EN, folder)


def test_a_term_may_share_a_messages_name(tmp_path: Path) -> None:
    folder = written(tmp_path, Language.EN, day="-day = day\nday = a { -day }")
    texts = Texts(load(Language.EN, folder))
    assert texts.render("day", {}, None, html=True) == "a day"


def test_importing_the_texts_does_not_load_fluent() -> None:
    code = "import sys, texts.words; sys.exit('fluent.runtime' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
