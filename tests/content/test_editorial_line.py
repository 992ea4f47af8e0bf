"""Rules of the editorial line that a program can check (CONTRIBUTING.md has them for people)."""

import re
from collections.abc import Iterator

from dossier.evidence.events import Event
from dossier.files.dates import PartialDate
from dossier.load import load
from dossier.locales import LOCALES, Locale
from dossier.pages.page import Page
from dossier.pages.sections import page_sections
from dossier.rendering.blocks import claims_of_page
from tests.support.each import each_reported
from tests.support.prose import CITATION, blocks, sentences
from tests.support.site import ROOT

DOSSIER = load(ROOT)
STORIES = ("build-2025/", "incident/", "openai/", "catalogue/")
TOLD = [page for page in DOSSIER.pages if page.path.startswith(STORIES)]

ATTRIBUTION: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(selon|d’après|rapport(e|ent|é)|écri(t|vent)|raconte|cit(e|é|ée|ant)|parle|dit|"
        r"appelle|reformule|relève|résume|décrit|propose|donne|affirme|évalue)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(according to|report(s|ed)?|writes?|says?|tells?|cit(es|ed|ing)|quot(es|ed|ing)|"
        r"calls?|notes?|sums? up|describ(es|ed|ing)|put(s)? it|in the words of|gives)\b",
        re.IGNORECASE,
    ),
}
CURRENT: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile(r"\b(actuel(le)?(s|ment)?|aujourd’hui|à ce jour|à présent)\b", re.I),
    "en": re.compile(r"\b(current(ly)?|today|nowadays|to date|at present)\b", re.I),
}
YEAR = re.compile(r"\b20\d\d\b")


def page_sentences(pages: list[Page], but: str) -> Iterator[tuple[Page, str]]:
    """Yield the sentences of the blocks of pages that do not have `but`."""
    for page, block in blocks(pages):
        for sentence in sentences(block) if but not in block else ():
            yield page, sentence


def is_weak(claim: str) -> bool:
    return DOSSIER.claims[claim].strength in ("secondary", "weak")


def test_every_paragraph_has_a_citation_or_is_marked_as_an_introduction() -> None:
    marked = re.compile(r"^\{: \.(lead|intro|next) \}$", re.MULTILINE)
    with each_reported("cite a claim, or mark the paragraph with {: .intro }") as at:
        for page, block in blocks(TOLD):
            with at(page.file):
                assert CITATION.search(block) or marked.search(block), block


def test_weak_sources_are_named_in_the_sentence() -> None:
    with each_reported("name the source in the sentence, or cite a stronger one") as at:
        for page, sentence in page_sentences(DOSSIER.pages, but="\n|"):
            if any(map(is_weak, CITATION.findall(sentence))):
                with at(page.file):
                    assert ATTRIBUTION[page.locale].search(sentence), sentence


def test_an_event_from_a_weak_source_names_it() -> None:
    with each_reported("name the source in `what`, in data/events.yml") as at:
        for key, event in DOSSIER.events.items():
            for locale in LOCALES if all(map(is_weak, event.claims)) else ():
                with at(key):
                    assert ATTRIBUTION[locale].search(event.what[locale]), event.what[locale]


def test_what_is_current_has_its_date() -> None:
    with each_reported("add the year in the sentence") as at:
        for page, sentence in page_sentences(TOLD, but="{: .next }"):
            words = CITATION.sub("", re.sub(r"\]\([^)]*\)", "]", sentence))
            if CURRENT[page.locale].search(words):
                with at(page.file):
                    assert YEAR.search(words), words


# The claim that the incident was about

PHRASE = re.compile(r"génocide blanc|white genocide", re.IGNORECASE)
QUOTED_PHRASE = re.compile(
    r"«\N{NO-BREAK SPACE}génocide blanc\N{NO-BREAK SPACE}»"
    r"|“génocide blanc”|“white genocide[,.]?”|‘white genocide[,.]?’",
    re.IGNORECASE,
)
STATUS = re.compile(r"complotiste|prétendu|conspiracy theory|debunked|baseless|purported", re.I)


def unquoted(text: str) -> list[str]:
    return PHRASE.findall(QUOTED_PHRASE.sub("", text))


def test_the_phrase_is_in_quotation_marks_and_is_called_what_it_is() -> None:
    with each_reported("quote the phrase and say at its first use that it is a theory") as at:
        for page in DOSSIER.pages:
            with at(page.file):
                assert unquoted(page.text) == []
                first = next((block for _, block in blocks([page]) if PHRASE.search(block)), None)
                assert first is None or STATUS.search(first), first


def test_the_phrase_is_in_quotation_marks_in_the_data() -> None:
    bilingual = [
        *(claim.statement for claim in DOSSIER.claims.values()),
        *(event.what for event in DOSSIER.events.values()),
        *(text for one in DOSSIER.corrections.values() for text in (one.said, one.says, one.why)),
        *(term.definition for term in DOSSIER.glossary.values()),
        *DOSSIER.wording.values(),
    ]
    texts = [text[locale] for text in bilingual for locale in LOCALES]
    assert [text for text in texts if unquoted(text)] == []


def test_the_phrase_is_in_no_address_id_or_key() -> None:
    names = [
        *(path.name for folder in ("docs", "data") for path in (ROOT / folder).rglob("*")),
        *(section.id for page in DOSSIER.pages for section in page_sections(page)),
        *DOSSIER.claims, *DOSSIER.events, *DOSSIER.corrections, *DOSSIER.glossary, *DOSSIER.wording,
    ]  # fmt: skip
    assert [name for name in names if re.search(r"g[eé]nocid", name, re.IGNORECASE)] == []


# Dates


def test_the_page_of_an_event_has_its_date_and_cites_one_of_its_claims() -> None:
    """The event's section, or the page's opening, gives its day or only its month."""
    pages = {(page.locale, page.path): page for page in DOSSIER.pages}
    with each_reported("correct the page, or the event in data/events.yml") as at:
        for key, event in DOSSIER.events.items():
            path, _, fragment = event.page.partition("#")
            for page in (pages[locale, path] for locale in LOCALES):
                opening, *sections = page_sections(page)[1:]
                told = [opening, *(section for section in sections if section.id == fragment)]
                text = re.sub(r"\s", " ", "\n".join(section.text for section in told))
                dated = any(form in text for form in forms(event, page.locale))
                with at(key):
                    assert dated, f"{page.file} does not have {event.date}"
                    assert set(event.claims) & set(claims_of_page(page, DOSSIER)), page.file


def forms(event: Event, locale: Locale) -> list[str]:
    """Return how a passage may write a date: the year, or the day too, may be given earlier."""
    date = event.date.date
    if date.month is None:
        return [str(date.year)]
    month = PartialDate(date.year, date.month).format(locale).removesuffix(f" {date.year}")
    if date.day is None:
        return [month]
    day = re.sub(r"\s", " ", date.format(locale))
    return [day.replace(f", {date.year}", "").removesuffix(f" {date.year}"), month]


# Size


def test_the_dossier_is_complete() -> None:
    facts = {fact for claim in DOSSIER.claims.values() for fact in claim.ref}
    cited = {claim for page in DOSSIER.pages for claim in claims_of_page(page, DOSSIER)}
    used = {fact for key in cited for fact in DOSSIER.claims[key].ref if not fact.startswith("S")}
    assert len(facts) > len(used) >= 180
    assert len(DOSSIER.events) >= 90
    assert len(DOSSIER.glossary) >= 45
    assert sum(event.key for event in DOSSIER.events.values()) == 5
