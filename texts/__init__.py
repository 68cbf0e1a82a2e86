"""The words people read: Fluent files per language, and how they are rendered."""
