"""Empty on purpose: `dev`, `test` and `production` are chosen by name, never by default."""
