from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    name = "consultations.analysis"
    label = "analysis"
    verbose_name = "Analysis"

    def ready(self):
        from consultations.analysis import receivers  # noqa: F401 -- registers itself
