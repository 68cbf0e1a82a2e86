"""What people write goes into Telegram's HTML unharmed, and long lists become several messages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.escape import LIMIT, Markup, clip, escape, join, split, unescape, units, width

PIECES = st.sampled_from(
    ["가", "a ", "\n", "<b>", "</b>", "<i>", "</i>", "&amp;", "😀", "긴낱말긴낱말", "  ", "\n\n"]
)


def closed(parts: list[str]) -> str:
    """Make well-formed HTML of any sequence of pieces: stray closings go, open tags are closed."""
    out: list[str] = []
    opened: list[str] = []
    for part in parts:
        if part.startswith("</"):
            if not opened or opened[-1] != part[2:-1]:
                continue
            opened.pop()
        elif part.startswith("<"):
            opened.append(part[1:-1])
        out.append(part)
    return "".join(out) + "".join(f"</{name}>" for name in reversed(opened))


def well_formed(markup: str) -> bool:
    opened: list[str] = []
    for slash, name in re.findall(r"<(/?)(\w+)[^<>]*>", markup):
        if not slash:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def test_a_name_full_of_signs_is_shown_as_it_was_written() -> None:
    name = 'Anna <b> & "Bo" &amp;'
    assert escape(name) == "Anna &lt;b&gt; &amp; &quot;Bo&quot; &amp;amp;"
    assert unescape(escape(name)) == name


def test_what_is_html_already_is_not_escaped_again() -> None:
    assert escape(escape("<")) == "&lt;"
    assert escape(Markup("<b>3조</b>")) == "<b>3조</b>"


def test_a_list_of_names_is_joined_with_each_name_escaped() -> None:
    assert join(["김 & 박", Markup("<b>이</b>")]) == "김 &amp; 박\n<b>이</b>"
    assert join(["가", "나"], by=" < ") == "가 &lt; 나"
    assert isinstance(join([]), Markup)


def test_size_counts_as_telegram_counts_it() -> None:
    assert units("가a😀") == 4
    assert width("<b>가</b>&amp;😀") == 4


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("짧아요", 3, "짧아요"),
        ("조금 길어요", 4, "조금…"),
        ("가😀나", 3, "가…"),
        ("👩\u200d👩\u200d👧 가족", 6, "👩\u200d👩…"),
        ("가나", 1, "…"),
    ],
)
def test_a_long_text_is_clipped_between_characters(text: str, limit: int, expected: str) -> None:
    assert clip(text, limit) == expected


@given(st.text(), st.integers(min_value=1, max_value=30))
def test_a_clipped_text_never_exceeds_its_limit(text: str, limit: int) -> None:
    assert units(clip(text, limit)) <= limit


def test_a_text_that_fits_stays_one_message() -> None:
    assert split("<b>가</b>\n나") == ["<b>가</b>\n나"]
    assert LIMIT == 4096


def test_a_long_list_is_split_between_its_lines() -> None:
    lines = [f"{n}조 김하늘 &amp; 박서우" for n in range(400)]
    pieces = split("\n".join(lines))
    assert len(pieces) > 1
    assert all(width(piece) <= LIMIT for piece in pieces)
    assert "\n".join(pieces).split("\n") == lines


def test_a_quotation_over_several_messages_is_closed_and_opened_again() -> None:
    assert split("<blockquote expandable>가나\n<b>다라\n마</b></blockquote>", 3) == [
        "<blockquote expandable>가나</blockquote>",
        "<blockquote expandable><b>다라</b></blockquote>",
        "<blockquote expandable><b>마</b></blockquote>",
    ]


def test_a_line_too_long_breaks_between_words_and_a_word_anywhere() -> None:
    assert split("하나 둘 셋넷다섯여섯", 5) == ["하나 둘", "셋넷다섯여", "섯"]
    assert split("&amp;&amp;&amp;", 2) == ["&amp;&amp;", "&amp;"]


def test_an_address_inside_a_tag_is_never_cut() -> None:
    link = '<a href="https://t.me/x y z">가나다라</a>'
    assert split(link, 3) == [
        '<a href="https://t.me/x y z">가나다</a>',
        '<a href="https://t.me/x y z">라</a>',
    ]


def test_blank_text_gives_no_message() -> None:
    assert split(" \n<b> </b>") == []


@given(st.lists(PIECES, max_size=60).map(closed), st.integers(min_value=2, max_value=12))
def test_splitting_loses_no_character_and_breaks_no_tag(markup: str, limit: int) -> None:
    pieces = split(markup, limit)
    assert all(width(piece) <= limit for piece in pieces)
    assert all(well_formed(piece) for piece in pieces)
    read = "".join("".join(map(unescape, pieces)).split())
    assert read == "".join(unescape(markup).split())
