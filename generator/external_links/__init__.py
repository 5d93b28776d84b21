"""Links to other sites: asked politely, kept for later, and never a danger to who asks."""
