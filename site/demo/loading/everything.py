"""The worked example, part by part. A part is loaded once, so that what people change stays."""

from demo.loading.baselines import load_baselines
from demo.loading.bookings import load_bookings
from demo.loading.channels import load_channels
from demo.loading.compact import load_compact
from demo.loading.consultations import load_consultations
from demo.loading.events import load_events
from demo.loading.fairness import load_election
from demo.loading.glossary import load_glossary
from demo.loading.grants import load_grants
from demo.loading.importing import load_import
from demo.loading.learning import load_principles, load_uses
from demo.loading.origins import (
    load_areas,
    load_decision_makers,
    load_evenings,
    load_origins,
)
from demo.loading.people import load_people
from demo.loading.questionnaires import load_questionnaires
from demo.loading.scene import Scene
from demo.loading.screening import load_todays_comments
from demo.loading.seeing import load_seeing
from demo.loading.site import load_footer, load_site, load_texts
from demo.loading.strategy import load_strategy
from demo.loading.tables import load_tables
from demo.loading.toolkit import load_plan, load_toolkit
from people.models import DoneOnce

# The order of the main menu, too: consultations, events, toolkit, about the Board.
PARTS = {
    "the site": load_site,
    "sign-ins": load_people,
    "forms": load_questionnaires,
    "an election": load_election,
    "who decides": load_decision_makers,
    "areas": load_areas,
    "consultations": load_consultations,
    "events": lambda scene: load_events(scene.home, today=scene.today),
    "toolkit": lambda scene: load_toolkit(scene.home),
    "an engagement plan": load_plan,
    "pages of text": load_texts,
    "the foot of the page": load_footer,
    "what grants should achieve": load_grants,
    "the strategy": load_strategy,
    "what members are seeing": load_seeing,
    "the glossary": load_glossary,
    "an unfinished import": load_import,
    "bookings": load_bookings,
    "notes of tables": load_tables,
    "the library’s evenings": load_evenings,
    "other channels": load_channels,
    "what came in this morning": load_todays_comments,
    "where the strategy comes from": load_origins,
    "the Compact": load_compact,
    "principles of engagement": load_principles,
    "uses of methods": load_uses,
    "who could answer": load_baselines,
}


def load_everything(*, now):
    """Load each part that was not loaded before; the names of those that were loaded now."""
    scene = Scene(now)
    loaded = []
    for name, load in PARTS.items():
        _, is_new = DoneOnce.objects.get_or_create(key=f"demo:{name}")
        if is_new:
            load(scene)
            loaded.append(name)
    return loaded
