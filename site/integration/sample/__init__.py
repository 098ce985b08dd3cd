from .consultation import NotASample, sample_consultation
from .responses import top_up

__all__ = ["NotASample", "sample_consultation", "top_up"]
