"""When Python looks for garbage: a course holds much, and leaves little behind."""

from __future__ import annotations

import atexit
import gc


def seldom() -> None:
    """Look for it seldom: by default Python looks through all there is again and again, for a sixth of a build.

    At the very end it would look once more, for what the system takes back anyway.
    """
    gc.set_threshold(100_000, 20, 100)
    atexit.register(gc.freeze)
