"""One screen a module: joins widgets to services."""
