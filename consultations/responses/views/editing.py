"""Around the editor of a form, in the admin: when questions are shown, and trying it out."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.admin.auth import require_admin_access

from consultations.responses.domain.answers import CHOOSABLE, choosable
from consultations.responses.domain.branching import faults, in_words, visible, why
from consultations.responses.domain.questionnaires import (
    changes_to,
    is_answered,
    questions_of,
    set_rules,
)
from consultations.responses.enums import QuestionKind
from consultations.responses.forms.builder import CommentForm
from consultations.responses.forms.editing import RulesForm
from consultations.responses.models import Questionnaire

PERMISSION = "responses.change_questionnaire"


def for_editors(view):
    """Only people who may change forms; everybody else is refused."""

    @require_admin_access
    def wrapper(request, pk, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return view(request, get_object_or_404(Questionnaire, pk=pk), **kwargs)

    return wrapper


@for_editors
def rules(request, questionnaire):
    """Every question with its rule in words, and what is wrong with it."""
    questions = questions_of(questionnaire)
    wrong = {fault.key: fault.sentence for fault in faults(questions)}
    return render(
        request,
        "responses/admin/rules.html",
        {
            "questionnaire": questionnaire,
            "rows": [
                {
                    "question": question,
                    "kind": QuestionKind(question.kind).label,
                    "words": in_words(question, questions),
                    "fault": wrong.get(question.key.hex, ""),
                    "may_change": bool(_earlier(questions, question)),
                }
                for question in questions
            ],
        },
    )


@for_editors
def rule(request, questionnaire, key):
    """The answers that show one question, to be ticked."""
    questions = questions_of(questionnaire)
    question = next((one for one in questions if one.key == key), None)
    if question is None:
        raise Http404("There is no such question in this form.")
    form = RulesForm(
        request.POST if request.method == "POST" else None,
        question=question,
        earlier=_earlier(questions, question),
    )
    sentences, must_agree = [], False
    if request.method == "POST" and form.is_valid():
        question.rules = form.rules
        sentences = [f.sentence for f in faults(questions) if f.key == key.hex]
        must_agree = not sentences and _counts_apart(questionnaire, questions, key)
        if not sentences and (not must_agree or request.POST.get("counted_apart")):
            set_rules(questionnaire=questionnaire, key=key.hex, rules=form.rules)
            messages.success(request, f"“{question.label}”: {in_words(question, questions)}")
            return redirect("questionnaire_rules", questionnaire.pk)
    return render(
        request,
        "responses/admin/rule.html",
        {
            "questionnaire": questionnaire,
            "question": question,
            "form": form,
            "sentences": sentences,
            "must_agree": must_agree,
        },
        status=422 if sentences or must_agree or form.errors else 200,
    )


def _earlier(questions, question):
    """The questions before this one that have answers to choose from, with these answers."""
    before = questions[: question.position]
    return [(one, choosable(one)) for one in before if one.kind in CHOOSABLE]


def _counts_apart(questionnaire, questions, key):
    """Whether this rule would make the question a new one to people who have answered it."""
    changes = changes_to(questionnaire, asked=questions)
    return is_answered(questionnaire) and any(c.is_new and c.key == key.hex for c in changes)


@for_editors
def try_out(request, questionnaire):
    """The form as people see it, and for each question why it is shown or not. Keeps nothing."""
    questions = questions_of(questionnaire)
    form = CommentForm(
        request.POST if request.method == "POST" else None,
        questions=questions,
        present_wording="These words stand for those of a passage.",
    )
    form.is_valid()  # reads what was filled in, so far as it can be read
    answers = form.answers
    shown = visible(questions, answers)
    return render(
        request,
        "responses/admin/try.html",
        {
            "questionnaire": questionnaire,
            "form": form,
            "rows": [
                {
                    "question": question,
                    "is_shown": question.key.hex in shown,
                    "why": why(question, questions, answers),
                }
                for question in questions
            ],
        },
    )
