"""The database behind one door: tables and queries, one module per noun."""
