"""How many lines texts take on a slide."""

from cjeditor.export.pptx.fitting import cut, lines_of, spans


def test_words_move_to_the_next_line_and_long_ones_are_cut() -> None:
    text = "ein Wort " + "w" * 50
    found = spans(text, "regular", 10.0, 100.0)
    assert text[found[0].start : found[0].end] == "ein Wort"
    assert "".join(text[one.start : one.end] for one in found[1:]) == "w" * 50
    assert lines_of("", "regular", 10.0, 100.0) == 1
    assert lines_of("a\n\nb", "regular", 10.0, 100.0) == 3


def test_a_text_is_cut_to_its_lines() -> None:
    assert cut("kurz", "regular", 10.0, 100.0, 1) == "kurz"
    assert cut("1 " + "x" * 90, "regular", 10.0, 100.0, 1).startswith("1 xxx")
    shown = cut("ein langer Text " * 2_000, "regular", 10.0, 100.0, 3)
    assert shown.endswith("…")
    assert lines_of(shown, "regular", 10.0, 100.0) == 3
