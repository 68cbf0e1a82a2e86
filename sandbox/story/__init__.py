"""The main job as a story: people act on the stand-in, the real bot answers, faster than life."""
