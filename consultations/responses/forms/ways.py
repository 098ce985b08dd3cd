"""How much somebody wants to answer, and which sections."""

from django import forms

from consultations.responses.enums import Way


class WayForm(forms.Form):
    use_required_attribute = False

    way = forms.ChoiceField(
        label="How would you like to answer?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose how you would like to answer.",
            "invalid_choice": "Choose one of the ways listed.",
        },
    )

    def __init__(self, *args, sections, has_quick, **kwargs):
        super().__init__(*args, **kwargs)
        number = len(sections)
        words = {
            Way.QUICK: "Quick: say how far you agree with each section, and add one comment",
            Way.CHOOSE: "Some sections: choose those that matter to you",
            Way.WHOLE: f"The whole draft: all {number} sections in turn, and then all of it",
            Way.LETTER: "A letter of my own: write, paste or upload it",
        }
        if not has_quick:
            del words[Way.QUICK]
        if number < 2:
            del words[Way.CHOOSE]
        self.fields["way"].choices = list(words.items())


class SectionsForm(forms.Form):
    """`sections` are (id, words) for each section there is."""

    use_required_attribute = False

    sections = forms.TypedMultipleChoiceField(
        label="Which sections would you like to answer?",
        widget=forms.CheckboxSelectMultiple,
        coerce=int,
        error_messages={
            "required": "Choose at least one section.",
            "invalid_choice": "Choose from the sections listed.",
        },
    )

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sections"].choices = sections
