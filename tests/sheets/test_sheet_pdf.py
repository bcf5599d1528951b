"""The PDF is tagged, carries its fonts, says nothing about the computer, and never varies."""

from __future__ import annotations

import getpass
import hashlib
import io
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from careerdesk import resources
from careerdesk.errors import DamagedInstallation, ExitCode
from careerdesk.sheets import SheetProblem
from careerdesk.sheets.typesetter import Typesetter
from sheet_reading import TODAY, real_content, sheet_of

ROLE = next(role for role in real_content().roles if role.id == "machine-learning-engineer")


@pytest.fixture(scope="module", params=["en", "ms"])
def pdf(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(sheet_of(real_content(), ROLE, request.param))) as opened:
        opened.language = request.param
        yield opened


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Return the elements of the structure tree below ``node``, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node.K)


def test_it_is_tagged_and_names_its_language_and_title(pdf: pikepdf.Pdf) -> None:
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == f"{pdf.language}-MY"
    assert str(pdf.docinfo.Title) == ROLE.title.in_language(pdf.language)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()
    for page in pdf.pages:
        assert page.StructParents >= 0
    assert "/ParentTree" in pdf.Root.StructTreeRoot


def test_headings_are_in_order_and_drawings_have_words(pdf: pikepdf.Pdf) -> None:
    found = list(elements(pdf.Root.StructTreeRoot.K))
    headings = [str(element.S) for element in found if str(element.S).startswith("/H")]
    figures = [element for element in found if element.S == "/Figure"]

    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    assert set(headings[1:]) == {"/H2"}
    assert len(headings) >= 10
    assert len(figures) == len(ROLE.journey) + 3
    assert all(len(str(figure.Alt)) > 10 for figure in figures)


def test_the_table_has_a_head_and_the_other_title_its_own_language(pdf: pikepdf.Pdf) -> None:
    found = list(elements(pdf.Root.StructTreeRoot.K))
    other = "en" if pdf.language == "ms" else "ms"

    assert sum(element.S == "/TH" for element in found) == 2
    assert f"{other}-MY" in {str(element.get("/Lang")) for element in found}


def test_only_our_fonts_are_in_it_and_whole(pdf: pikepdf.Pdf) -> None:
    fonts = [
        font
        for font in pdf.objects
        if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor"
    ]
    names = {str(font.FontName).partition("+")[2] for font in fonts}

    assert names == {"NotoSans-Regular", "NotoSans-Bold"}
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_nothing_about_this_computer_or_its_user_is_in_it(pdf: pikepdf.Pdf) -> None:
    assert set(pdf.docinfo.keys()) == {"/Author", "/CreationDate", "/Creator", "/ModDate", "/Title"}
    assert str(pdf.docinfo.Author) == "CareerDesk"
    assert str(pdf.docinfo.CreationDate) == "D:20261121000000Z"
    plain = io.BytesIO()
    pdf.save(plain, qdf=True, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    for secret in (str(Path.home()), str(Path.cwd()), f"/{getpass.getuser()}/"):
        assert secret.encode() not in plain.getvalue()
    # The name of a computer may be so short that it stands in the fonts by chance.
    said = pdf.Root.Metadata.read_bytes().decode() + " ".join(map(str, pdf.docinfo.values()))
    assert not re.search(rf"\b{re.escape(platform.node())}\b", said)


def test_it_draws_in_greys_that_differ(pdf: pikepdf.Pdf) -> None:
    patterns = [page.Resources.get("/Pattern") for page in pdf.pages]
    assert any(patterns), "perhaps and published are hatched, not only another colour"


_CHILD = """
import hashlib, sys
from sheet_reading import real_content, sheet_of
role = next(role for role in real_content().roles if role.id == "data-analyst")
print(hashlib.sha256(sheet_of(real_content(), role, "ms")).hexdigest())
"""


def test_the_same_sheet_has_the_same_bytes_in_every_process() -> None:
    role = next(role for role in real_content().roles if role.id == "data-analyst")
    here = [sheet_of(real_content(), role, "ms") for _ in range(2)]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Kuala_Lumpur"}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    there = subprocess.run(
        [sys.executable, "-c", _CHILD], env=environment, capture_output=True, text=True, check=True
    )
    assert here[0] == here[1]
    assert there.stdout.strip() == hashlib.sha256(here[0]).hexdigest()


def test_a_damaged_template_is_a_problem_in_one_sentence(tmp_path: Path) -> None:
    shutil.copytree(resources.path("sheets"), tmp_path / "sheets")
    (tmp_path / "sheets" / "style.typ").write_text("#let accent = \n", encoding="utf-8")
    broken = Typesetter(tmp_path / "sheets", resources.path("fonts"))

    with pytest.raises(SheetProblem, match=r"The sheet “Nurse” could not be made") as caught:
        broken.pdf("role", {"title": "Nurse"}, TODAY)
    assert caught.value.exit_code is ExitCode.DAMAGED
    assert str(tmp_path) not in str(caught.value)


def test_missing_fonts_are_a_damaged_installation(tmp_path: Path) -> None:
    with pytest.raises(DamagedInstallation, match="resources/fonts"):
        Typesetter(resources.path("sheets"), tmp_path)


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from careerdesk.errors import WriteProblem
from careerdesk.files import write_whole
from sheet_reading import real_content, sheet_of
role = real_content().roles[0]
sheet = sheet_of(real_content(), role, "en")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (len(sheet) // 2, len(sheet) // 2))
try:
    write_whole(Path(sys.argv[1]), sheet)
except WriteProblem as problem:
    print(problem)
"""


@pytest.mark.skipif(os.name == "nt", reason="file size limits are a Unix means")
def test_a_sheet_that_does_not_fit_on_the_disk_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"OLD")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    child = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(target)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "sheet.pdf could not be saved" in child.stdout
    assert target.read_bytes() == b"OLD"
    assert list(tmp_path.iterdir()) == [target]
