"""`python -m sandbox demo` plays the main job."""

import sys

from sandbox.story.demo import main

if __name__ == "__main__":
    if sys.argv[1:] != ["demo"]:
        sys.exit("usage: python -m sandbox demo")
    main()
