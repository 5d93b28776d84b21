"""Foreign texts to drafts of entries."""
