"""The running process: settings, wiring, intake, edge, clock, delivery, command line."""
