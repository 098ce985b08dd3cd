"""The date and the place of each event become its first session and a venue kept once."""

from django.db import migrations


def move_forwards(apps, schema_editor):
    EventPage = apps.get_model("events", "EventPage")
    EventSession = apps.get_model("events", "EventSession")
    Revision = apps.get_model("wagtailcore", "Revision")
    for event in EventPage.objects.order_by("pk"):
        venue = _venue(apps, event.venue_name, event.venue_address, event.venue_access)
        session = EventSession.objects.create(
            event=event,
            sort_order=0,
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            venue=venue,
            online_url=event.online_url,
            places=event.places,
            status=event.status,
            previous_starts_at=event.previous_starts_at,
            changed_at=event.last_published_at,
        )
        if event.cost == "Free":
            EventPage.objects.filter(pk=event.pk).update(cost="")
        revisions = Revision.objects.filter(
            content_type__app_label="events",
            content_type__model="eventpage",
            object_id=str(event.pk),
        )
        for revision in revisions:
            content = revision.content
            venue = _venue(apps, *(content.get(f"venue_{n}", "") for n in ("name", "address", "access")))
            content["cost"] = "" if content.get("cost") == "Free" else content.get("cost", "")
            content["sessions"] = [
                {
                    "pk": session.pk,
                    "sort_order": 0,
                    "event": event.pk,
                    "starts_at": content.get("starts_at"),
                    "ends_at": content.get("ends_at"),
                    "venue": venue and venue.pk,
                    "online_url": content.get("online_url", ""),
                    "places": content.get("places"),
                    "status": content.get("status", "scheduled"),
                    "is_full": False,
                    "previous_starts_at": content.get("previous_starts_at"),
                    "uid": str(session.uid),
                    "sequence": 0,
                    "changed_at": None,
                }
            ]
            revision.save(update_fields=["content"])


def _venue(apps, name, address, access):
    """The venue of this name; where one name has several descriptions, the address tells apart."""
    Venue = apps.get_model("events", "Venue")
    if not name:
        return None
    found = Venue.objects.filter(name=name).first()
    if found and (found.address, found.notes) != (address, access):
        same = Venue.objects.filter(name__startswith=name, address=address, notes=access).first()
        if same:
            return same
        number = Venue.objects.filter(name__startswith=name).count() + 1
        return Venue.objects.create(name=f"{name[:110]} ({number})", address=address, notes=access)
    return found or Venue.objects.create(name=name, address=address, notes=access)


def move_backwards(apps, schema_editor):
    EventPage = apps.get_model("events", "EventPage")
    EventSession = apps.get_model("events", "EventSession")
    for event in EventPage.objects.all():
        session = EventSession.objects.filter(event=event).select_related("venue").first()
        if session is None:
            continue
        venue = session.venue
        EventPage.objects.filter(pk=event.pk).update(
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            venue_name=venue.name if venue else "",
            venue_address=venue.address if venue else "",
            venue_access=venue.notes if venue else "",
            online_url=session.online_url,
            places=session.places,
            status=session.status,
            previous_starts_at=session.previous_starts_at,
            cost=event.cost or "Free",
        )
    EventSession.objects.all().delete()
    apps.get_model("events", "Venue").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("events", "0002_sessions")]

    operations = [migrations.RunPython(move_forwards, move_backwards)]
