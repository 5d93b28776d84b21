"""Changes to files that authors wrote: only what was asked for, proved by reading it again."""
