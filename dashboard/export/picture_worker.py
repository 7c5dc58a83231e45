"""The process that draws one picture: a request as JSON on standard input, the picture on standard output."""

from __future__ import annotations

import json
import sys


def main() -> None:
    """Draw and write; what goes wrong is left on standard error and in the exit code."""
    asked = json.load(sys.stdin)
    import kaleido

    made = kaleido.calc_fig_sync(
        asked["figure"],
        opts={key: asked[key] for key in ("format", "width", "height", "scale")},
    )
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
