"""The council's own words, explained: some in every consultation, some in the strategy alone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    term: str
    expansion: str = ""
    meaning: str = ""
    also_spelled: str = ""


EVERYWHERE = (
    Word(
        "VCS",
        "voluntary and community sector",
        "Charities, clubs, faith groups, tenants, neighbours: everybody who helps others and is "
        "neither a public body nor a business.",
        "VCFS",
    ),
    Word(
        "CVS",
        "Council for Voluntary Service",
        "A charity that helps other charities and groups in the borough: with advice, training "
        "and somebody to speak for them. It is not part of the council.",
        "TCVS",
    ),
    Word(
        "PCT",
        "Primary Care Trust",
        "The part of the health service that, in 2010, paid for doctors, dentists and hospitals "
        "here.",
    ),
    Word(
        "NCVO",
        "National Council for Voluntary Organisations",
        "A charity that speaks for voluntary organisations in England and helps them to run well.",
    ),
    Word(
        "commissioning",
        meaning="Deciding which services people need, and choosing and paying somebody to provide "
        "them. That may be the council itself, a business or a voluntary group.",
    ),
    Word(
        "directorate",
        meaning="One of the large departments that the council is divided into.",
        also_spelled="directorates",
    ),
    Word("Cabinet", meaning="The councillors who take the council’s main decisions together."),
    Word(
        "SLA",
        "service level agreement",
        "A written promise of what a service will do, how well, and for how much money.",
    ),
)

IN_THE_STRATEGY = (
    Word(
        "LSP",
        "Local Strategic Partnership",
        "Public bodies, businesses and voluntary groups of the borough round one table. It agrees "
        "what matters most here.",
    ),
    Word(
        "NI7",
        "National Indicator 7",
        "The share of voluntary organisations that say local public bodies help them to succeed. "
        "It comes from a survey by the government in 2008.",
        "NI 7",
    ),
    Word(
        "TCEN",
        "Thurrock Community Empowerment Network",
        "Groups that meet so that residents have a say in what public bodies decide.",
    ),
    Word(
        "Compact",
        meaning="A written agreement between public bodies and voluntary groups, on how "
        "they treat each other.",
    ),
    Word(
        "Community Forums",
        meaning="Groups of residents who look after one neighbourhood each, with a little money "
        "from the council.",
        also_spelled="Community Forum",
    ),
)
