#!/usr/bin/env python3
"""The command line of Sounding Board."""

import os
import sys
from pathlib import Path

# `site/` is a source root, as `src/` is elsewhere. It is never a package: `site` is a module of
# the standard library, loaded before ours could be.
sys.path.insert(1, str(Path(__file__).resolve().parent / "site"))


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
