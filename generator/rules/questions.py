"""Rules about questions, misconceptions and examples."""
