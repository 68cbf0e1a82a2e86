"""What every text keeps to, in both languages, and that the source and the texts agree."""

from __future__ import annotations

import pytest
from fluent.syntax import ast

from handlers.features import open_house
from rules.language import Language
from tests.house import ftl, key_uses

TEXTS = ftl.all_texts()
EVERY = [text for by_key in TEXTS.values() for text in by_key.values()]
KEYS = {key: ftl.variables(text, TEXTS[Language.KO]) for key, text in TEXTS[Language.KO].items()}
SPEAKING = ("bot", "handlers", "sandbox")
USES = key_uses.uses_in(SPEAKING)


def no(faults: object) -> None:
    assert isinstance(faults, list)
    assert not faults, "\n" + "\n".join(map(str, faults))


def test_both_languages_say_the_same_things_with_the_same_variables() -> None:
    no(list(ftl.unlike(TEXTS[Language.KO], TEXTS[Language.EN])))


def test_every_key_begins_with_its_feature_and_says_something() -> None:
    no([fault for text in EVERY for fault in ftl.form_faults(text)])


def test_every_text_is_html_telegram_takes_and_fits_a_message() -> None:
    no([fault for text in EVERY for fault in ftl.html_faults(text)])


def test_every_button_label_is_short_and_plain() -> None:
    labels = [text for text in EVERY if ftl.LABEL.match(text.key)]
    assert labels
    no([fault for text in labels for fault in ftl.label_faults(text)])


def test_particles_fit_whatever_word_comes_before_them() -> None:
    no([fault for text in EVERY for fault in ftl.particle_faults(text)])


def test_texts_shown_without_html_hold_no_tags() -> None:
    plain = {key for use in USES if use.call == "plain" for key in KEYS if use.matches(key)}
    no([fault for text in EVERY if text.key in plain for fault in ftl.plain_faults(text)])


def test_every_key_the_source_asks_for_exists_and_gets_its_variables() -> None:
    features = frozenset(text.feature for text in EVERY)
    no(list(key_uses.use_faults(key_uses.uses_in(("bot", "handlers")), KEYS, features)))


def test_every_text_is_used() -> None:
    named = {
        node.id.name
        for text in EVERY
        for node in ftl.nodes(text.entry)
        if isinstance(node, ast.MessageReference)
    }
    menu = {rule.menu for rule in open_house().commands.values()}
    idle = [key for key in key_uses.unused(USES, KEYS) if key not in named | menu]
    no([f"{TEXTS[Language.KO][key].where}: nothing in {SPEAKING} uses it" for key in idle])


@pytest.mark.parametrize("language", Language)
def test_every_language_has_texts(language: Language) -> None:
    assert TEXTS[language]
