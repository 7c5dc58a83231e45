"""Rapat & Tindak Lanjut: the page on which a meeting is written down while it goes on."""
