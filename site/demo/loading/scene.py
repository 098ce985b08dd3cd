"""What every part of the worked example is given: the moment it is loaded at, and who is there."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from calendars.working_days import working_day_from
from pages.domain.tree import ensure_home
from people.models import User

MORNING = time(9)
LAST_MINUTE = time(23, 59)


@dataclass(frozen=True)
class Scene:
    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @property
    def home(self):
        return ensure_home()

    def working_day(self, days: int) -> date:
        """So many days from today, or the working day after it."""
        return working_day_from(self.today + timedelta(days=days))

    def moment(self, days: int, at: time = MORNING) -> datetime:
        """That working day at this time in London."""
        return timezone.make_aware(datetime.combine(self.working_day(days), at))

    def user(self, email: str) -> User:
        return User.objects.get(email=email)
