import re
from urllib.parse import urlencode

from django import forms

from toolkit.enums import Audience, CostBand, Evidence, Level, PrincipleStage, Purpose

ANY = "Any"
WEEKS = (2, 4, 8, 12)
FILTERS = ("purpose", "audience", "stage", "evidence", "weeks", "cost")


def _choice(label, choices, **kwargs):
    return forms.ChoiceField(label=label, required=False, choices=[("", ANY), *choices], **kwargs)


class MethodListForm(forms.Form):
    """Which methods to list. What cannot be is left aside, so that every address works."""

    words = forms.CharField(
        label="Words",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    level = forms.ChoiceField(
        choices=[(str(level.value), level.label) for level in Level],
        required=False,
        widget=forms.HiddenInput,
    )
    stage = _choice("Stage", PrincipleStage.choices)
    purpose = _choice("To", Purpose.choices)
    audience = _choice("Hears well", Audience.choices)
    evidence = _choice("Gives", Evidence.choices)
    weeks = _choice("Ready within", [(str(n), f"{n} weeks") for n in WEEKS])
    cost = _choice("Costs at most", [(band.value, band.label) for band in CostBand if band != "E"])

    def __init__(self, asked):
        super().__init__(asked, auto_id="list-%s")
        self.full_clean()
        for name in self.errors:  # or it would be shown as it was asked for
            self.data = {key: value for key, value in self.data.items() if key != name}

    @property
    def chosen(self):
        """What was asked for and can be: {name: value}."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def level_chosen(self):
        return Level(int(self.chosen["level"])) if "level" in self.chosen else None

    @property
    def is_narrowed(self):
        """Whether more than a level was asked for."""
        return bool(self.chosen.keys() - {"level"})

    @property
    def filters(self):
        return [self[name] for name in FILTERS]

    @property
    def is_filtered(self):
        return bool(self.chosen.keys() & set(FILTERS))

    def narrow(self, methods):
        """Of these methods, in the order they have, those that were asked for, as a list."""
        chosen = self.chosen
        if "level" in chosen:
            methods = methods.at_level(chosen["level"])
        if "weeks" in chosen:
            methods = methods.filter(weeks_to_prepare__lte=chosen["weeks"])
        if "cost" in chosen:
            methods = methods.filter(cost_band__lte=chosen["cost"])
        return [method for method in methods if self._is_meant(method)]

    def _is_meant(self, method):
        chosen = self.chosen
        kept = {
            "stage": method.stages,
            "purpose": method.purposes,
            "audience": method.reaches,
            "evidence": method.evidence,
        }
        if any(chosen[name] not in values for name, values in kept.items() if name in chosen):
            return False
        return _has_words(method, chosen.get("words", ""))

    def query(self, **changed):
        """The address of this list after its question mark."""
        asked = {name: value for name, value in {**self.chosen, **changed}.items() if value}
        return urlencode(asked)


def _has_words(method, words):
    """Whether each of these words begins one of the method's. There are too few for an index."""
    text = f"{method.title} {method.also_known_as} {method.summary} {method.works_well_for}"
    known = re.findall(r"\w+", text.casefold())
    asked = re.findall(r"\w+", words.casefold())
    return all(any(word.startswith(part) for word in known) for part in asked)
