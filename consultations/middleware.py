"""A sentence instead of an error where somebody in the admin publishes what is not ready."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from wagtail.admin import messages
from wagtail.admin.modal_workflow import render_modal_workflow

from consultations.domain.publishing import DutiesNotMet

ADDING = "wagtailadmin_pages:add"


class DutiesInWords:
    """Every road to publishing raises the same DutiesNotMet, which ends here.

    The editor, a workflow, bulk publishing: each has kept what was typed as a draft before.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        is_admin = request.path.startswith(reverse("wagtailadmin_home"))
        if not isinstance(exception, DutiesNotMet) or not is_admin:
            return None
        page = exception.consultation
        ready = reverse("consultation_ready", args=[page.pk])
        messages.error(
            request, in_words(exception), buttons=[messages.button(ready, "Ready to publish?")]
        )
        editor = reverse("wagtailadmin_pages:edit", args=[page.pk])
        edits = request.path == editor or request.resolver_match.view_name == ADDING
        address = editor if edits else ready
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            done = {"step": "success", "redirect": address}
            return render_modal_workflow(request, "", None, {}, json_data=done)
        return redirect(address)


def in_words(exception):
    """What is missing, one line a duty, each with the field that mends it."""
    items = format_html_join(
        "",
        "<li>{}{}</li>",
        (
            (each.judgement.sentence, f" (Field: {each.field_label}.)" if each.field_label else "")
            for each in exception.unmet
        ),
    )
    return format_html(
        "“{}” is not public yet. What you wrote is kept as a draft. Before it can be published:"
        "<ul>{}</ul>",
        exception.consultation.title,
        items,
    )
