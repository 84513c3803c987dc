"""The tests of Geirfa."""
