"""How settings are refused: in sentences that say what to do and never show a secret."""

import re
from collections.abc import Collection
from difflib import get_close_matches

# The shape of BotFather's tokens, also with its colon percent-encoded as in some addresses.
TOKEN_SHAPE = re.compile(r"\d+(?::|%3[Aa])[A-Za-z0-9_-]{30,}")
HIDDEN = "[token]"


class SettingsRefused(Exception):
    """The settings can't be used. `sentence` has a line for each reason, fit for an operator."""

    def __init__(self, *sentences: str) -> None:
        self.sentence = hide_tokens("\n".join(sentences))
        super().__init__(self.sentence)


def hide_tokens(text: str) -> str:
    """Replace whatever looks like a bot token in `text` by `[token]`."""
    return TOKEN_SHAPE.sub(HIDDEN, text)


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Give the rest of a sentence about an unknown word: the nearest known one, or the choice."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]}?"
    return f"known here: {', '.join(sorted(known))}."
