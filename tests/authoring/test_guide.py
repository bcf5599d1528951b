"""What the authors' guide says is so."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from careerdesk.authoring import Severity, read_content
from careerdesk.authoring.facts import RoleFile
from careerdesk.authoring.schema import SHARED_CLASSES, json_schemas
from written import Written

DATA = Path(__file__).parents[2] / "data"


def test_the_example_is_sound_and_leaves_out_one_section_only(written: Written) -> None:
    assert [(str(fault.severity), fault.message.split(";")[0]) for fault in written.faults()] == [
        (Severity.WARNING, "`neighbours` is missing")
    ]


def test_the_example_makes_a_catalogue(written: Written) -> None:
    content = read_content(written.folder)
    (role,) = content.roles
    assert role.title.ms == "Pembuat Roti"
    assert {score.key for score in role.scores} == {
        "malaysia_demand",
        "global_demand",
        "future_relevance",
    }
    assert content.shared.sources["example-page"].kind == "illustrative"


def test_the_guide_names_every_key_of_a_role_and_every_file() -> None:
    guide = (DATA / "README.md").read_text(encoding="utf-8")
    table = guide.partition("## The sections of a role")[2].partition("## Evidence")[0]
    keys = {key for row in re.findall(r"^\| (`.*?) \|", table, re.M) for key in row.split(", ")}
    assert keys == {f"`{field.name}`" for field in dataclasses.fields(RoleFile)}
    for kind in (*SHARED_CLASSES, "shipped"):
        assert f"`{kind}.yaml`" in guide


def test_the_schemas_for_editors_are_current() -> None:
    there = {file.name: file.read_text(encoding="utf-8") for file in (DATA / "schema").iterdir()}
    assert there == json_schemas(), "run packaging/tools/make_schemas.py"


def test_the_schema_explains_keys_with_the_words_of_the_format() -> None:
    assert "None when the range is open upwards" in json_schemas()["role.schema.json"]
