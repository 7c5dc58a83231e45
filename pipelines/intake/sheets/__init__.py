"""Tables whose header names its columns: our templates, and unknown layouts that a person has mapped."""
