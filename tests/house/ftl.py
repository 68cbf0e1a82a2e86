"""Reads the Fluent files for the house tests and names what is wrong with a text.

Every check returns sentences that begin with the file and the key; no sentence, no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import ast

from rules.language import Language
from texts.engine import FOLDER, read
from texts.escape import LIMIT, width
from texts.particles import PAIRS

LABEL = re.compile(r"[a-z]+-button-")
LONGEST_LABEL = 40
"""Telegram sets no limit; a phone shows about this much of a button that has a row to itself."""

TAG = re.compile(
    r"<(b|strong|i|em|u|ins|s|strike|del|code|pre|blockquote|tg-spoiler)>"
    r'|<(a) href="[^"<>]+">|<(span) class="tg-spoiler">|<(code) class="language-[\w-]+">'
    r'|<(blockquote) expandable>|<(tg-emoji) emoji-id="\d+">|</([a-z-]+)>'
)
"""What the Bot API's HTML style allows; anything else makes sendMessage fail."""
ENTITY = re.compile(r"&(?!amp;|lt;|gt;|quot;|#)\w+;")

_HALVES = "|".join(sorted({half for pair in PAIRS for half in pair.split("/")}, key=len)[::-1])
_BETWEEN = r"""(?:</?[^<>]*>|\([^()]*\)|["'”’』」)\]])*"""
BARE_PARTICLE = re.compile(rf"⟦\$[\w-]+⟧{_BETWEEN}(?:{_HALVES})(?![가-힣])")
DOUBLE_PARTICLE = re.compile(
    r"[을를]\([을를]\)|[은는]\([은는]\)|[이가]\([이가]\)|[과와]\([과와]\)|\(으\)로|\(이\)[라나랑]"
)
JOSA_CALL = re.compile(r"⟦JOSA ([^ ⟧]*) ([^⟧]*)⟧")


@dataclass(frozen=True, slots=True)
class Text:
    """One message of one file."""

    language: Language
    feature: str
    key: str
    entry: ast.Message

    @property
    def where(self) -> str:
        """The file and the key, as a failure names them."""
        return f"texts/{self.language}/{self.feature}.ftl: {self.key}"


def all_texts(folder: Path = FOLDER) -> dict[Language, dict[str, Text]]:
    """Every message by language and key; terms are left out, for no code asks for them."""
    return {
        language: {text.key: text for text in _texts(folder, language)} for language in Language
    }


def _texts(folder: Path, language: Language) -> Iterator[Text]:
    for path in sorted((folder / language).glob("*.ftl")):
        for entry in read(path):
            if isinstance(entry, ast.Message):
                yield Text(language, path.stem, entry.id.name, entry)


def nodes(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    """Walk a node and everything below it."""
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from nodes(child)


def variables(text: Text, others: dict[str, Text]) -> frozenset[str]:
    """Name the variables a caller has to give, those of the messages it refers to as well."""
    found: set[str] = set()
    for node in nodes(text.entry):
        if isinstance(node, ast.VariableReference):
            found.add(node.id.name)
        if isinstance(node, ast.MessageReference) and node.id.name in others:
            found |= variables(others[node.id.name], others)
    return frozenset(found)


def dated(text: Text) -> frozenset[str]:
    """Name the variables a text shows as days or times."""
    return frozenset(
        name
        for node in nodes(text.entry)
        if isinstance(node, ast.FunctionReference) and node.id.name in {"DAY", "TIME", "WHEN"}
        for name in _named(node)
    )


def _named(call: ast.FunctionReference) -> list[str]:
    return [a.id.name for a in call.arguments.positional if isinstance(a, ast.VariableReference)]


def shapes(pattern: ast.Pattern) -> list[str]:
    """Show the text with ⟦…⟧ for what is filled in; each variant of a choice stands in one."""
    options = [_options(element) for element in pattern.elements]
    count = max(map(len, options), default=0)
    return ["".join(some[min(i, len(some) - 1)] for some in options) for i in range(count)]


def _options(element: ast.TextElement | ast.Placeable) -> list[str]:
    if isinstance(element, ast.TextElement):
        return [element.value]
    inner = element.expression
    if isinstance(inner, ast.SelectExpression):
        return [shape for variant in inner.variants for shape in shapes(variant.value)]
    if isinstance(inner, ast.Placeable):
        return _options(inner)
    return [_slot(inner)]


def _slot(inner: ast.InlineExpression) -> str:
    if isinstance(inner, ast.StringLiteral):
        return str(inner.parse()["value"])
    if isinstance(inner, ast.VariableReference):
        return f"⟦${inner.id.name}⟧"
    if isinstance(inner, ast.FunctionReference):
        return _call(inner)
    return "⟦⟧"


def _call(call: ast.FunctionReference) -> str:
    names = _named(call)
    if call.id.name == "NUMBER" and names:
        return f"⟦${names[0]}⟧"
    if call.id.name != "JOSA":
        return "⟦⟧"
    pairs = [
        a.parse()["value"] for a in call.arguments.positional if isinstance(a, ast.StringLiteral)
    ]
    return f"⟦JOSA {''.join(names)} {''.join(map(str, pairs))}⟧"


def form_faults(text: Text) -> Iterator[str]:
    """A text has a value and no attributes, and its key begins with its file's name."""
    if text.entry.value is None or text.entry.attributes:
        yield f"{text.where}: has attributes or no text of its own; give each text its own key"
    if not re.fullmatch(rf"{text.feature}(-[a-z0-9]+)+", text.key):
        yield f"{text.where}: the key should read {text.feature}-what-it-says"


def html_faults(text: Text) -> Iterator[str]:
    """A text holds only Telegram's tags, each closed in the right order, and fits a message."""
    for shape in _shapes(text):
        bare = re.sub("⟦[^⟧]*⟧", "x", shape)
        yield from (f"{text.where}: {fault}" for fault in _tag_faults(bare))
        if width(bare) > LIMIT:
            yield f"{text.where}: is longer than {LIMIT} characters"


def _tag_faults(markup: str) -> Iterator[str]:
    opened: list[str] = []
    for match in TAG.finditer(markup):
        name = next(filter(None, match.groups()))
        if not match[0].startswith("</"):
            opened.append(name)
        elif not opened or opened.pop() != name:
            yield f"{match[0]} closes nothing"
    if opened:
        yield f"<{opened[-1]}> stays open"
    if "<" in TAG.sub("", markup):
        yield "has a < that begins no tag Telegram knows; write &lt;"
    if entity := ENTITY.search(markup):
        yield f"Telegram doesn't know {entity[0]}"


def label_faults(text: Text) -> Iterator[str]:
    """A button's label is short and plain."""
    for shape in _shapes(text):
        if len(re.sub("⟦[^⟧]*⟧", "", shape)) > LONGEST_LABEL:
            yield f"{text.where}: a label has at most {LONGEST_LABEL} characters"
    yield from plain_faults(text)


def plain_faults(text: Text) -> Iterator[str]:
    """A text shown without HTML holds no tags and no entities."""
    if any(re.search(r"</?[a-z]|&(\w+|#\d+);", shape) for shape in _shapes(text)):
        yield f"{text.where}: is shown without HTML, so tags and entities would be seen"


def particle_faults(text: Text) -> Iterator[str]:
    """A particle fits its word: JOSA behind its own variable, never both halves or one by luck."""
    for shape in _shapes(text):
        if bare := BARE_PARTICLE.search(shape):
            yield f"{text.where}: use JOSA in {bare[0]!r}"
        if double := DOUBLE_PARTICLE.search(shape):
            yield f"{text.where}: use JOSA instead of {double[0]!r}"
        for call in JOSA_CALL.finditer(shape):
            yield from _josa_faults(text, call, shape[: call.start()])


def _josa_faults(text: Text, call: re.Match[str], before: str) -> Iterator[str]:
    name, pair = call.groups()
    if text.language is not Language.KO:
        yield f"{text.where}: JOSA is for Korean"
    if pair not in PAIRS:
        yield f"{text.where}: JOSA doesn't know {pair!r}"
    if not re.search(rf"⟦\${re.escape(name)}⟧{_BETWEEN}$", before):
        yield f"{text.where}: JOSA(${name}) has to stand right behind {{ ${name} }}"


def _shapes(text: Text) -> list[str]:
    return shapes(text.entry.value) if text.entry.value else []


def unlike(ko: dict[str, Text], en: dict[str, Text]) -> Iterator[str]:
    """Both languages have the same keys, in the same files, with the same variables."""
    for key in sorted(ko.keys() ^ en.keys()):
        text = ko.get(key) or en[key]
        yield f"{text.where}: stands in one language only"
    for key in sorted(ko.keys() & en.keys()):
        yield from _pair_faults(ko[key], en[key], variables(ko[key], ko), variables(en[key], en))


def _pair_faults(ko: Text, en: Text, in_ko: Iterable[str], in_en: Iterable[str]) -> Iterator[str]:
    if ko.feature != en.feature:
        yield f"{ko.where}: stands in {en.feature}.ftl in English"
    for name in sorted(set(in_ko) ^ set(in_en)):
        yield f"{ko.where}: ${name} stands in one language only"
    for name in sorted(dated(ko) ^ dated(en)):
        yield f"{ko.where}: ${name} is a day or time in one language only"
