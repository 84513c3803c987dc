"""How a site's data is named to others: for citing, and in packages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import orjson

from generator.catalogue import Catalogue
from generator.languages import slug

_COMMONS = re.compile(r"https?://creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/([0-9.]+)")


def title(catalogue: Catalogue, lang: str) -> str:
    """The site's name."""
    return catalogue.said(catalogue.site.name, lang).text or "Geirfa"


def licence_id(address: str | None) -> str:
    """The SPDX name of a licence of Creative Commons, by its address; "" for another."""
    found = _COMMONS.match(address or "")
    if not found:
        return ""
    return "CC0-1.0" if found[1] == "zero" else f"CC-{found[1].upper()}-{found[2]}"


def about(catalogue: Catalogue, today: date) -> Mapping[str, Any]:
    """What a data package says of itself."""
    site, main = catalogue.site, catalogue.main
    name = title(catalogue, main)
    licence = {
        "title": catalogue.said(site.licence, main).text,
        "path": site.licence_url,
        "name": licence_id(site.licence_url),
    }
    return {
        "name": slug(name) or "geirfa",
        "title": name,
        "version": str(today),
        **({"homepage": site.url} if site.url else {}),
        "licenses": [{key: value for key, value in licence.items() if value}] if any(licence.values()) else [],
    }


def citation(catalogue: Catalogue, today: date) -> str:
    """CITATION.cff (1.2.0). Texts are written as JSON strings, which YAML reads."""
    site, name = catalogue.site, title(catalogue, catalogue.main)
    lines = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "message": "Please cite this data by its title, version and address.",
        "title": name,
        "version": str(today),
        "date-released": str(today),
        "license": licence_id(site.licence_url),
        "license-url": "" if licence_id(site.licence_url) else site.licence_url,
        "url": site.url,
        "repository-code": site.repository,
    }
    said = [f"{key}: {orjson.dumps(value).decode()}" for key, value in lines.items() if value]
    return "\n".join([*said, "authors:", f"  - name: {orjson.dumps(name).decode()}", ""])
