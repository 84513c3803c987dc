"""Geirfa: a folder of YAML records becomes a bilingual website. The way of a record is drawn in README.md."""

__version__ = "0.1.0"
