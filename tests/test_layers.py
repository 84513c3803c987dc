"""The order of the way of a record, held by reading every import: a module imports only from layers below its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

# From what knows least to what knows most. Names on one line do not import each other, but for those of one package that
# ends in .*; a folder's own __init__ may stand on another line than its modules.
LAYERS = (
    "issues escaping",
    "files refusals canonical",  # clean text; what strict YAML refuses; records as most are written
    "source",  # text -> tree: the only one that knows YAML
    "places",  # what a finding is about, found again
    "languages.rules languages.times languages.tables",  # what a language does to its words; how people write times and tables in it
    "languages",
    "languages.* nearby",
    "dictionary",  # which words a language has
    "kinds.part",  # what records are made of
    "kinds.fields",  # types a field is made of
    "kinds.marks kinds.record",
    "kinds.describe kinds.prints kinds.site kinds.source kinds.term kinds.vocabulary kinds.rules kinds.evidence kinds.feed kinds.venue kinds.meeting",
    "kinds.asset kinds.claim kinds.look kinds.organisation",
    "kinds.branch kinds.case_study kinds.handover kinds.milestone kinds.training",
    "kinds.competency kinds.data_item kinds.framework kinds.measure kinds.pathway kinds.policy kinds.standard kinds.tool",
    "kinds.faults",
    "kinds kinds.schema",  # finding the kinds there are
    "loading layout",  # files -> records; records -> canonical files
    "references texts",
    "catalogue taken",  # taken: what came from the lists of others
    "provenance",
    "geo geo.onspd",  # where things are: the postcodes there are; their files; what of records is known
    "geo.coding",
    "geo.grid geo.raster",
    "geo.shape geo.slips geo.whereabouts",
    "geo.gazetteer",
    "geo.base leaflet",  # our own map, and the library that draws it
    "units tabular",  # what goes out to translators, or as a table, and comes back
    "counts markup theme",  # prose; where the theme lies
    "bundle",  # many scripts as one
    "prose wording matcher written passages",  # written: words of a text; passages: what readers see, with its places
    "hours hours.*",  # when things meet
    "referral referral.*",  # Open Referral's tables and ours, both ways
    "mentions freshness answers listing",  # answers: whether a group is listed right; listing: what is listed of it
    "studies traits",  # what case studies are found by, what a group is narrowed down by
    "directory",  # all groups, by what one looks for
    "coverage crossmap week",  # what is listed, counted; frameworks beside each other; what meets near a town
    "duplicates duplicates.*",  # what may be listed twice
    "checks.* search search.* find find.texts find.packing",
    "find.index",
    "history",  # the same rules over time, by git
    "checks due",  # finding the checks there are; groups to ask again
    "exports.citation exports.jsonl exports.laying exports.private exports.releases exports.wordlist",  # a directory for others
    "exports.dictionary exports.geojson exports.openreferral exports.outcomes exports.package exports.received",
    "exports.data",
    "exports.renewing",
    "render render.agenda render.compiled render.frame render.quick render.words",
    "render.suggest",
    "render.page render.cited",
    "render.here",
    "render.word",
    "render.place",
    "render.origins",
    "render.asset",
    "render.asset_data",
    "render.boxes render.finding",
    "render.practice render.drawing",
    "render.pathway",
    "render.cases",
    "render.renderer",
    "render.view",
    "render.week_entry",
    "render.week",
    "render.choices render.compare render.competencies render.coverage render.data render.document render.directory render.framework render.news render.quality",
    "render.views entrances wiki",
    "render.surroundings site",
    "memory",
    "rebuild cache swap",  # swap: another state of content, in one step
    "plugin editing start duplicates.merge",  # the host; changes on disk
    "exports exports.* imports",
    "imports.*",
    "arguments_import",
    "arguments commands",
    "commands.*",
    "cli",
    "__main__",
)

LATE = {("markup", "prose")}
"""Imports upwards, inside a function and only when needed: prose loads slowly, and a root of plain texts never asks for it."""

APART = {
    "search": "render site cli exports imports",
    "find": "render search site cli exports imports",
    "render": "search find",
    "checks": "search",
    "kinds": "search",
    "exports": "render search imports",
    "imports": "render search exports",
}
"""Packages that answer different questions: what is found does not hang on how a page looks, nor on other formats."""

ONLY_IN = {
    "mkdocs": "plugin",
    "yaml": "source",
    "jinja2": "render.*",
    "ahocorasick_rs": "matcher",
    "nh3": "prose markup",
    "markdown_it": "prose markup",
    "rapidfuzz": "nearby",
    "spylls": "dictionary",
    "brotli": "geo.onspd",
    "msgpack": "geo.onspd",
    "pyproj": "geo.onspd",
    "platformdirs": "cache",
    "cymraeg_mcp": "languages.cy",
    "subprocess": "history",
    "openpyxl": "exports.sheets imports.sheets",
    "defusedxml": "imports.sheets imports.translate_xliff",
    "xml": "exports.translate_xliff imports.translate_xliff",
    "zipfile": "exports.package exports.sheets imports.packages imports.sheets",
    "argparse": "cli arguments arguments_import commands commands.*",
    "pydantic": "exports.received kinds kinds.* loading layout",
    "babel": "wording languages hours.words",
    "dateutil": "hours.dates",
    "holidays": "hours.setting",
    "zoneinfo": "hours.zone",
}

MODULE_LINES = 260
FUNCTION_LINES = 60

MODULES = {
    ".".join(path.relative_to(GENERATOR).with_suffix("").parts).removesuffix("__init__").rstrip(".")
    or "generator": path
    for path in sorted(GENERATOR.rglob("*.py"))
}


def tree_of(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imported(module: str) -> Iterator[str]:
    """Full names of what a module imports, those inside its functions and for type checkers too."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(name: str) -> str:
    """The module of ours that an imported name is or lies in; "" for a foreign one."""
    parts = name.split(".")
    if parts[0] != "generator":
        return ""
    while (module := ".".join(parts[1:])) and module not in MODULES:
        parts.pop()
    return module


def needs(module: str) -> set[str]:
    """Modules of ours that a module imports."""
    return {name for name in map(own, imported(module)) if name not in ("", module) and (module, name) not in LATE}


def layer(module: str) -> int:
    for pattern in (module, module.rpartition(".")[0] + ".*"):
        for rank, names in enumerate(LAYERS):
            if pattern in names.split():
                return rank
    raise AssertionError(f"{module} stands in no layer: give it its place in LAYERS")


@pytest.mark.parametrize("module", [name for name in MODULES if name != "generator"])
def test_a_module_imports_from_below_only(module: str) -> None:
    wrong = [name for name in needs(module) if layer(name) >= layer(module)]
    family = module.rpartition(".")[0]
    package = f"{family}.*" in LAYERS[layer(module)].split()
    assert [
        name for name in wrong if not (package and layer(name) == layer(module) and name.rpartition(".")[0] == family)
    ] == []


def test_every_layer_names_modules_that_exist() -> None:
    known = {*MODULES, *(f"{name.rpartition('.')[0]}.*" for name in MODULES if "." in name)}
    assert [name for names in LAYERS for name in names.split() if name not in known] == []


def test_nothing_imports_in_a_circle() -> None:
    graph = {module: needs(module) for module in MODULES}
    while ready := {module for module, below in graph.items() if not below & graph.keys()}:
        for module in ready:
            del graph[module]
    assert sorted(graph) == []


@pytest.mark.parametrize("package", APART)
def test_packages_stay_apart(package: str) -> None:
    used = {module: needs(module) for module in MODULES if module.split(".")[0] == package}
    assert used
    others = APART[package].split()
    assert {(user, name) for user, names in used.items() for name in names if name.split(".")[0] in others} == set()


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_known_in_one_place(library: str) -> None:
    places = ONLY_IN[library].split()
    users = {module for module in MODULES if any(name.split(".")[0] == library for name in imported(module))}
    assert [user for user in sorted(users) if user not in places and f"{user.rpartition('.')[0]}.*" not in places] == []


def calls(module: str, *names: str) -> list[str]:
    """Attributes read off a module or class by these dotted names, wherever they are written."""
    found = {ast.unparse(node) for node in ast.walk(tree_of(module)) if isinstance(node, ast.Attribute)}
    return sorted(found & set(names))


@pytest.mark.parametrize("module", MODULES)
def test_no_clock_and_no_environment_below_the_command_line(module: str) -> None:
    clock = calls(
        module,
        "date.today",
        "datetime.now",
        "datetime.utcnow",
        "datetime.date.today",
        "time.time",
        "time.time_ns",
        "time.monotonic",
        "time.localtime",
        "time.strftime",
        "time.sleep",
    )
    assert clock == (["date.today"] if module in ("cli", "plugin") else [])
    assert calls(
        module,
        "os.environ",
        "os.getenv",
        "os.getlogin",
        "os.getcwd",
        "os.getpid",
        "Path.cwd",
        "Path.home",
        "locale.setlocale",
    ) in ([], ["Path.cwd"] if module == "plugin" else [])
    modules = {".".join(name.split(".")[:parts]) for name in imported(module) for parts in (1, 2)}
    if module == "imports.fetch":  # what asks the address of a list, and nothing else does
        modules -= {"http", "http.client", "urllib.request"}
    assert not modules & {
        "time",
        "random",
        "uuid",
        "socket",
        "urllib.request",
        "http",
        "requests",
        "locale",
        "getpass",
        "platform",
    }


@pytest.mark.parametrize("module", MODULES)
def test_modules_and_functions_stay_readable(module: str) -> None:
    lines = MODULES[module].read_text(encoding="utf-8").count("\n")
    assert lines <= MODULE_LINES
    functions = [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: n for f in functions if (n := (f.end_lineno or 0) - f.lineno + 1) > FUNCTION_LINES}
    assert long == {}


@pytest.mark.parametrize("module", [name for name in MODULES if name not in ("languages.cy", "languages.en")])
def test_nothing_knows_one_country_or_trade(module: str) -> None:
    """Wales and its words stand in content/, in languages/cy.py and in the Welsh catalogue."""
    top = tree_of(module)
    said = [node for node in ast.walk(top) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    notes = {id(node.value) for node in ast.walk(top) if isinstance(node, ast.Expr)}
    text = "\n".join(str(node.value) for node in said if id(node) not in notes).lower()
    assert [word for word in ("wales", "welsh", "cymr", "social prescribing", "nhs") if word in text] == []
