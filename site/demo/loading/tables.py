"""Notes of an event's tables, written by its editor."""

from consultations.models import ConsultationPage
from demo.content.consultations import STRATEGY
from demo.content.tables import EVENT, TABLES
from events.domain.tables import Said, Written, add_table
from events.models import EventSession
from integration.notes import places_of
from people.domain.roles import group_for
from people.enums import Role
from people.models import User
from records.domain.references import new_key


def load_tables(scene):
    by = User.objects.filter(groups=group_for(Role.EVENTS_EDITOR)).first()
    session = EventSession.objects.filter(event__slug=EVENT).first()
    sections = places_of(ConsultationPage.objects.get(slug=STRATEGY.slug))
    for table in TABLES:
        about = sections[table.section - 1][0] if table.section else None
        said = Said(about=about, agreed=table.agreed, most=table.most, some=table.some)
        add_table(
            session_pk=session.pk,
            key=new_key(),
            written=Written(
                name=table.name,
                headcount=table.headcount,
                who=table.who,
                may_be_shown=True,
                notes=(said,),
            ),
            by=by,
            at=session.ends_at,
        )
