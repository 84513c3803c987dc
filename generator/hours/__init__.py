"""When something meets: what an editor said of it, as words, dates, calendar files and the formats of others."""
