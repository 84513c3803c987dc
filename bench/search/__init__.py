"""Search, ours and three others on the same records in the same browser: `python -m bench.search`."""
