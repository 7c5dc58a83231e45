"""What was wrong with how a command was called, in words that say how to call it instead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pipelines.catalogue import text


def told(error: Any, typed: Sequence[str]) -> dict[str, str]:
    """The one line about a usage error in both languages; `typed` is what stood behind `raporda`."""
    kind = type(error).__name__
    param = getattr(error, "param", None)
    what = getattr(error, "option_name", None) or _name(param, getattr(error, "param_hint", None))
    said: dict[str, object] = {"apa": what}
    if kind == "NoSuchOption":
        near = ", ".join(sorted(error.possibilities or ()))
        key, said["saran"] = ("pakai_pilihan_mirip", near) if near else ("pakai_pilihan", "")
    elif kind == "MissingParameter":
        key = "pakai_kurang"
    elif kind == "BadOptionUsage":
        key = "pakai_tanpa_nilai"
    elif kind == "BadParameter":
        key, said["nilai"] = "pakai_nilai", _value(param, typed, error.message)
    elif "No such command" in error.message:
        key, said["apa"] = "pakai_perintah", next((word for word in typed if f"'{word}'" in error.message), "")
    elif "extra argument" in error.message:
        key, said["apa"] = "pakai_lebih", error.message.rpartition("(")[2].rstrip(")")
    else:
        key = "pakai_lain"
    return {lang: _line(error, f"perintah.{key}", lang, said) for lang in ("id", "en")}


def _line(error: Any, key: str, lang: str, said: dict[str, object]) -> str:
    command = error.ctx.command_path if error.ctx else "raporda"
    english = error.format_message().rstrip(".")
    return text(key, lang, **said, harus=_wish(error, lang), perintah=command, asli=english)


def _name(param: Any, hint: Any) -> str:
    if param is None:
        return hint if isinstance(hint, str) else " ".join(hint or ())
    return str(max(param.opts, key=len) if param.param_type_name == "option" else param.metavar or param.name)


def _value(param: Any, typed: Sequence[str], message: str) -> str:
    """What was typed for a parameter, with a space behind; '' where that cannot be told."""
    names = set(getattr(param, "opts", ()))
    beside = (after for before, after in pairwise(typed) if before in names)
    joined = (word.partition("=")[2] for word in typed if word.partition("=")[0] in names and "=" in word)
    named = (word for word in typed if f"'{word}'" in message)
    return next((f"'{value}' " for value in (*beside, *joined, *named)), "")


def _wish(error: Any, lang: str) -> str:
    """What the value of a parameter has to be."""
    param, message = getattr(error, "param", None), error.message
    low, high = getattr(param, "min", None), getattr(param, "max", None)
    if " is not one of " in message:
        choices = message.partition(" is not one of ")[2].rstrip(".").replace("'", "")
        return text("perintah.harus_salah_satu", lang, pilihan=choices)
    if low is not None and high is not None:
        return text("perintah.harus_antara", lang, dari=low, sampai=high)
    if low is not None:
        return text("perintah.harus_paling_sedikit", lang, dari=low)
    if "does not exist" in message:
        return text("perintah.harus_ada", lang)
    return text("perintah.harus_angka" if "integer" in message else "perintah.harus_benar", lang)
