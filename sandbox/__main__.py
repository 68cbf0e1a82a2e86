"""`python -m sandbox demo [FOLDER]` plays the main job; its files go to FOLDER (var/demo)."""

import sys
from pathlib import Path

from sandbox.story.demo import main

if __name__ == "__main__":
    match sys.argv[1:]:
        case ["demo"]:
            main()
        case ["demo", folder] if not folder.startswith("-"):
            main(Path(folder))
        case _:
            sys.exit("usage: python -m sandbox demo [FOLDER]")
