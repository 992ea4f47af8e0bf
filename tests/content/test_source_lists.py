"""The pages made of claims and sources: each has an address, and what it rests on."""

from dossier.evidence.claims import doubts
from dossier.load import load
from dossier.locales import LOCALES, site_path
from dossier.rendering.blocks import claims_of_page
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, plain

DOSSIER = load(ROOT)


def entries(site: Site, path: str) -> dict[str, str]:
    """Return the text and the HTML of each list entry of a page, by id."""
    items = site.html(path).css("article .sources li[id]")
    return {str(item.id): f"{plain(item.text())} {item.html}" for item in items}


def test_every_source_is_listed_and_its_older_addresses_still_lead_to_it(site: Site) -> None:
    with each_reported("the template sources.html") as at:
        for locale in LOCALES:
            listed = entries(site, site_path(locale, "sources/"))
            assert listed.keys() == DOSSIER.sources.keys()
            for key, claim in DOSSIER.claims.items():
                with at(f"{locale}: {key}"):
                    # A claim with several sources was listed here before it had a page.
                    if len(claim.sources) > 1:
                        assert f'id="{key}"' in listed[claim.sources[0]]
                    for source in claim.sources:
                        assert f'href="claims/#{source}"' in listed[source]


def test_every_claim_has_an_address_with_all_that_it_rests_on(site: Site) -> None:
    with each_reported("the templates claims.html and claim.html") as at:
        for locale in LOCALES:
            words = DOSSIER.words(locale)
            listed = entries(site, site_path(locale, "sources/claims/"))
            assert listed.keys() == DOSSIER.claims.keys() | DOSSIER.sources.keys()
            for key, claim in DOSSIER.claims.items():
                html = listed[key]
                citing = [
                    page
                    for page in DOSSIER.edition(locale)
                    if key in set(claims_of_page(page, DOSSIER))
                ]
                with at(f"{locale}: {key}"):
                    assert plain(claim.statement[locale]) in html
                    assert words[f"strength-{claim.strength}"] in html
                    if claim.quotation:
                        assert plain(claim.quotation.text) in html
                    for page in citing:
                        assert f'href="../../{page.path}#fnref:{key}"' in html
                    assert citing
                    source, *others = claim.sources
                    assert f'id="{key}"' in listed[source]
                    for other in others:
                        assert f'href="../../sources/#{other}"' in html
                        assert f'href="#{key}"' in listed[other]
                    assert ("../contested/#" in html) == bool(doubts(claim))


def test_every_doubtful_claim_is_listed_with_what_contests_it(site: Site) -> None:
    doubtful = {key for key, claim in DOSSIER.claims.items() if doubts(claim)}
    assert len(doubtful) > 40
    with each_reported("the template contested.html") as at:
        for locale in LOCALES:
            listed = entries(site, site_path(locale, "sources/contested/"))
            assert listed.keys() == doubtful
            for key in doubtful:
                claim, html = DOSSIER.claims[key], listed[key]
                with at(f"{locale}: {key}"):
                    assert plain(claim.statement[locale]) in html
                    for other in {*claim.disputed_by, *claim.contradicted_by}:
                        assert plain(DOSSIER.claims[other].statement[locale]) in html
                        assert f'href="../claims/#{other}"' in html
                    for source in claim.sources:
                        assert f'href="../../sources/#{source}"' in html


def test_every_dispatch_is_below_the_heading_of_its_agency(site: Site) -> None:
    for locale in LOCALES:
        agency: str | None = ""
        found = {}
        for node in site.html(site_path(locale, "sources/")).css(
            "article h2, article h3, article li[id]"
        ):
            if node.tag == "li":
                found[node.id] = agency
            else:
                agency = node.id if node.tag == "h3" else ""
        expected = {
            key: source.agencies[0].casefold().replace(" ", "-") if source.agencies else ""
            for key, source in DOSSIER.sources.items()
        }
        assert {key: found[key] for key in expected} == expected
        links = site.html(site_path(locale, "sources/")).css(".agencies a")
        assert {str(a.attributes["href"]) for a in links} == {
            f"?agency={name}#{name}"
            for source in DOSSIER.sources.values()
            for name in (agency.casefold().replace(" ", "-") for agency in source.agencies)
        }
