"""Counts of the funnel out of CSV files as people have them."""

from __future__ import annotations

from cjeditor.interchange.csv_rows import csv_rows
from cjeditor.interchange.funnel_rows import FunnelRows, funnel_rows


def read(text: str, encoding: str = "utf-8") -> FunnelRows:
    return funnel_rows(csv_rows(text.encode(encoding)).rows)


def test_a_row_for_each_stage_in_either_language_with_grouped_numbers() -> None:
    found = read("Stufe;Anzahl\nSuspects;48.200\nLEADS;4.210\nKunden;312\nStammkunden;\n", "utf-16")
    (column,) = found.columns
    assert (column.name, column.counts) == ("Anzahl", {"suspects": 48_200, "leads": 4_210, "customers": 312})
    assert found.unknown == ()


def test_stages_by_what_else_people_call_them() -> None:
    (column,) = read(
        "Stufe;Anzahl\nVermutete;900\nLeads;400\nInteressenten;90\nNeukunden;9\nBestandskunden;4\n"
    ).columns
    assert list(column.counts.items()) == [
        ("suspects", 900),
        ("leads", 400),
        ("prospects", 90),
        ("customers", 9),
        ("returning", 4),
    ]


def test_stages_as_headings() -> None:
    (column,) = read("suspects,leads,Returning customers\n1000,250,20\n").columns
    assert column.counts == {"suspects": 1000, "leads": 250, "returning": 20}


def test_which_of_several_columns_is_meant_is_left_to_a_person() -> None:
    found = read("Stage\t2024\t2025\nLeads\t10\t12\nCustomers\t2\t3\n")
    assert [(one.name, one.counts["leads"]) for one in found.columns] == [("2024", 10), ("2025", 12)]


def test_what_is_no_count_or_no_stage_is_told() -> None:
    found = read("Stage;People\nSuspects;many\nLeads;7,5\nProspects;-3\nCustomers;12\nBots;99\nCustomers;13\n")
    (column,) = found.columns
    assert column.counts == {"customers": 12}
    assert column.problems == (("suspects", "many"), ("leads", "7,5"), ("prospects", "-3"))
    assert (found.unknown, found.twice) == (("Bots",), ("customers",))


def test_a_table_without_a_stage_has_no_column() -> None:
    assert read("a;b\n1;2\n").columns == ()
    assert funnel_rows(()).columns == ()
