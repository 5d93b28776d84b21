"""`python -m generator` does what `termloom` does."""

from generator.cli import main

if __name__ == "__main__":
    main()
