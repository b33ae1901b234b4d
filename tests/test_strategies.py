"""What the strategies make keeps the rules, or other tests would test nothing."""

from __future__ import annotations

from hypothesis import Phase, find, given, settings

from cjeditor.model import rules
from cjeditor.model.project import Project
from tests.strategies import projects


@given(projects())
@settings(max_examples=50)
def test_made_projects_keep_the_rules_and_are_valid_as_a_file(project: Project) -> None:
    assert rules.problems(project) == []
    assert Project.model_validate_json(project.model_dump_json()) == project


def test_made_projects_are_not_all_empty() -> None:
    found = find(
        projects(),
        lambda project: bool(project.maps[0].links and project.maps[0].notes and project.surveys),
        settings=settings(phases=[Phase.generate], max_examples=1_000),
    )
    assert found.maps[0].touchpoints or len(found.maps[0].notes) > 1
