"""Engines turn pages into themed HTML. MkDocs is our guest, not our host."""
