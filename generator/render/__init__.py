"""Records and lists -> HTML pages. Own Jinja environment (autoescape, StrictUndefined); no MkDocs, no files written."""
