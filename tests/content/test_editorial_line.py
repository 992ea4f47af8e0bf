"""The rules of the text that a program can hold (CONTRIBUTING.md says them to people)."""

import re
from collections.abc import Iterator

import pytest

from dossier.evidence.claims import Claim
from dossier.evidence.events import Event
from dossier.files.dates import PartialDate
from dossier.load import load
from dossier.locales import LOCALES, Locale
from dossier.pages.page import Page, blank_code, without_front_matter
from dossier.pages.sections import page_sections
from dossier.rendering.blocks import claims_of_page
from tests.support.site import ROOT

DOSSIER = load(ROOT)
STORIES = ("build-2025/", "incident/", "openai/", "catalogue/")
TOLD = [page for page in DOSSIER.pages if page.path.startswith(STORIES)]
BY_PAGE = pytest.mark.parametrize("page", TOLD, ids=lambda page: f"{page.locale}/{page.path}")
ALL_PAGES = pytest.mark.parametrize(
    "page", DOSSIER.pages, ids=lambda page: f"{page.locale}/{page.path}"
)

CITATION = re.compile(r"\[\^([^\]]+)\]")
# A sentence ends with its point and, in English, the citations behind it.
SENTENCE_END = re.compile(r"(?<=[.!?])((?:[»”])?(?:\[\^[^\]]+\])*)\s+(?=[«“\[]?\W?[A-ZÀ-Ý0-9*])")
ATTRIBUTION: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(selon|d’après|rapport(e|ent|é)|écri(t|vent)|raconte|cit(e|é|ée|ant)|parle|dit|"
        r"appelle|reformule|relève|résume|décrit|propose|donne|affirme|évalue)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(according to|report(s|ed)?|writes?|says?|tells?|cit(es|ed|ing)|quot(es|ed|ing)|"
        r"calls?|notes?|sums? up|describes?|put(s)? it|in the words of|gives)\b",
        re.IGNORECASE,
    ),
}
CURRENT: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile(r"\b(actuel(le)?(s|ment)?|aujourd’hui|à ce jour|à présent)\b", re.I),
    "en": re.compile(r"\b(current(ly)?|today|nowadays|to date|at present)\b", re.I),
}
TAG = re.compile(r"</?div[^<>]*>")
YEAR = re.compile(r"\b20\d\d\b")


def body(page: Page) -> str:
    """Return a page's text without its front matter and code."""
    return blank_code(without_front_matter(page.source)).strip()


def blocks(page: Page) -> Iterator[str]:
    """Give the blocks of a page's text: paragraphs, lists, tables, quotations."""
    for block in re.split(r"\n{2,}", body(page)):
        if not block.startswith(("#", "<!--")) and not TAG.fullmatch(block):
            yield block


def sentences(block: str) -> Iterator[str]:
    """Give the sentences of a block, each row of a table and each item as one."""
    for line in block.split("\n"):
        start = 0
        for end in SENTENCE_END.finditer(line):
            yield line[start : end.end()]
            start = end.end()
        yield line[start:]


@BY_PAGE
def test_every_paragraph_cites_or_is_marked_as_an_introduction(page: Page) -> None:
    marked = re.compile(r"^\{: \.(lead|intro|next) \}$", re.MULTILINE)
    bare = [
        block for block in blocks(page) if not CITATION.search(block) and not marked.search(block)
    ]
    assert bare == []


@ALL_PAGES
def test_weak_sources_are_named_in_the_sentence(page: Page) -> None:
    unnamed = [
        sentence
        for block in blocks(page)
        for sentence in sentences(block)
        if any(is_weak(claim) for claim in CITATION.findall(sentence))
        and not ATTRIBUTION[page.locale].search(sentence)
        and not block.startswith("|")
    ]
    assert unnamed == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", DOSSIER.events)
def test_an_event_from_a_weak_source_names_it(key: str, locale: Locale) -> None:
    event = DOSSIER.events[key]
    if all(is_weak(claim) for claim in event.claims):
        assert ATTRIBUTION[locale].search(event.what[locale])


def is_weak(claim: str) -> bool:
    return DOSSIER.claims[claim].strength in ("secondary", "weak")


@BY_PAGE
def test_what_is_current_carries_its_date(page: Page) -> None:
    read = [
        CITATION.sub("", re.sub(r"\]\([^)]*\)", "]", sentence))
        for block in blocks(page)
        if "{: .next }" not in block
        for sentence in sentences(block)
    ]
    current = [sentence for sentence in read if CURRENT[page.locale].search(sentence)]
    assert [sentence for sentence in current if not YEAR.search(sentence)] == []


# Quotations


def plain(text: str) -> str:
    """Return text as it is compared: typographic marks made plain, spaces single."""
    text = re.sub(r"[“”«»\"‘’']", "'", text).replace("\N{NON-BREAKING HYPHEN}", "-")
    return re.sub(r"\s+", " ", text).strip(" .,;:…'").casefold()


def quotations(page: Page, block: str) -> Iterator[str]:
    """Give what a block quotes in the words of its author: four words or more."""
    if page.locale == "fr":
        found = re.findall(r"\*([^*]+)\*\{ ?lang=en ?\}", block)
    else:
        prose = re.sub(r"\*[^*]+\*\{ ?lang=\w+ ?\}", "", block)
        found = re.findall(r"“([^”]+)”", CITATION.sub("", prose))
    yield from (words for words in found if len(words.split()) >= 4)


def words_of(claim: Claim) -> str:
    titles = [DOSSIER.sources[source].title or "" for source in claim.sources]
    quoted = claim.quotation.text if claim.quotation else ""
    return plain(" ".join([quoted, *titles, claim.statement.fr, claim.statement.en]))


@BY_PAGE
def test_quotations_are_to_the_letter(page: Page) -> None:
    altered = []
    for block in blocks(page):
        cited = [words_of(DOSSIER.claims[claim]) for claim in CITATION.findall(block)]
        for words in quotations(page, block):
            if not any(plain(words) in text for text in cited):
                altered.append(words)
    assert altered == []


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


@ALL_PAGES
def test_the_phrase_stands_in_quotation_marks_and_is_called_what_it_is(page: Page) -> None:
    assert unquoted(page.text) == []
    first = next((block for block in blocks(page) if PHRASE.search(block)), None)
    assert first is None or STATUS.search(first), f"say what it is: {first}"


def test_the_phrase_stands_in_quotation_marks_in_the_data_too() -> None:
    bilingual = [
        *(claim.statement for claim in DOSSIER.claims.values()),
        *(event.what for event in DOSSIER.events.values()),
        *(term.definition for term in DOSSIER.glossary.values()),
        *DOSSIER.wording.values(),
    ]
    texts = [text[locale] for text in bilingual for locale in LOCALES]
    assert [text for text in texts if unquoted(text)] == []


def test_the_phrase_is_in_no_address_id_or_key() -> None:
    names = [
        *(path.name for folder in ("docs", "data") for path in (ROOT / folder).rglob("*")),
        *(section.id for page in DOSSIER.pages for section in page_sections(page)),
        *DOSSIER.claims, *DOSSIER.events, *DOSSIER.glossary, *DOSSIER.wording,
    ]  # fmt: skip
    assert [name for name in names if re.search(r"g[eé]nocid", name, re.IGNORECASE)] == []


# Dates


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", DOSSIER.events)
def test_the_page_that_tells_an_event_agrees_on_its_date(key: str, locale: Locale) -> None:
    """The section that tells it, or the page's opening, gives its day or only its month."""
    event = DOSSIER.events[key]
    path, _, fragment = event.page.partition("#")
    [page] = [page for page in DOSSIER.pages if (page.locale, page.path) == (locale, path)]
    opening, *sections = page_sections(page)[1:]
    told = [opening.text, *(section.text for section in sections if section.id == fragment)]
    text = re.sub(r"\s", " ", "\n".join(told))
    assert any(form in text for form in forms(event, locale)), f"{page.file}: {event.date}"


def forms(event: Event, locale: Locale) -> list[str]:
    """Return how a passage may write a date: the year, and even the day, may stand before."""
    date = event.date.date
    if date.month is None:
        return [str(date.year)]
    month = PartialDate(date.year, date.month).format(locale).removesuffix(f" {date.year}")
    if date.day is None:
        return [month]
    day = re.sub(r"\s", " ", date.format(locale))
    return [day.replace(f", {date.year}", "").removesuffix(f" {date.year}"), month]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_that_tells_an_event_cites_what_it_rests_on(locale: Locale) -> None:
    missing = [
        (key, event.page)
        for key, event in DOSSIER.events.items()
        for page in DOSSIER.pages
        if (page.locale, page.path) == (locale, event.page.partition("#")[0])
        and not set(event.claims) & set(claims_of_page(page, DOSSIER))
    ]
    assert missing == []


# How much


def test_the_dossier_is_whole() -> None:
    facts = {fact for claim in DOSSIER.claims.values() for fact in claim.ref}
    cited = {claim for page in DOSSIER.pages for claim in claims_of_page(page, DOSSIER)}
    used = {fact for key in cited for fact in DOSSIER.claims[key].ref if not fact.startswith("S")}
    assert len(facts) > len(used) >= 180
    assert len(DOSSIER.events) >= 90
    assert len(DOSSIER.glossary) >= 45
    assert sum(event.key for event in DOSSIER.events.values()) == 5
