from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_slug
from django.utils import timezone

from consultations.responses.models import Comment
from integration.sample import NotASample, sample_consultation, top_up


class Command(BaseCommand):
    help = "Fills a sample consultation with made-up responses, the same ones for the same seed."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="Of the sample consultation; it is made when missing.")
        parser.add_argument("--count", type=int, required=True, help="Responses it shall have.")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--read",
            type=float,
            default=0.85,
            help="The share of comments already published; the rest wait.",
        )

    def handle(self, *, slug, count, seed, read, **options):
        try:
            validate_slug(slug)
            consultation = sample_consultation(slug=slug, seed=seed, now=timezone.now())
        except ValidationError:
            raise CommandError(f"“{slug}” cannot stand in an address.") from None
        except NotASample as error:
            raise CommandError(str(error)) from None
        for done in top_up(
            consultation=consultation, count=count, seed=seed, read=read, now=timezone.now()
        ):
            if options["verbosity"] > 1:
                self.stdout.write(f"{done:,} responses…")
        comments = Comment.objects.filter(consultation=consultation)
        responses = comments.values("response").distinct().count()
        self.stdout.write(f"“{slug}”: {responses:,} responses, {comments.count():,} comments.")
        self.stdout.write(f"Its address is {consultation.url or consultation.url_path}")
