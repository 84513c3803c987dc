"""What people type leads where a kind person would send them: the search of the real content."""

from __future__ import annotations

import json

import pytest

from generator.languages import language
from generator.languages.rules import fold
from tests.asker import Asker
from tests.conftest import REPOSITORY

FIELD = """
link worker; link co-ordinator; link coordinator; peer navigator; community connector; prescriber; social prescriber;
local community coordinator; local community co-ordinator; community navigator; social prescribing manager;
social prescribing co-ordinator; social prescribing coordinator; health and wellbeing partner;
health and well-being partner; link person; service user; participant; patient; client; individual;
frequent attenders; frequent attender; referral; self-referral; self referral; signposting; onward referral;
support plan; action plan; personal goals; personal goal; health pathway; community assets; community asset;
asset mapping; social model of health; social model; medical model; psycho-social determinants;
psychosocial determinants; MDT; multidisciplinary team; lived experience; non-clinical; non clinical;
one size does not fit all
"""
"""Roles and words that the field's own texts name."""

EVERYDAY = {
    ("en", "lonely"): "loneliness",
    ("en", "skint"): "debt-and-money",
    ("en", "something to do"): "something-to-do",
    ("en", "who helps with forms"): "help-with-forms",
    ("en", "i feel lonly"): "loneliness",
    ("en", "cant pay my rent"): "housing",
    ("en", "my husband died"): "grief",
    ("en", "where can i get food"): "food",
    ("en", "food bank"): "food",
    ("en", "how do i see a doctor"): "seeing-a-gp",
    ("en", "help filling in pip form"): "help-with-forms",
    ("en", "i look after my mum"): "carers",
    ("en", "cant sleep at night"): "sleep",
    ("en", "i need a lift to hospital"): "transport",
    ("en", "walking group"): "being-active",
    ("en", "no internet at home"): "getting-online",
    ("en", "lost my job"): "work",
    ("en", "too cold in my house"): "energy-bills",
    ("en", "i want to learn welsh"): "welsh-language",
    ("en", "anxous all the time"): "anxiety",
    ("en", "my dad has dementa"): "memory-and-dementia",
    ("en", "autisim"): "disability-and-access",
    ("en", "veterens"): "veterans",
    ("en", "gamling"): "alcohol-drugs-gambling",
    ("en", "deppressed"): "low-mood",
    ("cy", "unig"): "loneliness",
    ("cy", "dwi'n unig"): "loneliness",
    ("cy", "neb i siarad efo"): "loneliness",
    ("cy", "methu talu’r rhent"): "housing",
    ("cy", "ble ga i fwyd"): "food",
    ("cy", "gofalu am fy mam"): "carers",
    ("cy", "wedi colli fy ngwr"): "grief",
    ("cy", "help efo ffurflenni"): "help-with-forms",
    ("cy", "poeni am arian"): "debt-and-money",
    ("cy", "sut mae cael help gyda dyledion"): "debt-and-money",
    ("cy", "angen lifft i'r ysbyty"): "transport",
    ("cy", "dysgu Cymraeg"): "welsh-language",
    ("cy", "ddim yn gallu cysgu"): "sleep",
    ("cy", "iseldr"): "low-mood",
    ("cy", "gwirfodoli"): "something-to-do",
    ("cy", "digartre"): "housing",
    ("en", "choir"): "something-to-do",
    ("en", "knitting"): "something-to-do",
    ("en", "my knees hurt"): "long-term-illness",
    ("en", "baby group"): "parents-and-family",
    ("en", "where can i learn to cook"): "healthy-living",
    ("en", "someone to help me with my benifits"): "benefits",
    ("en", "my partner drinks too much"): "alcohol-drugs-gambling",
    ("en", "no food in the house"): "food",
    ("en", "mam has dementia"): "memory-and-dementia",
    ("en", "i just moved here"): "meeting-people",
    ("en", "want to get fit"): "being-active",
    ("en", "i need company"): "loneliness",
    ("en", "keep fit"): "being-active",
    ("en", "gardening"): "something-to-do",
    ("en", "my back hurts"): "long-term-illness",
    ("en", "cant pay my gas bill"): "energy-bills",
    ("cy", "canu mewn côr"): "something-to-do",
    ("cy", "gwau"): "something-to-do",
    ("cy", "gweu"): "something-to-do",
    ("cy", "dwi angen cwmni"): "loneliness",
    ("cy", "dim byd i'w wneud"): "something-to-do",
    ("cy", "mae fy nghefn yn brifo"): "long-term-illness",
    ("cy", "grŵp babis"): "parents-and-family",
    ("cy", "ble alla i ddysgu coginio"): "healthy-living",
    ("cy", "help gyda budd-daliadau"): "benefits",
    ("cy", "mae fy mhartner yn yfed gormod"): "alcohol-drugs-gambling",
    ("cy", "dim bwyd yn y tŷ"): "food",
    ("cy", "mam efo dementia"): "memory-and-dementia",
    ("cy", "newydd symud yma"): "meeting-people",
    ("cy", "cadw'n heini"): "being-active",
    ("cy", "methu talu'r bil nwy"): "energy-bills",
    ("cy", "does gen i neb"): "loneliness",
}
"""What may be typed in need, some of it misspelt, and the need it is answered with first."""

DANGER = """
i want to die; suicidal; suicde; sucidal thoughts; i want to kill my self; killing myself; self-harming;
i keep cutting myself; no reason to live; whats the point in living; i cant go on any more; my husband hits me;
he punched me; i took an overdoes; scared of my partner; been raped; my dad touches me; i dont want to be here anymore;
chest pains; he strangled me; feel like ending it all; going to jump off a bridge;
dw i eisiau marw; dwi isio marw; hunanladiad; meddwl am hunanladdiad; lladd fy hun; dwi am ladd fy hun; hunan niweidio;
dwi ddim eisiau byw; mae fy ngwr yn fy nharo; ofn fy ngŵr; mae o'n fy mrifo; cael fy nhreisio;
wedi cymryd gormod o dabledi; torri fy hun; alla i ddim mynd ymlaen; poen yn y frest; mae gen i gyllell;
camdrin domestig; dwi ddim isio bod yma ddim mwy;
punched me; my boyfriend punched me; he punches me; she kicked me; he hurt me; he hurt my baby; he keeps hurting me;
my mother hurts me; he pushed me down the stairs; someone is following me; he controls me; he pulled my hair;
get away from him; nowhere safe to go; i have run away; he has a knife; i have a knife; knife to my throat; stabbed;
bleeding; emergency; cant cope any more; she wont wake up; i can't breathe; he hits my mum; i hate my life;
i hate myself; h8 my life; wish i wasnt here; i am a burden; can't go on;
i cannot go on; i can't take it any more; took too many pills; ive taken to many paracetamol; i cut my arms;
swallowed bleach; going to jump; there is no point; i dont want to be alive; i wnat to die; suisidal; slef harm;
noose; theyre forcing me to get married;
dwim isio byw; dwi'm isio byw; dwi’m eisiau byw; dwim isio bod yma; dwi'm isio bod ma; smo fi moyn byw; sai isie byw;
does dim pwynt; dim pwynt byw; hunanladdol; hoffwn i fod wedi marw; dwi'n casau fy mywyd; diwedd ar y cyfan;
torri fy mreichiau; wedi llyncu lot o dabledi; yfed cannydd; dwi'n brifo fy hun; fe ddyrnodd fi;
mae o wedi fy ngwthio; mae o'n fy nhagu; mae dad yn brifo fi; mae'n rheoli fi; mae o'n cymryd fy mhres;
mae'n cloi fi yn y tŷ; mae dyn yn dilyn fi; mae ganddo gyllell; trywanu; treisio; cafodd ei threisio;
wedi rhedeg i ffwrdd; dwi'n gwaedu; argyfwng
"""
CALM = """
diet; i want to diet; skill; life skills; hut; hut in the woods; arts and crafts; cut grass; end of life care; live music;
hit the gym; death cafe; breast cancer; pain in my back; stroke recovery; danger of falling; scared to go out; rap music;
grape picking; knit; overnight; the end; harm reduction; self-referral; crisis loan form;
byw'n iach; marw; galar; ofn syrthio; ofn mynd allan; dwi ddim yn byw yma; poen cefn; strôc; bywyd gwyllt;
diwedd y mis; torri gwallt; curo drymiau; pont; trên; priodas; hunanatgyfeirio;
he hut; beach hut; knife skills cooking; kitchen knives; too many bills; can't go to the gym;
where can i go on monday; i want to wake up early; he lost his job; i cant come to the class;
can't find a good doctor; have my life back; have to do it all myself;
i want to live in wales; my back hurts; my knee hurts me; i hurt my leg; panic attacks; someone to pick me up;
lunch club near me; pest control near me; someone to push me in my wheelchair; horse stables; punch needle craft;
kick boxing; cutting the grass; bridge club; birth control; male voice choir; blood pressure; give blood;
fire safety; beat the street; drumming; getting married; touch typing; will writing;
dwi isio byw yn y wlad; dwi isio bod yma; trwsio'r tŷ; trwsio fy nhŷ; brifo fy nghefn; mae fy nghefn yn brifo;
anafu fy nghefn; bil trydan; rhoi gwaed; mae fy mhwysedd gwaed yn uchel; sgiliau cyllell; gormod o filiau;
methu mynd allan ar fy mhen fy hun; dwi isio treio rhywbeth newydd; rheoli fy arian; bwrw glaw; torri coed;
dim pwynt gofyn; boddi mewn gwaith papur; fy rheolwr; pwysau gwaed; côr lleisiau
"""


def listed(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(";")]


@pytest.fixture(scope="module")
def asker() -> Asker:
    return Asker(REPOSITORY)


def is_called(names: list[str], query: str) -> bool:
    """Whether the query is one of these English names, or a form of one."""
    rules = language("en").rules
    asked = [fold(word) for word in rules.words(query)]
    for name in names:
        words = [fold(word) for word in rules.words(name)]
        if "".join(words) == "".join(asked):
            return True
        if len(words) == len(asked) and all(a in rules.near(b) for a, b in zip(asked, words, strict=True)):
            return True
    return False


@pytest.mark.parametrize("query", listed(FIELD))
def test_every_word_of_the_field_is_explained(query: str, asker: Asker) -> None:
    """Its own record stands first, or the better word it points to, and then its own."""
    hits = asker.find("en", query).hits[:2]
    assert hits and hits[0].group == "glossary"
    own = [hit for hit in hits if is_called(asker.names(hit, "en"), query)]
    assert own, [hit.title for hit in hits]
    assert own[0] is hits[0] or asker.leads(own[0]) == asker.id(hits[0])


@pytest.mark.parametrize(("lang", "query"), EVERYDAY)
def test_needs_are_met(lang: str, query: str, asker: Asker) -> None:
    """Near the top, and behind nothing but the word itself, groups that are called so and what one can do about it."""
    hits = asker.find(lang, query).hits
    place = [(hit.group, asker.id(hit)) for hit in hits].index(("needs", EVERYDAY[lang, query]))
    assert place < 4
    assert {hit.group for hit in hits[:place]} <= {"glossary", "assets", "activities"}


@pytest.mark.parametrize(("lang", "query"), [("en", "mens shed"), ("en", "emergency food"), ("cy", "sied dynion")])
def test_works_that_facts_come_from_stand_last(lang: str, query: str, asker: Asker) -> None:
    groups = [hit.group == "sources" for hit in asker.find(lang, query).hits]
    assert True in groups and groups == sorted(groups)


@pytest.mark.parametrize("query", listed(DANGER))
def test_danger_is_heard_in_either_language(query: str, asker: Asker) -> None:
    assert [asker.find(lang, query).crisis for lang in ("en", "cy")] == [True, True]


@pytest.mark.parametrize("query", listed(CALM))
def test_calm_questions_raise_no_alarm(query: str, asker: Asker) -> None:
    assert [asker.find(lang, query).crisis for lang in ("en", "cy")] == [False, False]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_every_name_finds_its_own(lang: str, asker: Asker) -> None:
    """Whatever has a title is found by it, and at its address: among the first three, or as one of those called the same. Of
    the groups, whose names are made alike, every third is asked for."""
    faults = []
    for n, (group, id) in enumerate(asker.index.entries):
        if group.aside or (group.name == "assets" and n % 3):
            continue
        for title in group.names(id, lang)[:1]:
            hits = asker.find(lang, title).hits
            alike = [hit for hit in hits if fold(hit.title) == fold(title)]
            if n not in {hit.n for hit in (*hits[:3], *alike)}:
                faults.append(f"{group.name}/{id}: {title}")
            address = group.slug(id, lang).join(group.address[lang])
            faults += [hit.address for hit in hits if hit.n == n and hit.address != address]
    assert faults == []


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_fields_of_one_name_that_mean_different_things_are_chosen_apart(lang: str, asker: Asker) -> None:
    facets = json.loads(asker.files[f"search/{lang}/facets.json"])["facets"]
    ids, labels = [id for _, _, id, _ in facets], [label for label, *_ in facets]
    assert {"framework-type", "policies-type"} <= set(ids)
    assert (len(set(ids)), len(set(labels))) == (len(facets), len(facets))


@pytest.mark.parametrize(
    ("lang", "query", "address"),
    [
        ("en", "pathway", "en/pathway/"),
        ("en", "self-review", "en/self-review/"),
        ("en", "case studies", "en/case-studies/"),
        ("cy", "hunanadolygiad", "cy/hunanadolygiad/"),
        ("cy", "llinell amser", "cy/llinell-amser/"),
        ("cy", "fframwaith", "cy/fframwaith/"),
        ("en", "glossary as one document", "en/glossary-as-a-document/"),
    ],
)
def test_a_page_is_found_by_its_title(lang: str, query: str, address: str, asker: Asker) -> None:
    assert asker.find(lang, query).hits[0].address == address
