"""A small catalogue, made by hand, in which every section of a role is filled once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from careerdesk.authoring.content import Content
from careerdesk.catalogue.cards import Field
from careerdesk.catalogue.role import (
    AcademicCheck,
    Balance,
    Book,
    CertificateUse,
    Condition,
    Entry,
    JourneyStep,
    Neighbour,
    Notice,
    OrganisationUse,
    Outlook,
    Pay,
    Person,
    Point,
    Programme,
    Role,
    Route,
    Rung,
    SkillUse,
    StoryPart,
    StudyPlace,
    SubjectNeed,
    SupportUse,
    Task,
    Website,
)
from careerdesk.catalogue.score import InterestScore, OnetCode, Score, ScoreInput
from careerdesk.catalogue.shared import (
    Baseline,
    Certificate,
    CertificateStatus,
    Institution,
    InstitutionKind,
    Organisation,
    Shared,
    Skill,
    SkillKind,
    Source,
    SourceKind,
    Subject,
    Support,
    SupportKind,
    Synonym,
    Term,
)
from careerdesk.catalogue.terms import (
    Basis,
    CheckKind,
    ConditionKind,
    DurationKind,
    Interest,
    Level,
    Need,
    PayGroup,
    PayMeasure,
    Period,
    RouteKind,
    ScoreKey,
    StoryKind,
    Translation,
)
from careerdesk.catalogue.text import Text, Words

READ_ON = date(2026, 10, 3)
PUBLISHED_ON = date(2026, 11, 21)


def content() -> Content:
    """Return the sample: two fields, three roles, and one that was retired."""
    return Content(
        edition=3,
        published_on=PUBLISHED_ON,
        shared=_shared(),
        roles=(_engineer(), _analyst(), _nurse(), _retired()),
    )


def _shared() -> Shared:
    return Shared(
        sources={source.id: source for source in _sources()},
        skills={skill.id: skill for skill in _skills()},
        certificates={
            "cloud-basics": Certificate(
                id="cloud-basics",
                name="Cloud Basics",
                provider="A cloud provider",
                status=CertificateStatus.RETIRING,
                checked_on=READ_ON,
                status_note=Text("Ends in 2027.", "Tamat pada 2027."),
                source="seed",
            )
        },
        institutions={
            "um": Institution(
                id="um",
                name="Universiti Malaya",
                kind=InstitutionKind.PUBLIC_UNIVERSITY,
                country="MY",
                place="Kuala Lumpur",
                short_name="UM",
            )
        },
        organisations={
            "mbot": Organisation(
                id="mbot", name="Malaysia Board of Technologists", address="www.mbot.org.my"
            )
        },
        supports={
            "ptptn": Support(
                id="ptptn",
                kind=SupportKind.LOAN,
                name="PTPTN",
                text=Text("A study loan.", "Pinjaman pendidikan."),
                who=Text("Malaysians with a place.", "Warganegara yang mendapat tempat."),
                source="survey",
            )
        },
        subjects={
            "maths": Subject(id="maths", name=Text("Mathematics", "Matematik")),
            "biology": Subject(id="biology", name=Text("Biology", "Biologi")),
        },
        baselines={
            "graduate-median": Baseline(
                id="graduate-median",
                name=Text("Median pay of graduates", "Gaji penengah graduan"),
                amount=4521.0,
                year=2023,
                source="survey",
            )
        },
        synonyms={
            "sick": Synonym(id="sick", words=Words(("ill", "sick people"), ("orang sakit",))),
            "nurse": Synonym(id="nurse", words=Words(("hospital", "ill"), ("sakit",))),
        },
        terms={
            "spm": Term(
                id="spm",
                name=Text("SPM", "SPM"),
                forms=Words(ms=("Sijil Pelajaran Malaysia",)),
                text=Text("The examination of Form 5.", "Peperiksaan Tingkatan 5."),
                source="survey",
            )
        },
        fields={
            "computing": Field(
                id="computing",
                name=Text("Computing and data", "Pengkomputeran dan data"),
                tagline=Text("Make machines useful", "Jadikan mesin berguna"),
                icon="computing",
                colour="#1b5e8c",
                colour_dark="#7fb8e0",
            ),
            "health": Field(
                id="health",
                name=Text("Health", "Kesihatan"),
                tagline=Text("Care for people", "Jaga manusia"),
                icon="health",
                colour="#8c1b3a",
                colour_dark="#e07f9b",
            ),
        },
    )


def _sources() -> tuple[Source, ...]:
    survey = Source(
        id="survey",
        title="Graduates Statistics",
        publisher="Department of Statistics Malaysia",
        address="www.dosm.gov.my",
        published="2023",
        retrieved_on=READ_ON,
        licence="CC BY 4.0",
        kind=SourceKind.OFFICIAL,
    )
    seed = Source(
        id="seed",
        title="Role page",
        publisher="CareerDesk",
        published="undated",
        retrieved_on=READ_ON,
        licence="MIT",
        kind=SourceKind.ILLUSTRATIVE,
        note=Text("No method is given.", "Tiada kaedah dinyatakan."),
    )
    return survey, seed


def _skills() -> tuple[Skill, ...]:
    return (
        Skill(
            id="python",
            kind=SkillKind.TOOL,
            name=Text("Python", "Python"),
            text=Text("A programming language.", "Satu bahasa pengaturcaraan."),
        ),
        Skill(
            id="listening",
            kind=SkillKind.HUMAN,
            name=Text("Listening", "Mendengar"),
            text=Text("Hear what is meant.", "Dengar maksud sebenar."),
        ),
        Skill(
            id="flash",
            kind=SkillKind.TOOL,
            name=Text("Flash", "Flash"),
            text=Text("An old web tool.", "Alat web lama."),
            retired_on=date(2025, 1, 31),
        ),
    )


def _engineer() -> Role:
    return Role(
        id="machine-learning-engineer",
        field="computing",
        title=Text("Machine Learning Engineer", "Jurutera Pembelajaran Mesin"),
        other_titles=Words(("ML Engineer", "Deep learning developer"), ("Jurutera ML",)),
        search_words=Words(("robot", "chatbot"), ("robot", "kecerdasan buatan")),
        tagline=Text("Teach machines from examples", "Ajar mesin daripada contoh"),
        summary=Text("You build models that learn.", "Anda membina model yang belajar."),
        masco_code="2524-11",
        masco_title="Jurutera Kecerdasan Buatan",
        isco_code="2512",
        reviewed_on=READ_ON,
        translation=Translation.READ_BY_TEACHER,
        onet=(OnetCode(code="15-2051.00", title="Data Scientists", weight=0.5),),
        neighbours=(
            Neighbour(role="data-analyst", difference=Text("Explains data.", "Menerangkan data.")),
        ),
        story=(
            StoryPart(text=Text("It begins with data.", "Semuanya bermula dengan data.")),
            StoryPart(
                kind=StoryKind.SCENE,
                text=Text("A lab in Penang.", "Sebuah makmal di Pulau Pinang."),
            ),
        ),
        balance=(
            Balance(
                why_title=Text("Useful", "Berguna"),
                why=Text("People use it daily.", "Orang menggunakannya setiap hari."),
                hard_title=Text("Slow", "Perlahan"),
                hard=Text("Data takes time.", "Data mengambil masa."),
                source="seed",
            ),
        ),
        day=(
            Task(when=Text("Morning", "Pagi"), text=Text("Check the runs.", "Semak larian.")),
            Task(text=Text("Clean the data.", "Bersihkan data.")),
        ),
        responsibilities=(
            Point(
                title=Text("Models", "Model"),
                text=Text("Train and test them.", "Latih dan uji model."),
            ),
        ),
        journey=(
            JourneyStep(
                title=Text("Degree", "Ijazah"),
                text=Text("Study computing.", "Belajar pengkomputeran."),
                years_min=3.0,
                years_max=4.0,
                route=RouteKind.UNIVERSITY,
                source="seed",
            ),
            JourneyStep(
                title=Text("Keep learning", "Terus belajar"),
                text=Text("It never stops.", "Tiada penghujung."),
                duration=DurationKind.LIFETIME,
            ),
        ),
        routes=(
            Route(
                kind=RouteKind.UNIVERSITY,
                title=Text("University", "Universiti"),
                text=Text("The usual way.", "Laluan biasa."),
                years_min=4.0,
                years_max=None,
                source="seed",
                entry=(Entry(text=Text("STPM or similar", "STPM atau setara"), source="survey"),),
                programmes=(
                    Programme(
                        name="Bachelor of Computer Science",
                        institution="um",
                        note=Text("Four years", "Empat tahun"),
                        source="survey",
                    ),
                ),
            ),
        ),
        academic=(
            AcademicCheck(
                kind=CheckKind.MINDSET, text=Text("Be patient.", "Bersabar."), source="seed"
            ),
        ),
        subjects=(
            SubjectNeed(
                subject="maths",
                need=Need.REQUIRED,
                text=Text("Models are sums.", "Model ialah kira-kira."),
            ),
        ),
        ladder=(
            Rung(title=Text("Junior", "Junior"), text=Text("You learn.", "Anda belajar.")),
            Rung(
                title=Text("Engineer", "Jurutera"),
                text=Text("You build.", "Anda membina."),
                role="machine-learning-engineer",
                source="seed",
            ),
        ),
        scores=(
            Score(
                key=ScoreKey.GLOBAL_DEMAND,
                basis=Basis.DERIVED,
                value=81,
                method="global_demand/1",
                inputs=(
                    ScoreInput(
                        name="growth_percent", value=33.5, code="15-2051.00", source="survey"
                    ),
                    ScoreInput(name="openings_thousands", value=23.4, source="survey"),
                ),
                source="survey",
                as_of=date(2025, 8, 28),
            ),
            Score(
                key=ScoreKey.INTROVERT,
                basis=Basis.PUBLISHED,
                value=70,
                source="seed",
                as_of=READ_ON,
            ),
        ),
        interests=tuple(
            InterestScore(interest=interest, value=value, source="survey")
            for interest, value in zip(Interest, (20, 95, 30, 25, 40, 60), strict=True)
        ),
        pay=(
            Pay(
                group=PayGroup.LEVEL,
                label=Text("Starting out", "Permulaan"),
                low=4000.0,
                high=6500.0,
                currency="MYR",
                period=Period.MONTH,
                country="MY",
                year="2024",
                source="seed",
                note=Text("Varies by state.", "Berbeza mengikut negeri."),
            ),
            Pay(
                group=PayGroup.COMPARATOR,
                label=Text("United States", "Amerika Syarikat"),
                low=112590.0,
                high=112590.0,
                currency="USD",
                period=Period.YEAR,
                country="US",
                measure=PayMeasure.MEDIAN,
                year="2024",
                source="survey",
            ),
        ),
        outlook=(
            Outlook(
                country="MY",
                text=Text("Demand grows.", "Permintaan meningkat."),
                cities=Words(("Kuala Lumpur", "Penang"), ("Kuala Lumpur", "Pulau Pinang")),
                source="seed",
            ),
        ),
        conditions=(
            Condition(
                kind=ConditionKind.REMOTE,
                text=Text("Often possible.", "Selalunya boleh."),
                low=Level.MEDIUM,
                high=Level.HIGH,
            ),
            Condition(
                kind=ConditionKind.HOURS,
                text=Text("Office hours.", "Waktu pejabat."),
                hours_min=40.0,
                hours_max=45.0,
                source="seed",
            ),
        ),
        skills=(
            SkillUse(skill="python", text=Text("For the models.", "Untuk model.")),
            SkillUse(skill="flash", text=Text("Hardly ever.", "Jarang sekali.")),
        ),
        development=(
            Point(
                title=Text("Read papers", "Baca makalah"),
                text=Text("One a week.", "Satu seminggu."),
                source="seed",
            ),
        ),
        certificates=(
            CertificateUse(certificate="cloud-basics", text=Text("A start.", "Satu permulaan.")),
        ),
        study=(
            StudyPlace(
                institution="um",
                programme="Data Science",
                note=Text("City campus", "Kampus bandar"),
                source="survey",
            ),
        ),
        supports=(SupportUse(support="ptptn", text=Text("For degrees.", "Untuk ijazah.")),),
        people=(
            Person(
                name="Grace Hopper",
                text=Text("Wrote an early compiler.", "Menulis pengkompil awal."),
                source="seed",
            ),
        ),
        books=(
            Book(
                title="Artificial Intelligence: A Modern Approach",
                author="Stuart Russell, Peter Norvig",
                text=Text("The textbook.", "Buku teks utama."),
                source="seed",
            ),
        ),
        websites=(
            Website(
                name="scikit-learn",
                address="scikit-learn.org",
                text=Text("Try models.", "Cuba model."),
                source="seed",
            ),
        ),
        organisations=(
            OrganisationUse(
                organisation="mbot",
                text=Text("Registers technologists.", "Mendaftar ahli teknologi."),
                source="survey",
            ),
        ),
        notices=(
            Notice(text=Text("Figures are guides.", "Angka hanyalah panduan."), source="seed"),
        ),
    )


def _analyst() -> Role:
    return Role(
        id="data-analyst",
        field="computing",
        title=Text("Data Analyst", "Penganalisis Data"),
        tagline=Text("Find the story in numbers", "Cari cerita dalam nombor"),
        summary=Text("You explain figures.", "Anda menerangkan angka."),
        reviewed_on=READ_ON,
        skills=(SkillUse(skill="python", text=Text("For tables.", "Untuk jadual.")),),
    )


def _nurse() -> Role:
    return Role(
        id="nurse",
        field="health",
        title=Text("Nurse", "Jururawat"),
        search_words=Words(("hospital",), ("hospital", "misi")),
        tagline=Text("Care by day and night", "Menjaga siang dan malam"),
        summary=Text("You care for patients.", "Anda menjaga pesakit."),
        reviewed_on=READ_ON,
        skills=(SkillUse(skill="listening", text=Text("To patients.", "Kepada pesakit.")),),
    )


def _retired() -> Role:
    return replace(
        _analyst(),
        id="flash-developer",
        title=Text("Flash Developer", "Pembangun Flash"),
        retired_on=date(2025, 1, 31),
        skills=(SkillUse(skill="flash", text=Text("For pages.", "Untuk laman.")),),
    )
