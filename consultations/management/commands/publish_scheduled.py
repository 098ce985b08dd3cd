from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as PublishScheduled
from wagtail.models import Revision

from consultations.domain.publishing import unschedule_if_unready
from consultations.models import ConsultationPage


class Command(PublishScheduled):
    """Wagtail's command, which would stop at the first page that refuses to go public.

    A consultation that was ready when it was scheduled and is not so any more, because an election
    was called since, loses its date; everything else goes public in time.
    """

    def handle(self, *args, **options):
        if not options["dryrun"]:
            now = timezone.now()
            for revision in self._due(now):
                for sentence in unschedule_if_unready(revision=revision, at=now):
                    self.stderr.write(sentence)
        super().handle(*args, **options)

    def _due(self, now):
        kind = ContentType.objects.get_for_model(ConsultationPage)
        return Revision.objects.filter(content_type=kind, approved_go_live_at__lt=now)
