"""Who may import whom, kept: between apps, between a response's stages, and inside an app."""

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

FOUNDATIONS = {"delivery", "records", "calendars", "tables"}
SHARED = FOUNDATIONS | {"pages", "people"}
SUBJECTS = {"consultations", "events", "toolkit"}
COMPOSITION = {"config", "integration", "demo"}
# A response's life from left to right. Each may import any to its left, never one to its right.
STAGES = ["consultations", "drafts", "responses", "moderation", "analysis", "outcomes"]

# Inside an app, downwards only: a file may import from its own row or one above.
LAYERS = [
    {"enums", "permissions", "signals", "caching"},
    {"blocks"},
    {"models", "guards"},
    {"domain"},
    {"forms", "importing", "exporting", "notifications", "navigation", "adapters", "wording"},
    {
        "apps",
        "views",
        "viewsets",
        "api",
        "templatetags",
        "management",
        "receivers",
        "wagtail_hooks",
        "panels",
        "registers",
        "feeds",
        "reports",
        "shelves",
        "urls",
        "booking_urls",
        "changes_urls",
        "tracker_urls",
        "tasks",
        "middleware",
    },
]


@dataclass(frozen=True)
class Module:
    """Where a module stands: its package, its stage (for consultations) and its layer."""

    package: str
    stage: str
    layer: str

    @property
    def app(self):
        return self.stage or self.package


def place(dotted):
    parts = dotted.split(".")
    package, rest = parts[0], parts[1:]
    stage = ""
    if package == "consultations":
        is_nested = bool(rest) and rest[0] in STAGES[1:]
        stage = rest[0] if is_nested else "consultations"
        rest = rest[1:] if is_nested else rest
    return Module(package, stage, rest[0] if rest else "")


def fault(importer, imported, *, in_method=False):
    """Why `importer` (a dotted name) may not import `imported`, or "" when it may.

    A page may hand a request over to a view by an import inside the method.
    """
    mine, theirs = place(importer), place(imported)
    ours = SHARED | SUBJECTS | COMPOSITION
    if theirs.package not in ours or mine.package in COMPOSITION:
        return ""
    if in_method and mine.app == theirs.app and (mine.layer, theirs.layer) == ("models", "views"):
        return ""
    return _between_packages(mine, theirs) or _between_stages(mine, theirs) or _inside(mine, theirs)


def _between_packages(mine, theirs):
    if mine.package == theirs.package:
        return ""
    if theirs.package in COMPOSITION:
        return f"nothing imports {theirs.package}"
    allowed = {
        **{name: set() for name in FOUNDATIONS},
        **dict.fromkeys(("pages", "people"), FOUNDATIONS),
        **dict.fromkeys(SUBJECTS, SHARED),
    }[mine.package]
    return "" if theirs.package in allowed else f"{mine.package} may not import {theirs.package}"


def _between_stages(mine, theirs):
    if not (mine.stage and theirs.stage) or mine.stage == theirs.stage:
        return ""
    if STAGES.index(theirs.stage) < STAGES.index(mine.stage):
        return ""
    return f"{mine.stage} comes before {theirs.stage} and may not import it"


def _inside(mine, theirs):
    if mine.app != theirs.app or mine.layer == theirs.layer:
        return ""
    if _row(theirs.layer) <= _row(mine.layer):
        return ""
    return f"in {mine.app}, {mine.layer} may not import {theirs.layer}"


def _row(layer):
    for number, names in enumerate(LAYERS):
        if layer in names:
            return number
    return len(LAYERS) if layer else 0


def modules():
    for source in ("site", *sorted(SUBJECTS)):
        base = ROOT / "site" if source == "site" else ROOT
        for path in sorted((ROOT / source).rglob("*.py")):
            if "migrations" not in path.parts:
                name = ".".join(path.relative_to(base).with_suffix("").parts)
                yield name.removesuffix(".__init__"), path


def imports(name, tree, *, is_package=False):
    """Every module named by an import anywhere in the file, relative ones made whole.

    Yields (dotted name, whether the import stands inside a function).
    """
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    in_methods = {id(inner) for function in functions for inner in ast.walk(function)}
    for node in ast.walk(tree):
        for imported in _names(name, node, is_package):
            yield imported, id(node) in in_methods


def _names(name, node, is_package):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    if not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    parts = name.split(".")
    base = parts[: len(parts) - node.level + (1 if is_package else 0)]
    return [".".join([*base, *([node.module] if node.module else [])])]


def faults():
    for name, path in modules():
        tree = ast.parse(path.read_text())
        for imported, in_method in imports(name, tree, is_package=path.name == "__init__.py"):
            reason = fault(name, imported, in_method=in_method)
            if reason:
                yield f"{name} imports {imported}: {reason}"


def test_every_import_keeps_its_direction():
    assert sorted(set(faults())) == []


def test_a_subject_importing_another_is_caught():
    assert fault("events.models", "toolkit.models") == "events may not import toolkit"


def test_a_shared_app_importing_a_subject_is_caught():
    assert fault("people.views", "events.models") == "people may not import events"


def test_pages_and_people_importing_one_another_is_caught():
    assert fault("pages.models", "people.models") == "pages may not import people"


def test_a_foundation_importing_anything_of_ours_is_caught():
    assert fault("records.models", "delivery.models") == "records may not import delivery"


def test_importing_the_composition_root_is_caught():
    assert fault("toolkit.views", "config.env") == "nothing imports config"


def test_an_earlier_stage_importing_a_later_one_is_caught():
    reason = fault("consultations.responses.domain.sending", "consultations.moderation.models")
    assert reason == "responses comes before moderation and may not import it"


def test_the_consultation_importing_a_stage_is_caught():
    reason = fault("consultations.models.consultation", "consultations.drafts.models")
    assert reason == "consultations comes before drafts and may not import it"


def test_a_model_importing_a_view_is_caught():
    reason = fault("consultations.drafts.models.pages", "consultations.drafts.views")
    assert reason == "in drafts, models may not import views"


def test_a_page_handing_over_to_a_view_inside_a_method_is_allowed():
    assert fault("events.models.pages", "events.views", in_method=True) == ""


def test_a_rule_importing_a_form_is_caught():
    reason = fault(
        "consultations.responses.domain.sending", "consultations.responses.forms.builder"
    )
    assert reason == "in responses, domain may not import forms"


def test_a_relative_import_is_seen():
    tree = ast.parse("from ..views import commenting")

    found = list(imports("consultations.responses.domain.sending", tree))

    assert found == [("consultations.responses.views", False)]


def test_an_import_inside_a_function_is_seen():
    tree = ast.parse("def f():\n    from events.models import EventPage\n")

    assert ("events.models", True) in list(imports("toolkit.models", tree))


def test_a_later_stage_importing_an_earlier_one_is_allowed():
    assert fault("consultations.outcomes.models", "consultations.drafts.models") == ""


def test_the_source_root_is_not_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()
