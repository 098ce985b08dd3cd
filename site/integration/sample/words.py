"""English of a sort, drawn word by word, so that it compresses and wraps as real answers do."""

OPENINGS = (
    *("The", "This", "Our", "Each", "Every", "Any", "Another", "Even the", "Only the"),
    *("In my view the", "At present the", "Without help the", "Most of all the", "For years the"),
)
WORDS = {
    "adjective": """
        local small rural volunteer shared fair open quiet crowded older younger public
        voluntary weekly lasting honest plain early late costly simple careful distant nearby
        trusted new old common proper useful steady busy empty broken ordinary practical serious
        lively separate joint written
    """,
    "noun": """
        group service grant strategy hall bus library forum charity building meeting budget
        agreement carer resident neighbour council board school market surgery playground estate
        volunteer trustee newsletter website training partnership target report promise
        timetable kitchen garden workshop minibus helpline survey village office landlord
        treasurer application deadline membership fund advice evening weekend winter summer plan
        rent
    """,
    "verb": """
        needs supports loses keeps shares reaches replaces protects explains delays improves
        measures promises forgets welcomes funds changes opens closes helps limits rewards tests
        repeats covers costs doubles joins leaves organises
    """,
    "link": """
        before after beside without behind until since near through despite towards against
        during across above below beyond with
    """,
}
WORDS = {kind: words.split() for kind, words in WORDS.items()}
SHORTEST = 5


def sentence(rng):
    """One plain statement with up to two additions."""
    words = [rng.choice(OPENINGS), *_thing(rng), rng.choice(WORDS["verb"]), "the", *_thing(rng)]
    for _ in range(rng.randrange(3)):
        words += [rng.choice(WORDS["link"]), "the", *_thing(rng)]
    return " ".join(words) + "."


def _thing(rng):
    """One noun, often with an adjective before it."""
    noun = rng.choice(WORDS["noun"])
    return [rng.choice(WORDS["adjective"]), noun] if rng.random() < 0.6 else [noun]


def text(rng, *, words):
    """Exactly so many words (at least five) in whole sentences, the last one cut to fit."""
    wanted = max(words, SHORTEST)
    found = []
    while len(found) < wanted:
        found += sentence(rng).split()
    return " ".join(found[:wanted]).rstrip(".") + "."


def title(rng):
    first, second = rng.sample(WORDS["noun"], 2)
    return f"{rng.choice(WORDS['adjective']).capitalize()} {first} and {second}"
