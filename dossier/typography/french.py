"""French typography rules, after the Lexique of the Imprimerie nationale.

Only those that need no context: 1900 may be a year, a capital A a verb.
"""

from dossier.typography.rule import (
    NARROW,
    NO_BREAK,
    OPAQUE,
    SHARED_RULES,
    SPACES,
    STRAIGHT_QUOTES,
    grouped,
    rule,
)

MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
# Words that pages on these subjects may need; none is also an English word.
_UNACCENTED = "cole|conomie|cosse|crit|glise|gypte|lection|lysée|mirats|nergie|quateur|quipe|tat"
_AFTER_A = r"l’|(?:propos|partir|la|ce|cet|cette|ces|son|sa|ses|leur|laquelle)\b"

_OTHER_THAN_NARROW = SPACES.replace(NARROW, "")
_OTHER_THAN_NO_BREAK = SPACES.replace(NO_BREAK, "")
# What may follow ; ! ? : at the end of words, not within code or an hour.
_END = rf"(?=[\s»”’)\]*_…{OPAQUE}]|$)"
_AMOUNT = rf"(?=[{SPACES}](?:%|€|millions?|milliards?|dollars?|euros?|fois)(?!\w))"

RULES = (
    *SHARED_RULES,
    rule(rf"(?<=[^\W\d_])'(?=[\w«“\"*_\[{OPAQUE}])", "’", "write ’ for the apostrophe, not '"),
    rule(STRAIGHT_QUOTES, rf"«{NO_BREAK}\1{NO_BREAK}»", 'write « » for quotation marks, not "'),
    rule(
        # Within « », “ ” are right: a quotation in the quotation.
        rf"«[^»\n]*»|“[{SPACES}]*(?=\S)([^“”«»\n]*?)[{SPACES}]*”",
        lambda match: match[0] if match[1] is None else f"«{NO_BREAK}{match[1]}{NO_BREAK}»",
        "write « » for quotation marks, “ ” only within them",
    ),
    rule(
        rf"«(?!{NO_BREAK})[{SPACES}]?(?=\S)",
        f"«{NO_BREAK}",
        "write a no-break space (U+00A0) after «",
    ),
    rule(
        rf"(?<=\S)[{SPACES}]?(?<!{NO_BREAK})»",
        f"{NO_BREAK}»",
        "write a no-break space (U+00A0) before »",
    ),
    rule(
        rf"(?<=[^\s«])[{SPACES}]+([,.])(?=\s|$)", r"\1", "write no space before a comma or a period"
    ),
    rule(
        # Directly after a word, or after a wrong space; ![ starts an image.
        rf"(?:(?<![\s;!?([«])(?=[;!?]+{_END})"
        rf"|(?<![\s([«])[{_OTHER_THAN_NARROW}](?=[;?]|!(?!\[)))([;!?]+)",
        rf"{NARROW}\1",
        "write a narrow no-break space (U+202F) before ; ! and ?",
    ),
    rule(
        rf"(?:(?<![\s:([«])|(?<![\s([«])[{_OTHER_THAN_NO_BREAK}]):{_END}",
        f"{NO_BREAK}:",
        "write a no-break space (U+00A0) before :",
    ),
    rule(
        rf"(?:(?<=\d)|(?<=[^\s«])[{_OTHER_THAN_NO_BREAK}])%(?!\w)",
        f"{NO_BREAK}%",
        "write a no-break space (U+00A0) before %",
    ),
    rule(
        # 1 900 with any space, 256,000 and 2,000,000 as in English, 256000, but not the number
        # of a decree, décret 14204.
        rf"(?<![\w,.])[1-9]\d{{0,2}}(?:(?:[{SPACES}]\d{{3}})+|(?:,\d{{3}})+,\d{{3}}|,000)(?!\w)"
        rf"|(?<![\w,.:/#-])(?<!\d[{SPACES}])(?<!décret[{SPACES}])(?<!décret américain[{SPACES}])"
        rf"[1-9]\d{{4,}}(?![\w:/-]|\.\d)",
        grouped(NARROW),
        "write a narrow no-break space (U+202F) between thousands",
    ),
    rule(rf"(?<![\w.,])(\d+)\.(\d+){_AMOUNT}", r"\1,\2", "write a comma before decimals"),
    rule(rf"\b1er\b|(?<![\d,.])(?<!\d[{SPACES}])1(?=[{SPACES}](?:{MONTHS})\b)", "1ᵉʳ", "write 1ᵉʳ"),
    rule(
        rf"\b(\d{{1,2}}|1ᵉʳ)[{_OTHER_THAN_NO_BREAK}](?=(?:{MONTHS})\b)",
        rf"\1{NO_BREAK}",
        "write a no-break space (U+00A0) between the day and the month",
    ),
    rule(rf"\bE(?=(?:{_UNACCENTED})s?\b)", "É", "write the accent on the capital: É"),
    rule(
        rf"(?<!\w)(?<!\w[{SPACES}])A(?=[{SPACES}](?:{_AFTER_A}))",
        "À",
        "write the accent on the capital: À",
    ),
    rule(
        rf"«[{SPACES}]*$|^[{SPACES}]*»",
        None,
        "write « and » on the line of the words that they enclose",
    ),
    rule("['\"]", None, "write ’ or « », or mark the words as code"),
)
