from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    name = "consultations.analysis"
    label = "analysis"
    verbose_name = "Analysis"

    def ready(self):
        from consultations.analysis import receivers  # noqa: F401 -- registers itself
        from consultations.analysis.domain.telling import knots_of
        from consultations.responses.domain.trail import register_knots

        register_knots(knots_of, position=30)
