"""Measurements of design §10: workloads of known size, the product and a fixed Hugo on the same records, one table."""
