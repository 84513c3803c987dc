"""Places in a record that a column of a table may fill, as a mapping names them: name@en, venues.main.postcode,
contact.phones, organisation.registered.charity, venues.main.access.step-free.

Any field of the kind can be named, by its dotted path; `@` and a language stand behind a text. A step behind a list that is
no field of its entries names the entry by its first field: `registered.charity` is the number of the entry whose scheme is
charity."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from generator.issues import N_, Refusal
from generator.kinds import fields
from generator.kinds.fields import Id, LanguageCode, Link, Word, is_id
from generator.kinds.part import Part
from generator.nearby import did_you_mean, suggested
from generator.source import Tree

LAST = "…"
"""Step into the last entry of a list, or a new one where that has the field already."""
_NAMED = (
    "email",
    "phone",
    "web",
    "postcode",
    "day",
    "flag",
    "number",
    "decimal",
    "coordinates",
    "hours",
    "answer",
    "line",
    "prose",
)
_TYPES = {
    "email": fields.Email, "phone": fields.Phone, "web": fields.Web, "postcode": fields.Postcode, "day": fields.Day,
    "flag": fields.Flag, "number": fields.Number, "decimal": fields.Decimal, "coordinates": fields.Coordinates,
    "hours": fields.Hours, "answer": fields.Answer, "line": fields.Line, "prose": fields.Prose,
}  # fmt: skip


class Form(NamedTuple):
    """What a place holds: one of _TYPES, `choice` of `words`, `word` of the vocabulary `of`, `id`; `many` for a list of them."""

    kind: str
    many: bool = False
    of: str = ""
    words: tuple[str, ...] = ()


class Target(NamedTuple):
    """One place. `steps` lead there from the record's top: names, LAST, or (field, value) of an entry of a list; `lang` is the
    language of a text, "" for what has none."""

    text: str
    steps: tuple[str | tuple[str, str], ...]
    form: Form
    lang: str = ""


def target(kind: type[Part], text: str, lang: str, languages: Sequence[str]) -> Target:
    """The place that a text names; a text in no language is in `lang`. Raises Refusal where there is no such place."""
    path, _, said = text.partition("@")
    if said and said not in languages:
        raise Refusal(
            N_("'{text}' is in no language of this root: {languages}."), text=text, languages=", ".join(languages)
        )
    steps: list[str | tuple[str, str]] = []
    hint: Any = kind
    for name in path.split("."):
        hint = _step(_bare(hint), name, steps, text)
    hint = _bare(hint)
    if get_origin(hint) is tuple and _model(_entry(hint)):
        first = next(iter(_entry(hint).model_fields))
        steps += [LAST, _alias(_entry(hint), first)]
        hint = _bare(_hints(_entry(hint))[first])
    bilingual = get_origin(hint) is dict and get_args(hint)[0] in (LanguageCode, str)
    if bilingual:
        steps.append(said or lang)
        hint = _bare(get_args(hint)[1])
    elif said:
        raise Refusal(N_("'{text}' is no text: leave out '@{said}'."), text=text, said=said)
    form = _form(hint)
    if form is None:
        raise Refusal(
            N_("'{text}' is a part of a record: name a field of it, as {hint}."), text=text, hint=_example(hint, path)
        )
    return Target(text, tuple(steps), form, said or lang if bilingual else "")


def _step(hint: Any, name: str, steps: list[str | tuple[str, str]], text: str) -> Any:
    """One step into a type: what it leads to, and how, behind `steps`."""
    if _model(hint):
        return _field(hint, name, steps, text)
    if get_origin(hint) is dict and get_args(hint)[0] == Id:
        if not is_id(name):
            raise Refusal(
                N_("'{name}' in '{text}' cannot be an id: write a to z, 0 to 9 and single hyphens."),
                name=name,
                text=text,
            )
        steps.append(name)
        return get_args(hint)[1]
    if get_origin(hint) is tuple and _model(_entry(hint)):
        model = _entry(hint)
        if name in (*model.model_fields, *(info.alias for info in model.model_fields.values())):
            steps.append(LAST)
            return _field(model, name, steps, text)
        first, *rest = model.model_fields
        steps.append((_alias(model, first), name))
        value = next((field for field in rest if model.model_fields[field].is_required()), rest[0])
        steps.append(_alias(model, value))
        return _hints(model)[value]
    raise Refusal(N_("There is nothing below '{text}'."), text=text.rpartition(".")[0] or text)


def _field(model: type[Part], name: str, steps: list[str | tuple[str, str]], text: str) -> Any:
    names = {info.alias or field: field for field, info in model.model_fields.items()}
    if name not in names:
        nearest = did_you_mean(name, names)
        said = Refusal(N_("'{text}' is no place in a record: there is no '{name}'."), text=text, name=name)
        raise said.with_hint(suggested(nearest))
    steps.append(name)
    return _hints(model)[names[name]]


def _alias(model: type[Part], field: str) -> str:
    return model.model_fields[field].alias or field


@cache
def _hints(model: type[Part]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _bare(hint: Any) -> Any:
    """A type without None, and without what is noted on a mapping or a list."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is Annotated and get_origin(get_args(hint)[0]) in (dict, tuple):
        hint = get_args(hint)[0]
    return hint


def _model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Part)


def _entry(hint: Any) -> Any:
    return _bare(get_args(hint)[0])


def _form(hint: Any) -> Form | None:
    if get_origin(hint) is tuple:
        inner = _form(_entry(hint))
        return inner._replace(many=True) if inner else None
    for name in _NAMED:
        if hint == _TYPES[name]:
            return Form(name)
    if get_origin(hint) is Literal:
        return Form("choice", words=tuple(map(str, get_args(hint))))
    if get_origin(hint) is Annotated:
        word = next((mark for mark in get_args(hint) if isinstance(mark, Word)), None)
        if word:
            return Form("word", of=word.vocabulary)
        link = next((mark for mark in get_args(hint) if isinstance(mark, Link)), None)
        return Form("id", of=link.folder if link else "")
    return None


def _example(hint: Any, path: str) -> str:
    if _model(hint):
        return f"{path}.{_alias(hint, next(iter(hint.model_fields)))}"
    return f"{path}.main" if get_origin(hint) is dict else path


def put(tree: dict[str, Tree], found: Target, value: Tree) -> bool:
    """Put a value into its place; False where another stands there already. Texts on lines are joined by commas, longer ones
    by empty lines; lists grow."""
    at: Any = tree
    steps = found.steps
    for n, step in enumerate(steps[:-1]):
        after = steps[n + 1]
        if isinstance(step, tuple):
            at = _entry_of(at, step)
        elif step == LAST:
            if not at or (steps[n + 1] in at[-1] and not isinstance(at[-1][after], dict)):
                at.append({})
            at = at[-1]
        else:
            at = at.setdefault(step, [] if after == LAST or isinstance(after, tuple) else {})
    name = steps[-1]
    if found.form.many:
        held = at.setdefault(name, [])
        held += [entry for entry in (value if isinstance(value, list) else [value]) if entry not in held]
        return True
    before = at.get(name)
    if before is None or before == value:
        at[name] = value
    elif found.form.kind == "line" and steps[0] != "name" and f"{before}, {value}"[300:] == "":
        at[name] = f"{before}, {value}"
    elif found.form.kind == "prose" and f"{before}\n\n{value}"[8000:] == "":
        at[name] = f"{before}\n\n{value}"
    else:
        return False
    return True


def _entry_of(entries: list[dict[str, Tree]], named: tuple[str, str]) -> dict[str, Tree]:
    """The entry of a list that a field of it names; a new one where there is none."""
    name, value = named
    for entry in entries:
        if entry.get(name) == value:
            return entry
    entries.append({name: value})
    return entries[-1]
