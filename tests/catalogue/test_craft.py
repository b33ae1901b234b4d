"""The list of the craft that the catalogues have to hold, written out once more.

Whoever renames or moves an entry has to do it here, too, and sees what else hangs on it.
"""

from __future__ import annotations

from typing import get_args

import pytest

from cjeditor import texts
from cjeditor.catalogue import concepts, drop_off_reasons, guidance, instruments, methods, note_starters, terms
from cjeditor.model import fields
from cjeditor.phrases import places
from tests.catalogue.test_guidance import faults, wordings

INSTRUMENTS: dict[tuple[str, str], tuple[int, ...]] = {
    ("Display ads", "Display-Werbung"): (1,),
    ("Banner ads", "Bannerwerbung"): (1,),
    ("Video ads", "Videowerbung"): (1,),
    ("Affiliate marketing", "Affiliate-Marketing"): (1, 5),
    ("Offline advertising", "Offline-Werbung"): (1,),
    ("Social media ads", "Social-Media-Werbung"): (1,),
    ("Social media channels", "Social-Media-Kanäle"): (1, 2),
    ("Newsletter", "Newsletter"): (1, 9),
    ("Own website", "Eigene Website"): (1, 6),
    ("Inbound marketing", "Inbound-Marketing"): (1, 2, 3),
    ("Content marketing", "Content-Marketing"): (1, 2, 6, 7, 8, 9),
    ("Blog", "Blog"): (2, 6),
    ("Advice video", "Ratgebervideo"): (2,),
    ("White paper", "Whitepaper"): (2,),
    ("E-book", "E-Book"): (2,),
    ("Infographic", "Infografik"): (2, 7),
    ("Search engine optimisation (SEO)", "Suchmaschinenoptimierung (SEO)"): (2, 3, 7),
    ("Search engine advertising (SEA)", "Suchmaschinenwerbung (SEA)"): (2, 3),
    ("Forums and discussion groups", "Foren und Diskussionsgruppen"): (2,),
    ("Pin-board marketing", "Pinnwand-Marketing"): (2,),
    ("Fairs and events", "Messen und Events"): (2,),
    ("Virtual mirror", "Virtueller Spiegel"): (2,),
    ("Location-based services", "Standortbezogene Dienste"): (2,),
    ("Proactive advice", "Proaktive Beratung"): (2, 4),
    ("Live chat", "Live-Chat"): (2, 3, 4, 7, 8),
    ("Webcare", "Webcare"): (2, 3, 6, 7, 8),
    ("Comparison sites", "Vergleichsportale"): (3,),
    ("Review marketing", "Bewertungsmarketing"): (3, 4, 9),
    ("Conversion optimisation", "Conversion-Optimierung"): (3, 4, 5, 7),
    ("Remarketing (retargeting)", "Remarketing (Retargeting)"): (3, 4, 5, 8),
    ("Mobile marketing", "Mobile Marketing"): (3,),
    ("Geo-targeting", "Geo-Targeting"): (3,),
    ("Personal styling tips", "Persönliche Styling-Tipps"): (3,),
    ("Own app", "Eigene App"): (5, 7),
    ("Push coupons near the store", "Push-Coupons in Filialnähe"): (5,),
    ("QR codes in the store", "QR-Codes im Laden"): (5,),
    ("Store map in the app", "Ladenplan in der App"): (5,),
    ("Sensory marketing", "Sensorisches Marketing"): (5,),
    ("E-mail: unfinished purchase", "E-Mail: abgebrochener Kauf"): (5,),
    ("E-mail: back in stock", "E-Mail: wieder verfügbar"): (5,),
    ("Social sharing", "Teilen-Funktion"): (5, 9),
    ("Customer data in a CRM", "Kundendaten im CRM"): (5, 8),
    ("E-mail: delivery status", "E-Mail: Lieferstatus"): (6,),
    ("E-mail: satisfaction survey", "E-Mail: Zufriedenheitsumfrage"): (6,),
    ("SMS marketing", "SMS-Marketing"): (6,),
    ("Chatbots", "Chatbots"): (6,),
    ("Customer service", "Kundenservice"): (4, 6),
    ("Phone and e-mail", "Telefon und E-Mail"): (7,),
    ("E-mail: personal offers", "E-Mail: persönliche Angebote"): (7, 8, 9),
    ("How-to videos", "Anleitungsvideos"): (7,),
    ("Website optimisation", "Website-Optimierung"): (7,),
    ("Customer portal", "Kundenportal"): (6, 7),
    ("Online monitoring with webcare", "Online-Monitoring mit Webcare"): (7, 8, 9),
    ("App care", "App-Care"): (8,),
    ("Customer surveys", "Kundenumfragen"): (6, 8),
    ("Personalised advertising", "Personalisierte Werbung"): (8,),
    ("Loyalty programme", "Treueprogramm"): (8,),
    ("Merchandising", "Merchandising"): (8,),
    ("Cross-shopping", "Cross-Shopping"): (8,),
    ("Messenger", "Messenger"): (9,),
    ("Member-get-member", "Kunden werben Kunden"): (9,),
    ("Content by ambassadors", "Beiträge von Botschaftern"): (9,),
    ("Custom audiences", "Custom Audiences"): (9,),
}
"""Names, and the phases that an instrument serves."""

METHODS: dict[tuple[str, str], tuple[int, ...]] = {
    ("Google Trends", "Google Trends"): (1, 2, 3),
    ("Keyword planner", "Keyword-Planer"): (1, 2),
    ("Public statistics", "Öffentliche Statistiken"): (1,),
    ("Current figures and forecasts", "Aktuelle Zahlen und Prognosen"): (1,),
    ("Own customer data", "Eigene Kundendaten"): (1, 4),
    ("Web analytics", "Webanalyse"): (2, 4, 5, 7, 8),
    ("E-mail click behaviour", "Klickverhalten in E-Mails"): (2, 9),
    ("Social listening", "Social Listening"): (2, 9),
    ("Surveys", "Umfragen"): (2, 4, 6, 8),
    ("Answer the Public", "Answer the Public"): (3,),
    ("Ubersuggest", "Ubersuggest"): (3,),
    ("Online monitoring", "Online-Monitoring"): (3, 7, 8, 9),
    ("Heat maps", "Heatmaps"): (5,),
    ("A/B tests", "A/B-Tests"): (5,),
    ("Observed user tests", "Beobachtete Nutzertests"): (5,),
    ("Eye tracking", "Eyetracking"): (5,),
    ("Usage data", "Nutzungsdaten"): (7, 8),
    ("Site search analysis", "Analyse der Suchbegriffe"): (7,),
    ("Observation on site", "Beobachtung vor Ort"): (7,),
    ("Net Promoter Score (NPS)", "Net Promoter Score (NPS)"): (8,),
    ("CRM analysis", "CRM-Auswertung"): (8,),
    ("Interviews", "Interviews"): (1, 4, 8),
}

REASONS = {
    ("Longer wait than expected", "Längere Wartezeit als erwartet"),
    ("Extra costs", "Zusätzliche Kosten"),
    ("Missing payment method", "Fehlende Zahlungsart"),
    ("Delivery time", "Lieferzeit"),
    ("Pause", "Pause"),
    ("Changed circumstances", "Geänderte Umstände"),
    ("Unclear information", "Unklare Informationen"),
    ("Other obstacle", "Anderes Hindernis"),
    ("Cancellation before delivery", "Stornierung vor der Lieferung"),
    ("Return after delivery", "Rückgabe nach der Lieferung"),
}

PURCHASE = {"extra-costs", "missing-payment-method", "delivery-time", "pause", "changed-circumstances"} | {
    "unclear-information",
    "other-obstacle",
}
"""The reasons that can stop a purchase; the others threaten after it."""

SAID: dict[int, tuple[tuple[str, str], ...]] = {
    1: (
        ("no idea yet", "ahnen"),
        ("moment in their lives", "Augenblick im Leben"),
        ("existing customers", "unsere Kunden"),
        ("several such moments", "mehrere solche Anlässe"),
        ("trends and developments", "Trends und Entwicklungen"),
        ("Family, age", "Familie, Alter"),
        ("season", "Jahreszeit"),
        ("birth, a wedding", "Geburt, eine Hochzeit"),
        ("split the phase in two", "Phase in zwei teilen"),
        ("where they will be next", "bald sein werden"),
        ("calculator on the property portal", "Rechner der Bank im Immobilienportal"),
    ),
    2: (
        ("any device", "allen Geräten"),
        ("across borders", "Landesgrenzen"),
        ("They search", "Sie suchen"),
        ("pin boards", "Pinnwänden"),
        ("family and friends on social media", "sozialen Netzwerken fragen sie Familie und Freunde"),
        ("forums", "Foren"),
        ("independent blogs", "unabhängige Blogs"),
        ("comparison sites", "Vergleichsportalen"),
        ("competitors", "Konkurrenz"),
        ("explains fairly", "sachlich"),
    ),
    3: (
        ("day and night", "bei Tag und bei Nacht"),
        ("brands and suppliers by name", "Marken und Anbieter mit Namen"),
        ("comparison and review sites", "Vergleichs- und Bewertungsportalen"),
        ("friends on social media", "Freunde in sozialen Netzwerken"),
        ("video platforms", "Videoplattformen"),
        ("suppliers’ sites", "Seiten der Anbieter"),
        ("for sales", "Für den Vertrieb"),
        ("chat", "Chat"),
    ),
    4: (("Everything has been weighed", "Alles ist abgewogen"), ("many exits", "viele Ausgänge")),
    5: (
        ("ordering, enrolling or booking", "bestellen, sich anmelden oder buchen"),
        ("personal data, account, basket, delivery time, payment", "Daten, Konto, Warenkorb, Lieferzeit, Zahlung"),
        ("54%", "54\u202f%"),
        ("71%", "71\u202f%"),
        ("84%", "84\u202f%"),
        ("third", "Rang drei"),
        ("CRM", "CRM"),
    ),
    6: (
        ("The longer the gap", "Je länger die Lücke"),
        ("Between purchase and delivery", "Zwischen Kauf und Lieferung"),
        ("Between delivery and use", "Zwischen Lieferung und Nutzung"),
        ("61%", "61\u202f%"),
        ("45 minutes", "45 Minuten"),
        ("one in five", "ein Fünftel"),
        ("5 to 10 minutes", "5 bis 10 Minuten"),
        ("fastest companies", "schnellsten Unternehmen"),
    ),
    7: (
        ("complaints", "Beschwerden"),
        ("customer area", "Kundenbereich"),
        ("without addressing us", "ohne uns anzusprechen"),
        ("nobody has asked us", "ungefragt"),
        ("usage data", "Nutzungsdaten"),
        ("video platforms", "Videoplattformen"),
        ("park or museum", "Park oder Museum"),
        ("cross-selling", "Cross-Selling"),
        ("up-selling", "Up-Selling"),
        ("separate from what prospects", "was Interessenten suchen"),
    ),
    8: (
        ("not a loyal one yet", "noch nicht treu"),
        ("They buy again", "Sie kaufen wieder"),
        ("attached", "hängen an der Marke"),
        ("think well", "halten viel"),
        ("cancel page", "Kündigungsseite"),
        ("notice period", "Frist"),
        ("requests to complain", "Beschwerdeweg"),
        ("explain a thing only once", "nur einmal erklären"),
        ("alike on every channel", "überall gleich"),
        ("leavers", "trotzdem gehen"),
        ("−100 and +100", "−100 bis +100"),
        ("to a friend or colleague", "Freundes- oder Kollegenkreis"),
        ("passives (7–8)", "Passive (7–8)"),
        ("5 to 10", "5 bis 10"),
        ("Apple reached 89", "Apple auf 89"),
        ("Amazon 61", "Amazon auf 61"),
        ("2017", "2017"),
        ("within a sector", "innerhalb der Branche"),
        ("what people intend", "misst eine Absicht"),
    ),
    9: (
        ("of their own accord", "von selbst"),
        ("nudge", "Anstoß"),
        ("offline", "im Gespräch"),
        ("defend the brand", "verteidigen die Marke"),
        ("what could be better", "was besser werden könnte"),
        ("forward it", "leiten ihn weiter"),
        ("content of their own", "eigene Inhalte"),
    ),
}
"""What the guidance of a phase has to speak of, in its words in both languages."""


def test_instruments_are_those_of_the_craft_and_serve_their_phases() -> None:
    assert {(one.name.en, one.name.de): one.phases for one in instruments.instruments()} == INSTRUMENTS


def test_methods_are_those_of_the_craft_and_serve_their_phases() -> None:
    assert {(one.name.en, one.name.de): one.phases for one in methods.methods()} == METHODS


def test_drop_off_reasons_are_those_of_the_craft_and_threaten_in_their_phases() -> None:
    assert {(one.name.en, one.name.de) for one in drop_off_reasons.drop_off_reasons()} == REASONS
    assert set(guidance.guidance(5).drop_off_reasons) == PURCHASE
    assert {"cancellation-before-delivery", "return-after-delivery"} <= set(guidance.guidance(6).drop_off_reasons)
    for number in (1, 2, 3, 4, 5):
        assert set(guidance.guidance(number).drop_off_reasons) <= PURCHASE | {"waiting"}


@pytest.mark.parametrize("number", SAID)
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_guidance_speaks_of_what_matters(number: int, language: str) -> None:
    said = " ".join(one.in_language(language) for _, one in wordings(guidance.guidance(number), ""))
    wanted = [english if language == "en" else german for english, german in SAID[number]]
    assert [one for one in wanted if one not in said] == []


def test_what_decides_and_how_things_arrive_is_complete() -> None:
    assert [(one.name.en, one.name.de) for one in guidance.guidance(3).factors] == [
        ("Price", "Preis"),
        ("Brand awareness", "Bekanntheit der Marke"),
        ("Experiences of others", "Erfahrungen anderer"),
        ("Service level", "Serviceniveau"),
        ("What counts in the sector", "Was in der Branche zählt"),
    ]
    assert [(one.name.en, one.name.de) for one in guidance.guidance(6).forms] == [
        ("Bought in a store", "Kauf im Laden"),
        ("Home delivery", "Lieferung nach Hause"),
        ("Start of a long-running service", "Beginn einer dauerhaften Leistung"),
        ("Start of a short service", "Beginn einer kurzen Leistung"),
        ("Ticket to download", "Ticket zum Herunterladen"),
    ]
    german = texts.of("de")
    for kind in guidance.guidance(8).loyalty:
        shown = terms.LOYALTY_KINDS[kind.key]
        assert (kind.name.en, kind.name.de) == (shown, german.t(shown))


CONCEPTS = {
    "funnel": ("suspects", "leads", "prospects", "customers", "returning"),
    "expectation": ("choice", "speed", "comfort"),
    "effect": ("willingness-to-buy", "revenue", "intensity-of-use", "word-of-mouth", "loyalty"),
    "realm": ("entertainment", "education", "esthetic", "escapist"),
    "channel-level": ("single", "multi", "cross", "omni"),
    "obstacle": ("legal", "technical", "organisational", "operational"),
    "strategy-step": (
        "persona-needs",
        "channel-strategy",
        "contents",
        "campaigns",
        "kpis",
        "measures",
        "dialogue",
    ),
    "trend": ("proximity", "service", "inspiration"),
    "use": ("growth", "new-products", "reorganisation", "customers-eyes", "marketing-mix"),
    "four-p": ("product", "price", "place", "promotion"),
    "four-c": ("customer-value", "cost", "convenience", "communication"),
    "siva": ("solution", "information", "value", "access"),
}


def test_concepts_are_those_of_the_craft_group_by_group() -> None:
    assert set(concepts.CONCEPT_GROUPS) == {*CONCEPTS, "term"}
    for group in concepts.CONCEPT_GROUPS:
        keys = [one.key for one in concepts.concepts_of(group)]
        assert len(keys) == len(set(keys)) > 0
        if group != "term":
            assert tuple(keys) == CONCEPTS[group]
    in_groups = [one for group in concepts.CONCEPT_GROUPS for one in concepts.concepts_of(group)]
    assert tuple(in_groups) == concepts.concepts()


def test_concepts_have_the_names_that_the_program_uses() -> None:
    german = texts.of("de")
    tables = (("realm", terms.REALMS), ("funnel", places.STAGES))
    for group, table in tables:
        shown = {one.key: one.name for one in concepts.concepts_of(group)}
        assert {key: (name.en, name.de) for key, name in shown.items()} == {
            key: (name, german.t(name)) for key, name in table.items()
        }


def test_concepts_are_set_as_in_print_and_short() -> None:
    found = [
        (at, fault)
        for one in concepts.concepts()
        for at, text in wordings(one, one.key)
        for language in ("en", "de")
        for fault in faults(f"{at} ", text.in_language(language), language)
    ]
    assert found == []


def test_every_kind_of_note_that_is_a_sentence_has_a_few_beginnings() -> None:
    no_sentences = {"metric", "image"}
    for kind in get_args(fields.NoteKind):
        starters = note_starters.note_starters(kind)
        assert bool(starters) == (kind not in no_sentences), kind
        for one in starters:
            for text in (one.en, one.de):
                assert "…" in text
                assert text[-1] in "…?"
                assert "..." not in text
        assert len({one.en for one in starters}) == len(starters) == len({one.de for one in starters})
