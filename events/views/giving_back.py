"""What every form of whoever books does when it cannot be taken."""

from django.utils.translation import gettext_lazy as _

from pages.giving_back import giving_back

gives_back = giving_back(action="book", note=_("Sending twice does no harm: it is one booking."))
