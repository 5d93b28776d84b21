"""Rules about the site as a whole: what stands where, and what nobody would find."""
