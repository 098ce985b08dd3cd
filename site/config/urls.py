"""The whole URL map on one screen."""

from django.conf import settings
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from consultations.analysis.views.detached import detached
from consultations.drafts.views.versions import edit_or_explain
from consultations.moderation.views.landing import landing
from integration.views.plans import set_up_plan
from pages.giving_back import words
from pages.views import health, image, robots, search, sitemap
from people.views import mine

# One way in: every other password form leads to allauth's, which asks for the second factor.
to_the_door = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("health/", health, name="health"),
    path("words/", words, name="words"),
    path("search/", search, name="search"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("accounts/mine/", mine, name="mine"),
    path("accounts/", include("allauth.urls")),
    path("admin/login/", to_the_door),
    path("_util/login/", to_the_door),
    path("admin/", landing),
    path("admin/pages/<int:page_id>/edit/", edit_or_explain),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/images/<path:path>", image),
    path("", include("consultations.moderation.urls")),
    path("responses/", include("consultations.responses.tracker_urls")),
    path("toolkit/plans/<slug:code>/set-up/", set_up_plan, name="set_up_plan"),
    path("toolkit/", include("toolkit.urls")),
    path("bookings/", include("events.booking_urls")),
    path("consultations/", include("consultations.urls")),
    path("consultations/<slug:slug>/respond/", include("consultations.responses.urls")),
    path("consultations/<slug:slug>/changes/detached/", detached, name="detached"),
    path("consultations/<slug:slug>/changes/", include("consultations.drafts.changes_urls")),
    path("consultations/<slug:slug>/views/", include("consultations.analysis.urls")),
    path("consultations/<slug:slug>/<slug:draft_slug>/", include("consultations.drafts.urls")),
    path("events/", include("events.urls")),
    path("toolkit/", include("toolkit.compact_urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("demo.urls")))

urlpatterns.append(path("", include(wagtail_urls)))
