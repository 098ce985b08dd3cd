"""Reading the whole log again, to see that nothing in it was changed, removed or re-ordered."""

from dataclasses import dataclass
from itertools import groupby

from records.domain.sealing import digest_of, next_seal
from records.models import LogChain, LogEntry


@dataclass(frozen=True)
class Verified:
    """One chain as it was found. `faults` is empty where it is whole."""

    chain: int
    length: int
    seal: str
    faults: tuple[str, ...]


def verify(*, chain=None):
    """Every chain, or one of them, read in chunks and in order."""
    chains = LogChain.objects.order_by("pk")
    lengths = {row.pk: row for row in chains}
    known = LogEntry.objects.order_by("chain").values_list("chain", flat=True).distinct()
    numbers = sorted({*lengths, *known})
    return [_verified(number, lengths.get(number)) for number in numbers if chain in (None, number)]


def _verified(number, head):
    faults, upto, seal = [], 0, ""
    entries = LogEntry.objects.filter(chain=number).order_by("number").iterator(2000)
    for said, group in groupby(entries, key=lambda entry: entry.seal):
        batch = list(group)
        numbers = [entry.number for entry in batch]
        if numbers != list(range(upto + 1, upto + 1 + len(batch))):
            faults.append(f"An entry is missing or out of order after number {upto}.")
        elif next_seal(seal, digest_of(batch)) != said:
            faults.append(f"Something was changed in entries {numbers[0]} to {numbers[-1]}.")
        upto, seal = numbers[-1], said
    if head is None or head.length != upto or head.seal != seal:
        faults.append(f"Its end is not the one on record, after number {upto}.")
    return Verified(number, upto, seal, tuple(faults))


def newest_seal(chain):
    """The chain's row, with its length and seal; None where nothing was ever recorded."""
    return LogChain.objects.filter(pk=chain).first()
