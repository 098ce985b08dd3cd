from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable


@register_setting(icon="site")
class SiteDetails(ClusterableModel, BaseSiteSetting):
    """Who runs this site: names, contact, the strip at the top. Councils merge; these are data."""

    name = models.CharField(max_length=80, default="Sounding Board")
    council_name = models.CharField(max_length=120, default="The council")
    notice = models.CharField(
        max_length=200, blank=True, help_text="A strip above every page, such as “Worked example”."
    )
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("council_name"), FieldPanel("notice")]),
        MultiFieldPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")], "Contact"),
        InlinePanel("footer_links", heading="Links at the foot of every page"),
    ]

    class Meta:
        verbose_name = "site details"


class FooterLink(Orderable):
    details = ParentalKey(SiteDetails, on_delete=models.CASCADE, related_name="footer_links")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("page")]

    @property
    def title(self):
        return self.page.title

    @property
    def url(self):
        return self.page.url
