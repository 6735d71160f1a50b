"""Picture in, picture out: no HTTP and no settings in here."""
