"""The house tests about texts do find each fault they look for."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.language import Language
from tests.house import ftl, key_uses
from tests.house.ftl import Text


def texts_of(tmp_path: Path, ko: str = "", en: str = "") -> dict[Language, dict[str, Text]]:
    for language, source in ((Language.KO, ko), (Language.EN, en)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "day.ftl").write_text(source, "utf-8")
    return ftl.all_texts(tmp_path)


def korean(tmp_path: Path, source: str) -> Text:
    (text,) = texts_of(tmp_path, ko=source)[Language.KO].values()
    return text


@pytest.mark.parametrize(
    ("ko", "en", "fault"),
    [
        ("day-a = 가", "", "one language only"),
        ("day-a = { $x }", "day-a = x", "$x stands in one language only"),
        ("day-a = { DAY($x) }", "day-a = { $x }", "$x is a day or time"),
        ("day-a = { day-b }\nday-b = { $x }", "day-a = a\nday-b = { $x }", "day-a: $x stands"),
    ],
)
def test_languages_that_differ_are_named(tmp_path: Path, ko: str, en: str, fault: str) -> None:
    both = texts_of(tmp_path, ko, en)
    (found,) = ftl.unlike(both[Language.KO], both[Language.EN])
    assert found.startswith("texts/ko/day.ftl: day-a: ")
    assert fault in found


def test_a_key_in_another_file_is_named(tmp_path: Path) -> None:
    both = texts_of(tmp_path, ko="day-a = 가")
    (tmp_path / "en" / "group.ftl").write_text("day-a = a")
    (fault,) = ftl.unlike(both[Language.KO], ftl.all_texts(tmp_path)[Language.EN])
    assert fault == "texts/ko/day.ftl: day-a: stands in group.ftl in English"


@pytest.mark.parametrize(
    "source", ["group-a = 가", "day = 가", "day-A = 가", "day-a =\n    .b = 가"]
)
def test_a_key_of_another_form_is_named(tmp_path: Path, source: str) -> None:
    assert list(ftl.form_faults(korean(tmp_path, source)))


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("day-a = <b>가", "stays open"),
        ("day-a = <b><i>가</b></i>", "closes nothing"),
        ("day-a = 가</b>", "closes nothing"),
        ("day-a = <p>가</p>", "begins no tag"),
        ("day-a = 1 < 2", "begins no tag"),
        ("day-a = 가&nbsp;나", "doesn't know &nbsp;"),
        ("day-a = { $n ->\n    [one] <b>가\n   *[other] 나\n}", "stays open"),
        (f"day-a = {'가' * 4097}", "longer than 4096"),
    ],
)
def test_html_telegram_would_refuse_is_named(tmp_path: Path, source: str, fault: str) -> None:
    assert any(fault in found for found in ftl.html_faults(korean(tmp_path, source)))


@pytest.mark.parametrize(
    "source",
    [
        'day-a = <b>가</b> <a href="https://t.me/{ $x }">나</a> &lt;다&gt; &amp; Q&A 1 > 0',
        "day-a = <blockquote>{ $n ->\n    [one] <b>가</b>\n   *[other] 나\n}</blockquote>",
        "day-a = <blockquote expandable>가</blockquote>",
        'day-a = { "{" }{ { $x } }{ DAY($at) }<span class="tg-spoiler">가</span>',
    ],
)
def test_html_telegram_takes_is_left_alone(tmp_path: Path, source: str) -> None:
    assert list(ftl.html_faults(korean(tmp_path, source))) == []


@pytest.mark.parametrize("source", [f"day-a = {'가' * 41}", "day-a = <b>가</b>", "day-a = &lt;"])
def test_a_label_too_long_or_with_tags_is_named(tmp_path: Path, source: str) -> None:
    assert list(ftl.label_faults(korean(tmp_path, source)))


def test_a_short_label_with_an_ampersand_is_left_alone(tmp_path: Path) -> None:
    assert list(ftl.label_faults(korean(tmp_path, f"day-a = Q&A {'가' * 30} {{ $name }}"))) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("day-a = { $x }은 가", "use JOSA in '⟦$x⟧은'"),
        ("day-a = <b>{ $x }</b>을 봐요", "use JOSA"),
        ("day-a = { $x }(총무과)으로 가요", "use JOSA"),
        ("day-a = { NUMBER($x) }이", "use JOSA"),
        ("day-a = { $n ->\n    [one] 가\n   *[other] { $x }와\n}", "use JOSA"),
        ("day-a = 멘토을(를)", "use JOSA instead of '을(를)'"),
        ("day-a = 서울(으)로", "use JOSA instead"),
        ('day-a = { $x }님{ JOSA($x, "은/는") }', "right behind { $x }"),
        ('day-a = { $y }{ JOSA($x, "은/는") }', "right behind { $x }"),
        ('day-a = { $x }{ JOSA("가", "은/는") }', "right behind"),
        ('day-a = { $x }{ JOSA($x, "는/은") }', "doesn't know '는/은'"),
        ("day-a = { $x }{ JOSA($x) }", "doesn't know ''"),
    ],
)
def test_a_particle_that_may_not_fit_is_named(tmp_path: Path, source: str, fault: str) -> None:
    assert any(fault in found for found in ftl.particle_faults(korean(tmp_path, source)))


@pytest.mark.parametrize(
    "source",
    [
        'day-a = <b>{ $x }</b>{ JOSA($x, "은/는") } { $n }가지, { $n }명이',
        'day-a = 「{ $x }」({ $y }){ JOSA($x, "이/가") }',
        "day-a = { DAY($at) }은 { TIME($at) }에",
    ],
)
def test_a_particle_that_fits_is_left_alone(tmp_path: Path, source: str) -> None:
    assert list(ftl.particle_faults(korean(tmp_path, source))) == []


def test_a_korean_particle_in_english_is_named(tmp_path: Path) -> None:
    both = texts_of(tmp_path, en='day-a = { $x }{ JOSA($x, "은/는") }')
    (fault,) = ftl.particle_faults(both[Language.EN]["day-a"])
    assert fault == "texts/en/day.ftl: day-a: JOSA is for Korean"


KEYS = {
    "day-set": frozenset({"at"}),
    "day-problem-late": frozenset({"at"}),
    "day-problem-past": frozenset[str](),
    "group-help": frozenset[str](),
    "group-old": frozenset[str](),
}


def faults(source: str) -> list[str]:
    features = frozenset({"day", "group"})
    return list(key_uses.use_faults(key_uses.uses(source, "handlers/day.py"), KEYS, features))


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("turn.say('day-sett', at=now)", "handlers/day.py:1: no text has the key day-sett"),
        ("w.html('other-thing')", "handlers/day.py:1: no text has the key other-thing"),
        (
            "w.plain(f'day-trouble-{reason}')",
            "handlers/day.py:1: no text has the key day-trouble-…",
        ),
        ("w.html('day-set')", "handlers/day.py:1: day-set asks for $at"),
        ("w.plain(f'day-problem-{x}')", "handlers/day.py:1: day-problem-late asks for $at"),
    ],
)
def test_a_key_that_is_not_there_or_lacks_a_variable_is_named(source: str, fault: str) -> None:
    assert faults(source) == [fault]


@pytest.mark.parametrize(
    "source",
    [
        "w.html('day-set', at=now)",
        "w.html('day-set', **args)",
        "w.html(key)",
        "w.html()",
        "html('day-set')",
        "log.info('utf-8', x='all-members')",
        "kind = f'day-{day}:sent'",
        "'''day-sett'''",
    ],
)
def test_a_string_that_asks_for_nothing_missing_is_left_alone(source: str) -> None:
    assert faults(source) == []


def test_a_text_nothing_asks_for_is_named() -> None:
    source = "say('day-set'); say(f'day-problem-{why}'); say(f'{feature}-help'); say(f'group-{x}')"
    assert key_uses.unused(key_uses.uses(source, "bot/edge.py"), KEYS) == ["group-old"]


def test_the_whole_of_a_room_is_searched(tmp_path: Path) -> None:
    (tmp_path / "handlers" / "roster").mkdir(parents=True)
    (tmp_path / "handlers" / "roster" / "show.py").write_text("say('day-set')")
    (use,) = key_uses.uses_in(["handlers"], tmp_path)
    assert use.where == "handlers/roster/show.py:1"
