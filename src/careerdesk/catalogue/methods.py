"""How the derived scores come about, in words: what is worked out from what, and what to mind.

The methods themselves are in the authoring room; their ids and the names of their inputs are
stored with every score, so that screen and paper can show the working.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from careerdesk.catalogue.terms import ScoreKey
from careerdesk.catalogue.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One version of the way to work out one score."""

    id: str
    """Name and version, as in ``global_demand/1``."""
    key: ScoreKey
    text: Text
    """The method in one line."""
    caveats: tuple[Text, ...] = ()
    """What has to be said wherever the score is shown."""
    absent: Text | None = None
    """What to say where the inputs were looked up and give no score."""


_US_PROXY = Text(
    en="These are figures of the United States, used as a stand-in because Malaysia publishes "
    "none for single occupations.",
    ms="Angka ini datang daripada Amerika Syarikat. Angka ini dipakai sebagai ganti kerana "
    "Malaysia tidak menerbitkan angka bagi setiap pekerjaan.",
)
_MYCOL_SHORTAGES = Text(
    en="The list names jobs that employers find hard to fill. It does not measure all demand.",
    ms="Senarai ini menamakan pekerjaan yang sukar diisi oleh majikan. Senarai ini tidak "
    "mengukur semua permintaan.",
)
_NOT_JOBS_LOST = Text(
    en="No study measures jobs lost. Exposure says how many tasks AI could help with.",
    ms="Tiada kajian yang mengukur pekerjaan yang hilang. Pendedahan menunjukkan bahagian tugas "
    "yang boleh dibantu oleh AI.",
)
_EXPOSED_GROWS = Text(
    en="Work that is exposed to AI also grows; a high figure is not a reason to stay away.",
    ms="Kerja yang terdedah kepada AI turut berkembang. Angka yang tinggi bukan alasan untuk "
    "menjauhinya.",
)
_STYLES_RATED = Text(
    en="The rating is about a typical worker. People of every kind do this work well.",
    ms="Penilaian ini menggambarkan pekerja biasa. Pelbagai jenis orang boleh melakukan kerja "
    "ini dengan baik.",
)

_ALL = (
    Method(
        id="malaysia_demand/1",
        key=ScoreKey.MALAYSIA_DEMAND,
        text=Text(
            en="Share of the four MyCOL editions that list this group of jobs; the newest edition "
            "counts double.",
            ms="Bahagian daripada empat edisi MyCOL yang menyenaraikan kumpulan kerja ini; edisi "
            "terbaharu dikira dua kali.",
        ),
        caveats=(_MYCOL_SHORTAGES,),
        absent=Text(
            en="No edition of MyCOL lists this group of jobs. The list names shortages, not all "
            "demand.",
            ms="Tiada edisi MyCOL yang menyenaraikan kumpulan kerja ini. Senarai itu menamakan "
            "kekurangan tenaga kerja, bukan semua permintaan.",
        ),
    ),
    Method(
        id="global_demand/1",
        key=ScoreKey.GLOBAL_DEMAND,
        text=Text(
            en="Mean of two ranks among all US occupations: projected growth 2024–34 and openings "
            "a year.",
            ms="Purata dua kedudukan antara semua pekerjaan AS: unjuran pertumbuhan 2024–34 dan "
            "kekosongan jawatan setahun.",
        ),
        caveats=(_US_PROXY,),
    ),
    Method(
        id="future_relevance/1",
        key=ScoreKey.FUTURE_RELEVANCE,
        text=Text(
            en="Rank of the projected growth 2024–34 among all US occupations.",
            ms="Kedudukan unjuran pertumbuhan 2024–34 antara semua pekerjaan AS.",
        ),
        caveats=(_US_PROXY,),
    ),
    Method(
        id="fresh_graduate/1",
        key=ScoreKey.FRESH_GRADUATE,
        text=Text(
            en="Rank of openings a year among all US occupations, times how open they are to "
            "newcomers: 1 when no experience is asked for, 0.5 for under five years, 0.1 for "
            "five or more.",
            ms="Kedudukan kekosongan jawatan setahun antara semua pekerjaan AS, didarab dengan "
            "peluang orang baharu: 1 jika tiada pengalaman diminta, 0.5 jika kurang daripada lima "
            "tahun, 0.1 jika lima tahun atau lebih.",
        ),
        caveats=(_US_PROXY,),
    ),
    Method(
        id="introvert/1",
        key=ScoreKey.INTROVERT,
        text=Text(
            en="100 less the rank of Social Orientation among all occupations of O*NET.",
            ms="100 ditolak kedudukan Orientasi Sosial antara semua pekerjaan O*NET.",
        ),
        caveats=(_US_PROXY, _STYLES_RATED),
    ),
    Method(
        id="extrovert/1",
        key=ScoreKey.EXTROVERT,
        text=Text(
            en="Mean of two ranks: Social Orientation in O*NET, and interpersonal skill in the "
            "tables of the US Bureau of Labor Statistics.",
            ms="Purata dua kedudukan: Orientasi Sosial dalam O*NET, dan kemahiran interpersonal "
            "dalam jadual Biro Statistik Buruh AS.",
        ),
        caveats=(_US_PROXY, _STYLES_RATED),
    ),
    Method(
        id="ai_exposure/1",
        key=ScoreKey.AI_EXPOSURE,
        text=Text(
            en="Rank of the exposure to AI (β) among all occupations of a published study: tasks "
            "that a language model, alone or with software, could speed up a good deal.",
            ms="Kedudukan pendedahan kepada AI (β) antara semua pekerjaan dalam satu kajian yang "
            "diterbitkan: tugas yang boleh dipercepat dengan ketara oleh model bahasa, sendirian "
            "atau bersama perisian.",
        ),
        caveats=(_NOT_JOBS_LOST, _EXPOSED_GROWS, _US_PROXY),
    ),
)

METHODS: Mapping[str, Method] = {method.id: method for method in _ALL}
"""Every version of every method that a catalogue may name, by id."""

INPUT_NAMES: Mapping[str, Text] = {
    "mycol_2019_20": Text("Listed in MyCOL 2019/20 (1 is yes)", "Ada dalam MyCOL 2019/20 (1 = ya)"),
    "mycol_2020_21": Text("Listed in MyCOL 2020/21 (1 is yes)", "Ada dalam MyCOL 2020/21 (1 = ya)"),
    "mycol_2022_23": Text("Listed in MyCOL 2022/23 (1 is yes)", "Ada dalam MyCOL 2022/23 (1 = ya)"),
    "mycol_2024_25": Text("Listed in MyCOL 2024/25 (1 is yes)", "Ada dalam MyCOL 2024/25 (1 = ya)"),
    "growth_percent": Text(
        "Projected growth 2024–34, per cent, United States",
        "Unjuran pertumbuhan 2024–34, peratus, Amerika Syarikat",
    ),
    "growth_percentile": Text(
        "Rank of that growth, of 100", "Kedudukan pertumbuhan itu, daripada 100"
    ),
    "openings_thousands": Text(
        "Openings a year, thousands, United States",
        "Kekosongan jawatan setahun, ribu, Amerika Syarikat",
    ),
    "openings_percentile": Text(
        "Rank of those openings, of 100", "Kedudukan kekosongan itu, daripada 100"
    ),
    "newcomer_openness": Text(
        "How open it is to newcomers (1, 0.5 or 0.1)",
        "Peluang orang baharu (1, 0.5 atau 0.1)",
    ),
    "social_orientation": Text(
        "Social Orientation, O*NET impact scale (−3 to 3)",
        "Orientasi Sosial, skala impak O*NET (−3 hingga 3)",
    ),
    "social_orientation_percentile": Text(
        "Rank of Social Orientation, of 100", "Kedudukan Orientasi Sosial, daripada 100"
    ),
    "interpersonal_percentile": Text(
        "Rank of interpersonal skill, of 100",
        "Kedudukan kemahiran interpersonal, daripada 100",
    ),
    "exposure_beta": Text("Exposure to AI (β, 0 to 1)", "Pendedahan kepada AI (β, 0 hingga 1)"),
    "exposure_percentile": Text(
        "Rank of that exposure, of 100", "Kedudukan pendedahan itu, daripada 100"
    ),
    "observed_exposure": Text(
        "Observed use of AI for its tasks (0 to 1); not part of the score",
        "Penggunaan AI yang diperhatikan bagi tugasnya (0 hingga 1); bukan sebahagian skor",
    ),
}
"""What each input of a method is called; the keys are what scores store."""
