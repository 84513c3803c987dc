"""What the browser finds assets by: one index for all languages, and for each language what a result shows."""
