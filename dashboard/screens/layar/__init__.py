"""Mode layar: the figures one after the other, for a wall that is read from ten metres."""
