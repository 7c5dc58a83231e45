"""The meetings of the fictional pemda: what was decided, promised and found, consistent with its money and people."""
