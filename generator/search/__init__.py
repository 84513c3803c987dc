"""Search: everything that can be found -> files the browser reads -> what answers a query, and why.

`entries` gathers, `index` writes, `engine` and its twin `theme/assets/search/engine.js` answer.
"""
