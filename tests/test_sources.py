"""The bibliography: every key that is cited stands in the table, and the table says what the book prints."""

import re
import subprocess
import sys
import types
import unicodedata

import pytest

from simlib import sources, stats
from simlib.bandit import ucb1
from simlib.sources import KEY, SOURCES, TABLE, Citation, Source, bibtex, cite, keys_in, papers, read_table

ROLE = re.compile(r"\{cite(?::\w+)?\}`([^`]+)`")
LABS = [
    "s4wm", "bonuses", "slivkins", "barfi", "icpl", "dense_rewards", "oni", "auto_mc_reward", "atari_gpt",
    "reward_design", "qd", "t2mir", "coplayer", "pagellm", "ecup", "unifiedreward_flex",
    "context_preference", "longrm", "basereward", "secrets2", "mrmbench", "micro", "hybrid_rewards",
    "trickle_down", "vpl", "constrained_rlhf", "solopo", "flr", "deceptionbench", "trace", "orbit",
    "cooper", "r3", "likelihood_rewards", "context_picker", "humanomni", "vulpo", "rlfr", "practitioner",
    "mixed_r1", "toolrl", "guig2", "rw_steering", "ideas_control", "treg",
]  # fmt: skip


def a_source(*authors, key="Doe1999", kind="misc", arxiv="", where="", title="On arms", year=1999):
    return Source(key, kind, "", arxiv, where, title, authors, year)


# the table


def test_every_key_that_is_cited_stands_in_the_table(root):
    texts = [*root.glob("simlib/**/*.py"), *root.glob("labs/**/*.py"), *root.glob("exercises/**/*.py")]
    pages = [*root.glob("book/*.md"), *root.glob("labs/**/*.md"), *root.glob("exercises/**/*.md")]
    cited = {(key, path.name) for path in [*texts, *pages] for key in KEY.findall(path.read_text("utf-8"))}
    for path in pages:
        roles = ROLE.findall(path.read_text("utf-8"))
        cited |= {(key.strip(), path.name) for role in roles for key in role.split(",")}
    assert {("Auer2002", "ucb1.py"), ("Slivkins2019", "01_stochastic.md")} <= cited
    assert sorted(pair for pair in cited if pair[0] not in SOURCES) == []


def test_the_45_papers_of_the_course_are_there_in_order():
    assert [paper.lab for paper in papers()] == LABS
    assert len(LABS) == 45


def test_no_key_and_no_title_stands_twice():
    rows = [row for row in TABLE.splitlines() if not row.startswith("#")]
    assert len(rows) == len(SOURCES)
    assert len({source.title.casefold() for source in SOURCES.values()}) == len(SOURCES)


def test_a_key_is_the_first_family_name_and_the_year():
    for key, source in SOURCES.items():
        assert re.fullmatch(r"[A-Z][A-Za-z]+\d{4}[a-z]?", key)
        plain = unicodedata.normalize("NFKD", source.authors[0].split()[-1])
        assert key.startswith(re.sub(r"[^A-Za-z]", "", plain))


def test_arxiv_numbers_are_numbers_of_their_year():
    numbers = [source.arxiv for source in SOURCES.values() if source.arxiv]
    assert len(set(numbers)) == len(numbers)
    for source in SOURCES.values():
        if source.arxiv:
            assert re.fullmatch(r"\d\d(0[1-9]|1[0-2])\.(\d{4}|\d{5})", source.arxiv)
            assert len(source.arxiv) == (10 if source.arxiv >= "1501" else 9)
            # a paper of the course has the year of its first version, a printed one may have the next
            assert source.year - 2000 - int(source.arxiv[:2]) in ([0] if source.lab else [0, 1])


def test_letters_follow_the_order_of_arxiv_numbers():
    twins = sorted((paper.key, paper.arxiv) for paper in papers() if paper.key[-1].isalpha())
    stems = {key[:-1] for key, _ in twins}
    assert {"Wang2025", "Zhang2025"} <= stems
    for stem in stems:
        same = [(key[-1], number) for key, number in twins if key[:-1] == stem]
        assert [letter for letter, _ in same] == list("abcdefgh"[: len(same)])
        assert [number for _, number in same] == sorted(number for _, number in same)


def test_all_is_checked_and_complete():
    assert [key for key, source in SOURCES.items() if not source.checked] == []
    for source in SOURCES.values():
        assert source.arxiv or source.where
        assert all(re.fullmatch(r"others|\S.* .*\S", name) for name in source.authors)
        assert "others" not in source.authors[:-1]


def test_a_table_is_read_line_by_line():
    table = "# a remark\n"
    table += "Doe1999b? | misc | arms | 9901.1234 | | On arms | Ann Doe, Bo Ek\n"
    table += "Ek2001 | book | | | Press | On legs |\n"
    doe, ek = read_table(table).values()
    assert doe == Source(
        "Doe1999b", "misc", "arms", "9901.1234", "", "On arms", ("Ann Doe", "Bo Ek"), 1999, False
    )
    assert ek == Source("Ek2001", "book", "", "", "Press", "On legs", (), 2001)


# citing


def test_keys_stand_in_source_and_differs_lines():
    text = """Pull the arm of [Not1999].

    Differs: [Slivkins2019] writes log T with the horizon T; as
    does [Lattimore2020].
    Assumes: [Nor1999]
    Source: [Auer2002] Fig. 1; [Slivkins2019] Alg. 1.5

    [This1999] neither, nor [auer2002], nor Auer2002.
    """
    assert keys_in(text) == ["Slivkins2019", "Lattimore2020", "Auer2002"]
    assert keys_in("Resource: [Auer2002]") == []


@pytest.mark.parametrize(
    ("obj", "keys"),
    [
        (ucb1.UCB1, ["Auer2002"]),
        (ucb1.UCB1(), ["Auer2002"]),
        (ucb1.ucb1_index, ["Slivkins2019", "Auer2002"]),
        (ucb1, ["Slivkins2019", "Auer2002"]),
        (ucb1.UCB1.act, ["Slivkins2019", "Auer2002"]),  # says nothing itself: its module does
        (stats.sign_flip_test, ["Fisher1935", "Phipson2010"]),
        (types.SimpleNamespace(source="[Pitis2024] section 3; [Auer2002]"), ["Pitis2024", "Auer2002"]),
    ],
    ids=["class", "instance", "function", "module", "method", "two papers", "claim"],
)
def test_cite_finds_the_sources(obj, keys):
    assert [source.key for source in cite(obj).sources] == keys


def test_what_names_no_source_has_those_of_its_module(monkeypatch):
    module = types.ModuleType("fake", "Arms.\n\nSource: [Sutton2018]")
    monkeypatch.setitem(sys.modules, "fake", module)

    def part(name, doc):
        made = type(name, (), {"__doc__": doc, "__module__": "fake"})
        setattr(module, name, made)
        return made

    silent, _ = part("Silent", None), part("Said", "Source: [Holm1979]")
    part("_Hidden", "Source: [Fisher1935]")
    vars(module)["borrowed"] = stats.clopper_pearson  # of another module: not counted
    for obj in (silent, silent(), module):
        assert [source.key for source in cite(obj).sources] == ["Sutton2018", "Holm1979"]
    assert [source.key for source in cite(module.Said).sources] == ["Holm1979"]


@pytest.mark.parametrize("obj", [len, str.join, re, 3, "Auer2002", sources.Citation(()), None])
def test_an_object_without_a_source_is_named(obj):
    name = getattr(obj, "__qualname__", getattr(obj, "__name__", type(obj).__name__))
    with pytest.raises(LookupError, match=rf"obj must name a source in its docstring.*; got {name}$"):
        cite(obj)


def test_an_unknown_key_is_named_with_the_nearest():
    def pull():
        """Pull.

        Source: [Auer2002], [Slivkin2019]
        """

    with pytest.raises(LookupError, match=r"such as Slivkins2019.*; got Slivkin2019 in .*pull$"):
        cite(pull)
    pull.__doc__ = "Source: [Xyzw1111]"
    with pytest.raises(LookupError, match=r"such as Auer2002; got Xyzw1111"):
        cite(pull)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (a_source("Ann Doe", where="Press"), "Ann Doe (1999). On arms. Press."),
        (a_source("Ann Doe", "Bo Ek"), "Ann Doe and Bo Ek (1999). On arms."),
        (a_source("Ann Doe", "Bo Ek", "Cy Fo"), "Ann Doe, Bo Ek and Cy Fo (1999). On arms."),
        (a_source("Ann Doe", "Bo Ek", "Cy Fo", "Di Go"), "Ann Doe and 3 others (1999). On arms."),
        (a_source("Ann Doe", "others"), "Ann Doe and others (1999). On arms."),
        (a_source("Ann Doe", "Bo Ek", "Cy Fo", "others"), "Ann Doe and others (1999). On arms."),
        (a_source(where="ICML", arxiv="9901.1234"), "On arms (1999). ICML. arXiv:9901.1234."),
    ],
)
def test_a_source_is_one_line(source, text):
    assert str(source) == text


def test_a_citation_prints_line_by_line_and_escapes():
    citation = Citation((a_source("Ann Doe"), a_source("Bo Ek", title="<b> & c")))
    assert repr(citation) == "Ann Doe (1999). On arms.\nBo Ek (1999). <b> & c."
    assert citation._repr_html_() == (
        "<ul><li>Ann Doe (1999). On arms.</li><li>Bo Ek (1999). &lt;b&gt; &amp; c.</li></ul>"
    )


# the file of the book


def test_an_entry_on_paper():
    doe = a_source("Ann Doe", "others", kind="article", where="A & B", title="R^3 arms", arxiv="9901.1234")
    first = bibtex([doe, a_source(key="Arms1999", where="Also in ICML")])
    assert first.splitlines() == [
        "% written from simlib/sources.txt: python -m simlib.sources > book/references.bib",
        "@misc{Arms1999,",
        "  key = {On arms},",
        "  title = {{On arms}},",
        "  note = {Also in ICML},",
        "  year = {1999},",
        "}",
        "@article{Doe1999,",
        "  author = {Ann Doe and others},",
        "  title = {{R$^3$ arms}},",
        r"  journal = {A \& B},",
        "  year = {1999},",
        "  eprint = {9901.1234},",
        "  archiveprefix = {arXiv},",
        "}",
    ]


def test_the_file_of_the_book_is_the_table(root):
    stored = (root / "book" / "references.bib").read_text("utf-8")
    assert stored == bibtex(), "run: python -m simlib.sources > book/references.bib"
    command = [sys.executable, "-m", "simlib.sources"]
    done = subprocess.run(command, capture_output=True, cwd=root, timeout=60)
    assert done.stdout.decode("utf-8") == stored


@pytest.mark.filterwarnings("error")
def test_the_book_prints_every_author_and_title():
    from pybtex.database import parse_string
    from pybtex.plugin import find_plugin

    nameless = a_source(key="Arms1999", arxiv="9901.1234", title="LongRM arms")
    database = parse_string(bibtex([*SOURCES.values(), nameless]), "bibtex")
    style = find_plugin("pybtex.style.formatting", "plain")()
    text = find_plugin("pybtex.backends", "plaintext")()
    shown = {entry.key: entry.text.render(text) for entry in style.format_bibliography(database)}
    assert shown.keys() == SOURCES.keys() | {"Arms1999"}
    assert shown["Arms1999"].startswith("LongRM arms")
    for key, source in SOURCES.items():
        parts = [
            source.title.replace("^2", "²").replace("^3", "³"),
            *source.authors,
            source.where,
            source.arxiv,
        ]
        assert [part for part in parts if part not in shown[key]] == []
