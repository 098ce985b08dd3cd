"""The references and codes of responses, which are made as all are: `records.domain.references`."""

from records.domain.references import (
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
