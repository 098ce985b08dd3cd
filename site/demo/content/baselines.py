"""Who could answer about the strategy: made-up shares, so that “who is missing” has words to say.

Areas by name; kinds and groups by their keys.
"""

SOURCE = "Made-up figures for the worked example"
YEAR = 2010

AREAS = {"Millbrook": 18, "Eastfields and Northway": 31, "The Quays": 22}
OTHERS = (
    ("kind", "voluntary", 41),
    ("kind", "faith", 44),
    ("kind", "forum", 3),
    ("kind", "business", 12),
    ("group", "age:16_24", 13),
    ("group", "age:65_74", 9),
    ("group", "age:75_over", 7),
    ("group", "disability:reduces_much", 8),
    ("group", "carer:yes", 11),
)
