"""The reference and the code of a response, by the names that responding knows them by."""

from records.references import (
    ALPHABET,
    GROUPED,
    LENGTH,
    check_character,
    code_for,
    code_hash,
    key_hash,
    new_code,
    new_key,
    new_reference,
    normalise,
)

__all__ = [
    "ALPHABET",
    "GROUPED",
    "LENGTH",
    "check_character",
    "code_for",
    "code_hash",
    "key_hash",
    "new_code",
    "new_key",
    "new_reference",
    "normalise",
]
