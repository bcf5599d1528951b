"""The checker: every kind of fault, at its line, and all of them at once."""

# ruff: noqa: E501 - the table of faults reads best with a line for each

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.authoring import FaultsFound, NoData, Severity, build_catalogue, check, read_content
from written import Written

ROLE = "roles/baker.yaml"

FAULTS = [
    # shape
    (ROLE, "id: baker", "id: Baker", "`Baker` is no id", 0),
    (ROLE, "id: baker", "id: cook", "not the file's name", 0),
    (ROLE, "field: food", "field: foot", "`foot` is not in fields.yaml; expected `food`", 0),
    (ROLE, "title: {en: Baker, ms: Pembuat Roti}", "title: {en: Baker}", "`title.ms` is missing", 0),
    (ROLE, "isco_code: \"7512\"", "isco_code: 7512", "`isco_code` is the number 7512", 0),
    (ROLE, "isco_code: \"7512\"", "isco_code: \"75\"", "four digits", 0),
    (ROLE, "masco_title: Pembuat Roti\n", "", "go together", -1),
    (ROLE, "reviewed_on: 2026-11-01", "reviewed_on: soon", "`reviewed_on` is “soon”; expected a date", 0),
    (ROLE, "reviewed_on: 2026-11-01", "reviewed_on: 2027-11-01", "is after the edition", 0),
    (ROLE, "    need: helpful", "    need: nice", "expected one of required, helpful", 0),
    (ROLE, "    need: helpful", "    needs: helpful", "`subjects.needs` is not known here; expected `need`", 0),
    (ROLE, "    need: helpful", "    need:", "`need` has no value", 0),
    # references
    (ROLE, "{skill: oven,", "{skill: ovens,", "`ovens` is not in skills.yaml; expected `oven`", 0),
    (ROLE, "{skill: oven,", "{skill: dough,", "`dough` stands in `skills` again", 0),
    (ROLE, "    role: baker", "    role: baker-2", "`baker-2` is not in data/roles/", 0),
    (ROLE, "    source: example-survey        # hours", "    source: survey  # hours", "`survey` is not in sources", 0),
    (ROLE, "institution: example-college, source: example-survey}\nacademic", "institution: x, source: example-survey}\nacademic", "`x` is not in institutions", 0),
    ("terms.yaml", "  source: example-survey", "  source: x", "`x` is not in sources", 0),
    # figures
    (ROLE, "    years_min: 1\n    years_max: 1.5", "    years_min: 2\n    years_max: 1.5", "runs backwards", 0),
    (ROLE, "    years_min: 1\n    years_max: 2\n", "    years_min: 1\n    years_max: 90\n", "out of bounds", 0),
    (ROLE, "    source: example-survey        # needed as soon as there are years\n", "", "the years of this step have no `source`", -6),
    (ROLE, "    duration: ongoing ", "    years_min: 2\n    source: example-survey\n    duration: ongoing ", "that is ongoing has years", 0),
    (ROLE, "    duration: lifetime\n", "", "a step in years has none", -2),
    (ROLE, "    source: example-survey        # hours need one\n", "", "the hours have no `source`", -5),
    (ROLE, "    hours_max: 48", "    hours_max: 148", "148 is out of bounds", -1),
    (ROLE, "    low: low\n    high: medium", "    low: high\n    high: medium", "high to medium runs backwards", 0),
    (ROLE, "    low: 1700", "    low: 17", "MYR 17 a month is not plausible", 0),
    (ROLE, "    high: 2200                    # left", "    high: 1200 # left", "1700 to 1200 runs backwards", -1),
    (ROLE, "    period: month", "    period: year", "is the period right?", None),
    (ROLE, "    currency: MYR", "    currency: RM", "`RM` is not known", 0),
    (ROLE, "    measure: range", "    measure: median", "a median is one figure", 0),
    (ROLE, "    country: MY\n    measure", "    country: MAS\n    measure", "`MAS` is no country", 0),
    (ROLE, "cities: {en: [Taiping], ms: [Taiping]}", "cities: {en: [Taiping, Ipoh], ms: [Taiping]}", "2 in English and 1 in Malay", 0),
    (ROLE, "    year: \"2025\"", "    year: \"lately\"", "is no year", 0),
    (ROLE, "title: Bakers, weight: 1}", "title: Bakers, weight: 0.9}", "add to 0.9; expected 1", -1),
    (ROLE, "value: 40, source: example-page", "value: 140, source: example-page", "out of bounds", 0),
    (ROLE, "code: 51-3011.00, value: 80,", "code: 51-3012.00, value: 80,", "which this role does not name", 0),
    (ROLE, "{en: Dough cannot be shaped from home.,", "{en: Only 3% of bakers say so.,", "the figure “3%” has no source", 0),
    # facets
    (ROLE, "reviewed_on: 2026-11-01", "schooling: skm\nreviewed_on: 2026-11-01", "is no more than the lowest route", 0),
    (ROLE, "reviewed_on: 2026-11-01", "schooling: degree\nreviewed_on: 2026-11-01", "no route ends with `degree`", 0),
    (ROLE, "    country: MY\n    measure", "    country: SG\n    measure", "entry pay is not Malaysian", 2),
    (ROLE, "by this row\n    year: \"2025\"\n    source: example-survey", "\n    year: \"2025\"\n    source: example-page", "is illustrative; expected another row", 0),
    (ROLE, "    text: {en: A hot room", "    pattern: day\n    text: {en: A hot room", "a pattern stands in `environment`", 0),
    # sections
    (ROLE, "  - kind: scene  ", "  - kind: plain  ", "0 parts of kind scene", -1),
    (ROLE, "  - kind: ai  ", "  - kind: scene  ", "0 parts of kind ai", None),
    # words
    (ROLE, "en: Dough is alive. You learn to feel when it is ready.", "en: \"\"", "`story.text.en` is empty", None),
    (ROLE, "en: Dough is alive.", "en: Dough is amazing.", "“amazing” is hype", 0),
    (ROLE, "ms: Doh itu hidup.", "ms: Doh itu luar biasa.", "“luar biasa” is hype", 0),
    (ROLE, "en: Dough is alive.", "en: A baker wakes early and he bakes.", "“he” speaks of one sex", 0),
    (ROLE, "en: Dough is alive.", "en: Dough is <b>alive</b>.", "looks like a tag", 0),
    (ROLE, "en: Dough is alive.", "en: See [this](https://example.org).", "a link in Markdown", 0),
    (ROLE, "en: Dough is alive. You learn to feel when it is ready.", "en: \"Dough is\\talive.\"", "U+0009", None),
    (ROLE, "en: Dough is alive.", "en: Dough is\u200b alive.", "U+200B", 0),
    (ROLE, "en: Dough is alive.", "en: " + "Dough is alive. " * 70, "expected at most 900", 0),
    (ROLE, "ms: Sijil bakeri", "ms: " + "Sijil " * 20, "expected at most 80", 0),
    (ROLE, "en: The room is hot, and a sack of flour is heavy.", "en: Most of them fall at night.", "stands at data/roles/baker.yaml", None),
    (ROLE, "      ms: Bilik itu panas dan seguni tepung itu berat.", "      ms: The room is hot, and a sack of flour is heavy.", "the same in both languages", None),
    # shared records
    ("sources.yaml", "kind: survey", "kind: rumour", "expected one of official", 0),
    ("sources.yaml", "https://example.org/page", "example.org", "no web address", 0),
    ("sources.yaml", "published: \"2025\"", "published: lately", "names no year", 0),
    ("sources.yaml", "example-page:", "Example Page:", "`Example Page` is no id", 0),
    ("certificates.yaml", "status: current", "status: retired", "has no `status_note`", 0),
    ("certificates.yaml", "checked_on: 2026-11-01", "checked_on: 2024-11-01", "over two years", 0),
    ("certificates.yaml", "source: example-survey", "source: nowhere", "`nowhere` is not in sources.yaml", 0),
    ("skills.yaml", "oven:\n  kind: tool", "oven:\n  retired_on: 2026-11-20\n  kind: tool", "was retired on 2026-11-20", None),
    ("skills.yaml", "oven:\n", "dough:\n", "`dough` stands here again", 0),
    ("institutions.yaml", "country: MY", "country: my", "`my` is no country", 0),
    ("fields.yaml", "\"#8a4b08\"", "brown", "is no colour", 0),
    ("catalogue.yaml", "edition: 1", "edition: 0", "edition 0 cannot be", 0),
    ("catalogue.yaml", "edition: 1", "edition: one", "`edition` is “one”; expected a whole number", 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "part", "offset"), FAULTS, ids=[fault[3] for fault in FAULTS]
)
def test_a_fault_is_found_at_its_line(
    written: Written, name: str, old: str, new: str, part: str, offset: int | None
) -> None:
    line = written.edit(name, old, new)
    found = [fault for fault in written.faults() if part in fault.message]
    assert found, "\n".join(written.messages())
    assert all(fault.severity is Severity.ERROR for fault in found)
    if offset is not None:
        assert [(fault.file, fault.line) for fault in found] == [(f"data/{name}", line + offset)]
    with pytest.raises(FaultsFound):
        read_content(written.folder)


WARNINGS = [
    (ROLE, "reviewed_on: 2026-11-01", "reviewed_on: 2024-01-01", "over two years old"),
    (ROLE, "tagline:\n  en: Make the bread", "tagline:\n  en: Make the  bread", "spaces too many"),
    (ROLE, "en: Dough is alive.", "en: " + "It is warm and " * 9 + "soft.", "has 37 words"),
    (ROLE, "supports:\n  - support: example-allowance\n", "", "`supports` is missing"),
    (ROLE, "  - kind: mindset\n", "  - kind: portfolio\n", "`academic` has no mindset"),
    (ROLE, "{skill: oven,", "{skill: oven-2,", "no role uses `oven`"),
    (
        ROLE,
        "en: Flour and gas cost money before the first loaf is sold.",
        "en: Slow.",
        "speak of what is hard",
    ),
    (
        "terms.yaml",
        "en: skills certificate, ms: Sijil",
        "en: oven glove, ms: Sarung",
        "nothing here speaks of",
    ),
    ("certificates.yaml", "status: current", "status: unchecked", "the status was not checked"),
    ("sources.yaml", "kind: survey", "kind: article", "this pay rests on an article"),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "part"), WARNINGS, ids=[fault[3] for fault in WARNINGS]
)
def test_a_warning_is_only_a_warning(
    written: Written, name: str, old: str, new: str, part: str
) -> None:
    written.edit(name, old, new)
    assert written.said(part).severity is Severity.WARNING
    assert f"warning: {written.said(part).message}" in str(written.said(part))


def test_all_faults_come_at_once_and_in_order(written: Written) -> None:
    written.role("title: {en: Baker, ms: Pembuat Roti}", "title: {en: Baker}")
    written.role("    need: helpful", "    need: nice")
    written.role("    hours_max: 48", "    hours_max: 148")
    written.role("en: Dough is alive.", "en: Dough is amazing.")
    written.edit("catalogue.yaml", "edition: 1", "edition: 0")
    faults = written.faults()
    assert faults == sorted(faults)
    parts = ["edition 0", "`title.ms`", "amazing", "`subjects.need`", "148"]
    found = [str(fault) for fault in faults if fault.severity is Severity.ERROR]
    assert len(found) == len(parts), found
    assert all(part in message for part, message in zip(parts, found, strict=True)), found


def test_a_faulty_item_hides_nothing_that_it_names(written: Written) -> None:
    line = written.role("    measure: range", "    measure: rnge")
    written.role("    currency: MYR", "    currency: RM")
    written.role("    country: MY\n    measure", "    country: MAS\n    measure")
    assert abs(written.said("`RM` is not known").line - line) < 10
    assert written.said("`MAS` is no country").line == line - 1
    assert any("rnge" in message for message in written.messages())


def test_a_faulty_role_still_says_that_its_id_is_not_the_files(written: Written) -> None:
    written.role("title: {en: Baker, ms: Pembuat Roti}", "title: {en: Baker}")
    line = written.role("id: baker", "id: bakery")
    assert written.said("`bakery` is not the file's name").line == line


def test_lines_stay_right_behind_a_faulty_item(written: Written) -> None:
    written.role("  - kind: remote  ", "  - kind: remotely  ")
    line = written.role("    hours_max: 48", "    hours_max: 148") - 1
    assert written.said("148 is out of bounds").line == line


def test_a_fault_reads_as_file_line_and_message(written: Written) -> None:
    line = written.role("    need: helpful", "    need: nice")
    expected = "`subjects.need` is “nice”; expected one of required, helpful"
    assert f"data/roles/baker.yaml:{line}: {expected}" in written.messages()


def test_two_terms_may_not_be_written_alike(written: Written) -> None:
    terms = written.file("terms.yaml")
    other = "skm:\n  name: {en: skm, ms: SKM}\n  text: {en: The same., ms: Sama.}\n"
    terms.write_text(terms.read_text(encoding="utf-8") + other, encoding="utf-8")
    found = written.said("“SKM” is a form of `skills-certificate` too")
    assert found.severity is Severity.ERROR
    assert found.file == "data/terms.yaml"


def test_two_roles_may_not_share_a_sentence(written: Written) -> None:
    text = written.file(ROLE).read_text(encoding="utf-8")
    other = text.replace("id: baker", "id: pastry-cook")
    written.file("roles/pastry-cook.yaml").write_text(other, encoding="utf-8")
    found = [message for message in written.messages() if "stands at" in message]
    assert any("“You mix, shape and bake dough …” stands at data/roles/baker" in m for m in found)
    assert any("“Anda menguli, membentuk dan membakar doh …”" in message for message in found)
    assert all(message.startswith("data/roles/pastry-cook.yaml:") for message in found)


def test_some_route_begins_without_a_degree_unless_the_law_asks_for_one(written: Written) -> None:
    written.role("  - kind: tvet   ", "  - kind: university   ")
    assert not any("begins with a degree" in message for message in written.messages())
    written.role("    required: true ", "    required: false ")
    assert written.said("every route begins with a degree").severity is Severity.ERROR


def test_broken_yaml_brings_no_faults_that_only_follow_from_it(written: Written) -> None:
    line = written.role("subjects:\n", "subjects: [\n")
    (fault,) = written.faults()
    assert fault.line >= line
    written.edit("skills.yaml", "oven:\n", "oven: [\n")
    assert {fault.file for fault in written.faults()} == {
        "data/roles/baker.yaml",
        "data/skills.yaml",
    }


def test_a_role_that_is_hard_to_read_does_not_pass(written: Written) -> None:
    hard = "Organisational responsibilities necessitate considerable interdisciplinary "
    hard += "communication capabilities. "
    for old in ("en: Dough is alive.", "en: You mix, shape and bake dough by hand and by machine."):
        written.role(old, "en: " + hard * 5)
    assert written.said("the English reads at grade").severity is Severity.ERROR


def test_long_malay_sentences_do_not_pass(written: Written) -> None:
    long = "anda menguli doh itu dengan tangan dan " * 60
    for old in ("ms: Doh itu hidup.", "ms: Anda berlatih di kolej selepas SPM"):
        written.role(old, f"ms: {long.strip()}")
    written.role("ms: Anda memerlukannya sebelum", f"ms: {long.strip()} sebelum")
    assert "words a sentence on average" in written.said("the Malay has").message


@pytest.mark.parametrize("name", [ROLE, "sources.yaml", "catalogue.yaml", "skills.yaml"])
@pytest.mark.parametrize("content", [b"", b"3", b"[a]", b"x", b"\xff", b"a: [", b"null", b"{}"])
def test_a_ruined_file_is_reported_and_never_raises(
    written: Written, name: str, content: bytes
) -> None:
    written.file(name).write_bytes(content)
    assert any(fault.severity is Severity.ERROR for fault in written.faults())


def test_an_id_that_was_published_may_be_retired_but_not_go(written: Written) -> None:
    written.file("shipped.yaml").write_text("roles: [baker]\nskills:\n  - dough\n  - sifting\n")
    fault = written.said("`sifting` was published and is gone from skills.yaml")
    assert (fault.file, fault.line) == ("data/shipped.yaml", 4)
    with written.file("skills.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "sifting:\n  kind: tool\n  retired_on: 2026-11-20\n"
            "  name: {en: Sieve, ms: Ayak}\n  text: {en: You sift., ms: Anda mengayak.}\n"
        )
    assert not any("shipped.yaml" in message for message in written.messages())
    assert not any("sifting" in message for message in written.messages())


def test_a_file_of_a_wrong_name_is_reported(written: Written) -> None:
    written.file("roles/cook.yml").write_text("id: cook")
    written.file("skill.yaml").write_text("a: b")
    faults = [
        fault.file for fault in written.faults() if "none of the catalogue's" in fault.message
    ]
    assert faults == ["data/roles/cook.yml", "data/skill.yaml"]


def test_a_folder_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(NoData, match=r"nowhere .*there is no such folder"):
        check(tmp_path / "nowhere")


def test_a_file_is_not_said_to_be_missing(written: Written) -> None:
    with pytest.raises(NoData, match=r"baker\.yaml .*it is a file, not a folder"):
        check(written.folder / "roles" / "baker.yaml")


def test_a_build_with_errors_leaves_what_was_there(written: Written, tmp_path: Path) -> None:
    target = tmp_path / "catalogue.sqlite"
    target.write_bytes(b"before")
    written.role("    need: helpful", "    need: nice")
    with pytest.raises(FaultsFound) as caught:
        build_catalogue(written.folder, target)
    assert target.read_bytes() == b"before"
    assert "Errors in data: 1; the first is at data/roles/baker.yaml:" in str(caught.value)
    assert caught.value.exit_code == 1
    assert any("need" in fault.message for fault in caught.value.faults)


def test_a_sound_folder_becomes_a_catalogue(written: Written, tmp_path: Path) -> None:
    target = tmp_path / "catalogue.sqlite"
    build_catalogue(written.folder, target)
    assert target.read_bytes().startswith(b"SQLite format 3")


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_value_anywhere_raises(data: st.DataObject, example_files: dict[str, str]) -> None:
    name = data.draw(st.sampled_from(sorted(example_files)))
    whole = yaml.safe_load(example_files[name])
    around = whole
    while True:
        keys = list(around) if isinstance(around, dict) else list(range(len(around)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(around[key], dict | list) or not around[key] or data.draw(st.booleans()):
            break
        around = around[key]
    around[key] = data.draw(_ANY)
    folder = Path(tempfile.mkdtemp()) / "data"
    try:
        (folder / "roles").mkdir(parents=True)
        for file, text in example_files.items():
            (folder / file).write_text(text, encoding="utf-8")
        (folder / name).write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
        assert all(fault.line >= 1 for fault in check(folder))
    finally:
        shutil.rmtree(folder.parent)
