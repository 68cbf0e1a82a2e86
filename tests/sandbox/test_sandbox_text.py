"""HTML becomes text with entities as TDLib would make it."""

import pytest

from sandbox.entities import formatted, found_entities, parse_html, utf16
from sandbox.refusals import Refusal
from sandbox.view import to_html


def marks(source: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, entities = parse_html(source)
    return text, [(one["type"], one["offset"], one["length"]) for one in entities]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("<b>안녕</b>", "안녕", [("bold", 0, 2)]),
        ("😀<i>x</i>", "😀x", [("italic", 2, 1)]),
        ("<u>a</u><s>b</s>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<ins>a</ins><del>b</del>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<code>a</code><pre>b</pre>", "ab", [("code", 0, 1), ("pre", 1, 1)]),
        ("<b></b>a", "a", []),
        ("<a>no address</a>", "no address", []),
        ("a &lt;b&gt; &amp; &quot;c&quot;", 'a <b> & "c"', []),
        ("&#54620;&#xAE00; &nbsp; &copy", "한글 &nbsp; &copy", []),
        ("&#0; &#99999999;", "&#0; &#99999999;", []),
        ("<B>a</b>", "a", [("bold", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("nothing special", "nothing special", []),
    ],
)
def test_html_becomes_text_and_marks(
    source: str, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert marks(source) == (text, expected)


def test_a_link_keeps_its_address_with_references_decoded() -> None:
    _, entities = parse_html('<a href="https://a.kr/?x=1&amp;y=2">여기</a>')
    assert entities == [
        {"type": "text_link", "offset": 0, "length": 2, "url": "https://a.kr/?x=1&y=2"}
    ]


def test_a_code_block_keeps_its_language_and_an_emoji_its_number() -> None:
    _, entities = parse_html('<pre><code class="language-python">x</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]
    _, entities = parse_html('<code class="language-python">x</code>')
    assert entities == [{"type": "code", "offset": 0, "length": 1}]
    _, entities = parse_html('<tg-emoji emoji-id="5">x</tg-emoji>')
    assert entities[0]["custom_emoji_id"] == "5"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("가<x>a</x>", 'Unsupported start tag "x" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b>a</i>",
            'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        ),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_in_tdlibs_words(source: str, reason: str) -> None:
    if source == "1 < 2":
        source += ">"
    with pytest.raises(Refusal) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"
    assert refused.value.code == 400


def test_white_space_at_both_ends_goes_and_marks_move_along() -> None:
    text, entities = formatted("  <b> 가나 </b> ", "HTML", None)
    assert text == "가나"
    assert entities == [{"type": "bold", "offset": 0, "length": 2}]
    assert formatted("  <b> </b>x", "HTML", None) == ("x", [])


def test_commands_links_and_mentions_are_marked_unasked() -> None:
    kinds = {
        one["type"]: (one["offset"], one["length"])
        for one in found_entities("/day@todak_bot 😀 https://a.kr a@b.kr @somebody")
    }
    assert kinds == {
        "bot_command": (0, 14),
        "url": (18, 12),
        "email": (31, 6),
        "mention": (38, 9),
    }
    assert found_entities("평범한 글") == []


def test_inside_a_marked_link_nothing_is_marked_again() -> None:
    _, entities = formatted('<a href="https://b.kr">https://a.kr</a> /go', "html", None)
    assert [one["type"] for one in entities] == ["text_link", "bot_command"]


def test_entities_may_come_ready_made() -> None:
    given = [{"type": "bold", "offset": 0, "length": 1}]
    assert formatted("<b>", "", given) == ("<b>", given)


def test_other_parse_modes_are_refused() -> None:
    with pytest.raises(Refusal, match="parse_mode"):
        formatted("*a*", "MarkdownV2", None)


def test_what_telegram_marked_by_itself_stays_bare() -> None:
    text, entities = formatted("/day <b>내일</b>", "HTML", None)
    assert to_html(text, entities) == "/day <b>내일</b>"


def test_lengths_count_utf16() -> None:
    assert (utf16("abc"), utf16("가나"), utf16("😀")) == (3, 2, 2)


@pytest.mark.parametrize(
    "source",
    [
        "<b>a<i>b</i></b>c",
        '<a href="https://a.kr/?x=1&amp;y=2">여기</a>',
        "😀 <code>a &lt; b</code>",
        "<blockquote>가</blockquote>",
    ],
)
def test_text_and_marks_make_the_same_html_again(source: str) -> None:
    assert to_html(*parse_html(source)) == source
