"""Triggers that refuse to change or delete a `Passage`, on both databases.

Only `unguarded()` takes them away, for the length of a block: for starting the demo again and for
tests that empty the database.
"""

from records.guards import Guard

passages = Guard("drafts_passage", "A published passage is never changed.")
guard, unguard, unguarded = passages.guard, passages.unguard, passages.unguarded
