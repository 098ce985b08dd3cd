"""Words that ask for somebody to act, whatever becomes of the comment."""

import re

from .hits import Kind, found

INTENT = (
    r"\b(?:I|we)(?:['’]ll|['’]m|\sam|\sare|['’]re|\swill|\sshall|\swant|\swould\slike|\swould\slove)"
    r"(?:\s(?:really|just|to|going|gonna|have|keep|am|all|so)){0,5}"
)
# Grave words with anybody as their object; lesser ones only with somebody in particular.
GRAVE = r"(?:kill|murder|slaughter|stab|shoot|rape|strangle|behead|lynch|drown|execute|knife|maim)"
LESSER = (
    r"(?:hang|beat|batter|hurt|hit|punch|attack(?:ing)?|bomb|burn|smash|torch|petrol[ -]bomb|end"
    r"|set fire to|come for|come after|find)"
)
ANYBODY = r"(?:you|him|her|them|all|every|any|each|the|that|those|these|a|an|your|their|his)"
SOMEBODY = (
    r"(?:you|him|her|them|those|every (?:last )?one|somebody|someone"
    r"|the\s(?:place|lot|council|office|building|leader))"
)
DONE = (
    r"(?:shot|shooting|hanged|hanging|hung|strung up|stringing up|stabbed|killed|killing|burnt"
    r"|burned alive|burned at the stake|beaten up|put down|put up against a wall"
    r"|lynched|horsewhipped|executed|drowned"
    r"|raped|murdered|eradicated|exterminated|gassed|wiped out|dead)"
)
THREATS = [
    rf"{INTENT}\s{GRAVE}\s{ANYBODY}\b",
    rf"{INTENT}\s{LESSER}\s{SOMEBODY}(?:\sdown)?\b",
    rf"\b(?:deserves?|want|wants|needs?)\s(?:to\sbe\s)?(?:all\s)?(?:{DONE}|to\s(?:all\s)?die)\b",
    rf"\b(?:should|ought\sto|must)(?:\s(?:all|just|have))*\sbe(?:en)?\s{DONE}\b",
    rf"\b(?:should|ought\sto|must|best\sto|needs\sto)(?:\s(?:all|just|simply))*"
    rf"\s(?:{GRAVE}|hang|burn)\s(?:all|every|those|these|them|him|her|you)\b",
    rf"\b{GRAVE}\s(?:those|these|them|him|her|you)\b",
    rf"\b(?:I\swish|if\sonly|better\soff|I\shope)\b[^.!?]{{0,60}}\b(?:{DONE}|dies?)\b",
    r"\b(?:make|see|watch)\s(?:\w+\s){1,3}(?:suffer|die|burn|bleed)\b",
    r"\b(?:cut|slit|snap|break|wring)\s(?:\w+\s){0,3}(?:throats?|necks?|legs?)\b",
    r"\bthroats?\s(?:cut|slit)\b|\bdeath\sto\s(?:all|the|every|those)\b|\bat\smy\shands\b",
    r"\bI\sknow\swhere\s(?:you|he|she|they|that\s\w+|your?\s\w+)\slives?\b",
    r"\bwatch\s(?:your|his|her|their)\sbacks?\b",
    r"\b(?:put\s)?(?:a\s)?brick\sthrough\s(?:your|his|her|their|the|somebody['’]s)\s\w+\b",
    r"\b(?:you|they|he|she)(?:\swill|['’]ll)\s(?:regret\sthis|be\ssorry|pay\sfor\sthis)\b",
]
PARTNER = (
    r"(?:husband|wife|partner|boyfriend|girlfriend|ex|father|dad|mother|mum|step\w+|son|daughter"
    r"|brother|sister|uncle|carer|landlord|neighbour)"
)
HURTS = r"(?:hits?|beats?|hurts?|chokes?|punche?s|kicks?|slaps?|threatens|strangles?|rapes?)"
SELF = r"(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?)"
RISKS = [
    rf"\bI(?:\s(?:have|often|want\sto|am|was|keep|will|used\sto|sometimes)|['’](?:ve|m))*"
    rf"\s{SELF}\smyself\b",
    r"\bI(?:\s\w+|['’]\w+){0,4}\s(?:end(?:ing)?|tak(?:e|ing))\s(?:my\s(?:own\s)?life|it\sall)\b",
    r"\bI(?:\sdo\snot|\sdon['’]?t|\sno\slonger)\swant\sto\s"
    r"(?:live|be\shere|be\salive|wake\sup|go\son|carry\son)(?:\sany\s?more)?\b",
    r"\bI(?:\s(?:feel|am|was|felt|get)|['’]m)\s(?:\w+\s)?suicidal\b",
    r"\b(?:no\s(?:reason|point)\s(?:in\s)?(?:to\s)?liv(?:e|ing))\b",
    rf"\b(?:my|her|his|their)\s(?:\w+\s)?{PARTNER}\s(?:\w+\s)?{HURTS}\s(?:me|her|him|them|us)\b",
    r"\b(?:he|she|they)\s(?:\w+\s)?(?:hits?|beats?|punches|chokes?|locks?|rapes?)"
    r"\s(?:me|her|him|them|us)(?:\sin)?\b",
    r"\b(?:is|are|was|were|I['’]?m|am)\sbeing\s(?:\w+ly\s)?"
    r"(?:abused|beaten|hit|hurt|neglected|starved|groomed|exploited|trafficked|raped|molested)\b",
    r"\b(?:child|baby|children|boy|girl|toddler|kids?)\b[^.!?]{0,40}\sleft\s(?:all\s)?"
    r"(?:alone|on\s(?:his|her|their)\sown|by\sthemselves)(?:\s(?:all|at)\s\w+)?\b",
    r"\bI(?:\shave\snot|\shaven['’]?t)\seaten\s(?:for|since|in)\b",
    rf"\bmy\s{PARTNER}\s(?:takes?|steals?|took|stole|keeps?)\s(?:all\s)?my\s"
    r"(?:money|pension|benefits?|card|wages|tablets)\b",
    r"\b(?:afraid|scared|frightened|terrified)\s(?:of\smy|to\sgo\shome)\b",
    r"\b(?:he|she|they|who)\s(?:touched|touches)\s(?:me|her|him)\b",
]
THREAT = re.compile("|".join(THREATS), re.IGNORECASE)
SAFEGUARDING = re.compile("|".join(RISKS), re.IGNORECASE)


VIOLENT = (
    "kill", "murder", "slaughter", "stab", "shoot", "shot", "rape", "strangl", "behead", "lynch",
    "drown", "execut", "knife", "maim", "hang", "hung", "strung", "beat", "batter", "hurt", "hit",
    "punch", "attack", "bomb", "burn", "smash", "torch", "end ", "set fire", "come for", "find",
    "come after", "horsewhip", "eradicat", "exterminat", "gassed", "wiped", "dead", "die", "suffer",
    "bleed", "throat", "neck", "leg", "death", "my hands", "where", "back", "brick", "regret",
    "sorry", "pay for", "put down", "put up against",
)  # fmt: skip
RISKY = (
    "myself", "life", "it all", "want to", "suicid", "livi", "hits", "hit", "beat", "hurt", "chok",
    "punch", "kick", "slap", "threat", "strang", "rape", "lock", "being", "left", "eaten", "money",
    "pension", "benefit", "card", "wages", "tablets", "afraid", "scared", "frighten", "terrif",
    "touch", "to live",
)  # fmt: skip


def harm(text):
    yield from found(Kind.THREAT, THREAT, text, "This may be a threat.", needs=VIOLENT)
    reason = "Somebody may be at risk. Pass it on today."
    yield from found(Kind.SAFEGUARDING, SAFEGUARDING, text, reason, needs=RISKY)
