"""How much one upload may cost; the command line may allow more than a page."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one file: bytes unless the name says otherwise. The defaults suit an upload on a page."""

    file: int = 100 * MIB
    inflated: int = 600 * MIB  # what a workbook may grow to when unzipped
    ratio: int = 100  # inflated to stored, looked at only above `ratio_from`
    ratio_from: int = 50 * MIB
    entries: int = 2_000  # parts inside a workbook
    rows: int = 200_000  # of one sheet
    memory: int = 2_048 * MIB  # of the child process
    cpu_seconds: int = 60
    wall_seconds: int = 90
    problems: int = 1_000  # listed; the rest is counted

    @classmethod
    def bulk(cls) -> Limits:
        """What the command line allows: millions of rows, minutes of work."""
        return cls(
            file=1_024 * MIB,
            inflated=4_096 * MIB,
            rows=2_000_000,
            memory=6_144 * MIB,
            cpu_seconds=900,
            wall_seconds=1_200,
        )
