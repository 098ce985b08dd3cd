import pytest


@pytest.fixture
def page_cache(settings, tmp_path):
    """The page cache as the product has it; the suite runs without."""
    settings.PAGE_CACHE_ENABLED = True
    settings.PAGE_CACHE_STAMP = str(tmp_path / "pages-changed")
