"""The draft strategy's plain words, and where its six objectives stand."""

DRAFT_TITLE = "Towards a Thriving Voluntary and Community Sector"
VERSION_LABEL = "Consultation draft, version 2"
DRAFT_INTRODUCTION = (
    "<p>Six sections. The first four say where we stand and why; the fifth holds the six "
    "objectives, which matter most; the last says what happens next.</p>"
)

PLAIN_SUMMARIES = {
    "A Vision for Thurrock": (
        "<p>What the borough should be like, in one sentence, and the five things that public "
        "bodies here have agreed to put first. In 2010 they and local groups also promised each "
        "other to work together better.</p>"
    ),
    "Introduction": (
        "<p>Who is meant by “the sector”: charities, clubs, faith groups, tenants, neighbours. "
        "And four reasons why the council needs them and they need a fair council.</p>"
    ),
    "Where we are now": (
        "<p>The longest section. In 2008 only 8.8% of groups here said that public bodies helped "
        "them. It goes through the possible reasons: the Compact that few people use, the support "
        "groups ask for, grants and contracts, seats at the table, and what the Board wants. "
        "<b>If a fact is wrong, please tell us.</b></p>"
    ),
    "What is driving change": (
        "<p>A new government wants groups to do more, there is less money for it, and the council "
        "has promised to listen better.</p>"
    ),
    "Our objectives for a thriving sector": (
        "<p>The heart of the draft: six things we want to achieve. You can agree or disagree with "
        "each, and change its words.</p>"
    ),
    "Planning and next steps": (
        "<p>The objectives are not final. We will revise them after this consultation and then "
        "say who does what, and by when.</p>"
    ),
}

# Words by which each objective is found.
OBJECTIVES = (
    "Make the Compact part of everyday work",
    "Work together better across the sectors",
    "a real way to influence",
    "support and training that groups can rely on",
    "one open and consistent process",
    "often left out, or whose needs fall",
)

FILES = (
    "strategy_groups_1.txt",
    "strategy_groups_2.txt",
    "strategy_people_1.txt",
    "strategy_people_2.txt",
    "strategy_people_3.txt",
    "strategy_campaign.txt",
    "strategy_ticks.txt",
)
UNSENT = "strategy_unsent.txt"
READ_UP_TO_DAY = 60
APPEAL = """Two words, and you throw away the whole thing? I was angry, and I still am, but I said
what is wrong and where. Cover the two words and print the rest."""
