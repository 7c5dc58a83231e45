"""What a batch of imports knows of the ledger while other processes write to it too."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines import ledger
from pipelines.doubts import History
from pipelines.evidence import units
from pipelines.ledger import Event
from pipelines.whose import own_region
from pipelines.workspace import Workspace


class Known:
    """The ledger as this batch knows it, and what its imports in force say; follows as the ledger grows."""

    def __init__(self, ws: Workspace) -> None:
        self._path, self._imports, self._own = ws.ledger, ws.imports, own_region(ws)
        self.events = ledger.events(self._path)
        self.history = self._weigh()

    def follow(self) -> None:
        """Take in what was recorded since."""
        self.add(ledger.events(self._path, after=len(self.events)))

    def add(self, new: Sequence[Event]) -> None:
        """Take in events that this process recorded itself."""
        self.events += new
        if any(e.kind == "tarik" or "opd.parquet" in e.body.get("kept", ()) for e in new):
            self.history = self._weigh()
        else:
            for event in ledger.in_force(new):
                self.history.add(event.id, event.body)

    def same_file(self, sha: str) -> list[Event]:
        """The imports in force that hold these bytes."""
        return ledger.in_force(e for e in self.events if e.kind == "tarik" or e.body.get("sha256") == sha)

    def _weigh(self) -> History:
        in_force = ledger.in_force(self.events)
        masters = [self._imports / e.id / "opd.parquet" for e in in_force if "opd.parquet" in e.body["kept"]]
        history = History(units(path for path in masters if path.exists()), own=self._own)
        for event in in_force:
            history.add(event.id, event.body)
        return history
