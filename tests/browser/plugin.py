"""A real headless Chromium for the tests marked `browser`."""
