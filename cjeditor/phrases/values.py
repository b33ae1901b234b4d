"""What is said for values that a field refuses: pydantic's error types in our words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cjeditor.phrases.phrase import Phrase
from cjeditor.texts import N_

_MISSING = Phrase(N_("This entry is missing"), N_("Add it"))
_WHOLE_NUMBER = Phrase(N_("A whole number is expected here"), N_("Enter a whole number"))
_NUMBER = Phrase(N_("A number is expected here"), N_("Enter a number"))
_FINITE = Phrase(N_("The number is not finite"), N_("Enter an ordinary number"))
_TEXT = Phrase(N_("Text is expected here"), N_("Put the value in quotation marks"))
_CHOICE = Phrase(N_("Only these values are possible here: {expected}"), N_("Choose one of them"))
_LIST = Phrase(N_("A list is expected here"), N_("Put the values in square brackets"))
_RECORD = Phrase(N_("A record with named fields is expected here"), N_("Put the fields in braces"))
_TOO_DEEP = Phrase(N_("The values are nested too deeply"), N_("Remove the superfluous brackets"))
_NOT_TRUTH = Phrase(N_("true or false is expected here"), N_("Enter true or false"))

VALUE_PHRASES: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "missing": _MISSING,
        "extra_forbidden": Phrase(
            N_("There is no such field"), N_("Remove it, or open the file with a newer version of the program")
        ),
        "invalid_key": Phrase(N_("The name of a field must be text"), N_("Put the name in quotation marks")),
        "greater_than_equal": Phrase(N_("The value must be at least {ge}"), N_("Enter a larger value")),
        "greater_than": Phrase(N_("The value must be greater than {gt}"), N_("Enter a larger value")),
        "less_than_equal": Phrase(N_("The value must be at most {le}"), N_("Enter a smaller value")),
        "less_than": Phrase(N_("The value must be less than {lt}"), N_("Enter a smaller value")),
        "finite_number": _FINITE,
        "int_type": _WHOLE_NUMBER,
        "int_parsing": _WHOLE_NUMBER,
        "int_parsing_size": _WHOLE_NUMBER,
        "int_from_float": _WHOLE_NUMBER,
        "float_type": _NUMBER,
        "float_parsing": _NUMBER,
        "bool_type": _NOT_TRUTH,
        "bool_parsing": _NOT_TRUTH,
        "string_type": _TEXT,
        "string_unicode": Phrase(
            N_("The text holds damaged characters (halves of surrogate pairs)"), N_("Type these characters again")
        ),
        "string_too_long": Phrase(N_("The text has more than {max_length} characters"), N_("Shorten it")),
        "string_too_short": Phrase(N_("The text has fewer than {min_length} characters"), N_("Write some more")),
        "string_pattern_mismatch": Phrase(
            N_("The text does not have the form that is expected here"), N_("Correct it")
        ),
        "literal_error": _CHOICE,
        "enum": _CHOICE,
        "list_type": _LIST,
        "tuple_type": _LIST,
        "too_long": Phrase(N_("The list has more than {max_length} entries"), N_("Remove some of them")),
        "too_short": Phrase(N_("The list has fewer than {min_length} entries"), N_("Add what is missing")),
        "model_type": _RECORD,
        "model_attributes_type": _RECORD,
        "dict_type": _RECORD,
        "recursion_loop": _TOO_DEEP,
        "recursion_depth_exceeded": _TOO_DEEP,
        "json_invalid": Phrase(N_("This is not JSON"), N_("Choose a project file, or restore an older copy")),
        "none_required": Phrase(N_("Nothing is allowed here"), N_("Remove the value")),
    }
)
"""By pydantic's error type; any other type gets `OTHER_VALUE`."""

OTHER_VALUE: Final = Phrase(N_("This value is not possible here ({reason})"), N_("Correct it"))

DETAILS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "expected `:`": N_("a colon is missing"),
        "expected `,` or `]`": N_("a comma or closing bracket is missing"),
        "expected `,` or `}`": N_("a comma or closing brace is missing"),
        "expected ident": N_("an unknown word"),
        "expected value": N_("a value is missing"),
        "invalid escape": N_("an unknown character after a backslash"),
        "invalid number": N_("a number in the wrong form"),
        "key must be a string": N_("the name of a field must be in quotation marks"),
        "trailing comma": N_("a comma too many"),
        "trailing characters": N_("further text after the end of the project"),
    }
)
"""What is wrong with broken JSON, by the words of the parser; others are shown as they are."""

FORMS: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "Id": Phrase(N_("This is not an id"), N_("Write it like tp_k3f9x2: kind, underscore, letters and digits")),
        "Rank": Phrase(N_("This is not a rank"), N_("Use letters and digits only, at least two")),
        "Line": Phrase(N_("The text holds control characters"), N_("Remove everything that cannot be printed")),
        "Key": Phrase(
            N_("This is not a key of the catalogue"), N_("Use lower-case letters, digits, hyphens and full stops")
        ),
        "Colour": Phrase(N_("This is not a colour"), N_("Write it like #3A7CA5")),
        "Sha256": Phrase(N_("This is not a SHA-256 sum"), N_("Add the picture again")),
        "Moment": Phrase(N_("This is not a date with its time"), N_("Write it like 2026-11-22T14:05:00")),
        "TimeOfDay": Phrase(N_("This is not a time of day"), N_("Write it like 09:30")),
        "Day": Phrase(N_("This is not a date"), N_("Write it like 2026-11-22")),
    }
)
"""What a text should have looked like, by the name of its type in `cjeditor.model.fields`."""
