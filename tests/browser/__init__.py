"""Tests in a real Chromium: accessibility, keyboard, looks that can be measured, with and without scripts."""
