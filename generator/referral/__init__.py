"""Open Referral's tables and ours, both ways, as Python data: neither files nor YAML."""
