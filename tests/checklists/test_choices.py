"""Choices: filtered, taken back and offered again, ranked, on a scale, and from files beside the form."""

from __future__ import annotations

import pytest

from inspector_app.checklists.files import decoded, files_needed
from inspector_app.checklists.views import question_at
from inspector_app.domain.errors import UnusableInput
from tests.checklists.forms import inputs, running, state, xform

CITIES = """<instance id="c"><root>{}</root></instance>""".format(
    "".join(
        f"<item><name>{name}</name><in>{place}</in></item>"
        for name, place in (("x", "1"), ("y", "1"), ("z", "2"))
    )
)
FILTERED = """<itemset nodeset="instance('c')/root/item[in = /data/a]">
<value ref="name"/><label ref="name"/></itemset>"""


def offered(session: object, path: str) -> list[str]:
    view = question_at(session, path)  # type: ignore[arg-type]
    assert view is not None
    return [choice.value for choice in view.choices]


def test_a_choice_taken_back_by_a_filter_comes_back_with_it() -> None:
    session = running("<a>1</a><b/>", CITIES, inputs("a") + f'<select1 ref="/data/b">{FILTERED}</select1>')
    session.answer("/data/b", "y")
    session.answer("/data/a", "2")
    assert (offered(session, "/data/b"), state(session, "/data/b").value) == (["z"], "")
    session.answer("/data/a", "1")
    assert state(session, "/data/b").value == "y"
    session.answer("/data/b", "")
    session.answer("/data/a", "2")
    session.answer("/data/a", "1")
    assert state(session, "/data/b").value == ""


def test_a_rank_keeps_its_order_and_takes_new_choices_at_the_end() -> None:
    filtered = FILTERED.replace("in = /data/a", "selected(/data/a, in)")
    session = running("<a>1</a><b/>", CITIES, inputs("a") + f'<odk:rank ref="/data/b">{filtered}</odk:rank>')
    assert state(session, "/data/b").value == ""
    session.answer("/data/b", "y x")
    session.answer("/data/a", "1 2")
    assert state(session, "/data/b").value == "y x z"
    session.answer("/data/a", "2")
    assert state(session, "/data/b").value == "z"


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("0", True),
        ("0.5", True),
        ("10", True),
        ("10.5", False),
        ("-0.5", False),
        ("0.3", False),
        ("x", False),
    ],
)
def test_a_number_stands_on_its_scale_or_is_told(typed: str, stands: bool) -> None:
    scale = '<range ref="/data/a" start="10" end="0" step="-0.5"/>'
    session = running("<a/>", '<bind nodeset="/data/a" type="decimal"/>', scale)
    session.answer("/data/a", typed)
    assert (state(session, "/data/a").fault is None) is stands
    assert state(session, "/data/a").value == (typed if stands else "")
    assert state(session, "/data/a").typed == typed


def test_a_scale_without_numbers_is_refused() -> None:
    with pytest.raises(UnusableInput, match="three numbers"):
        running("<a/>", "", '<range ref="/data/a" start="1" end="x" step="1"/>')


def test_a_shuffle_is_the_same_for_the_same_chance_and_stays() -> None:
    shuffled = """<itemset nodeset="randomize(instance('c')/root/item[in &gt;= /data/a])"><value ref="name"/>
    <label ref="name"/></itemset>"""
    body = inputs("a") + f'<select1 ref="/data/b">{shuffled}</select1>'
    orders = {
        chance: tuple(offered(running("<a>0</a><b/>", CITIES, body, random=lambda c=chance: c), "/data/b"))
        for chance in (0.01, 0.2, 0.4, 0.6, 0.8, 0.99)
    }
    assert len(set(orders.values())) > 1
    session = running("<a>0</a><b/>", CITIES, body, random=lambda: 0.2)
    assert [tuple(offered(session, "/data/b")) for _ in range(3)] == [orders[0.2]] * 3


TABLE = '<instance id="w" src="jr://file-csv/wards.csv"/>'
FROM_TABLE = """<select1 ref="/data/a"><itemset nodeset="instance('w')/root/item"><value ref="code"/>
<label ref="label"/></itemset></select1>"""


@pytest.mark.parametrize(
    "text",
    [
        "code,label\nw1,一病区\nw2,二病区\n",
        "code;label\r\nw1;一病区\r\nw2;二病区\r\n",
        "code\tlabel\nw1\t一病区\nw2\t二病区",
    ],
)
def test_choices_come_from_a_table_beside_the_form(text: str) -> None:
    model = TABLE + """<bind nodeset="/data/b" calculate="pulldata('w', 'label', 'code', /data/a)"/>"""
    session = running("<a/><b/>", model, FROM_TABLE, files={"wards.csv": text})
    assert offered(session, "/data/a") == ["w1", "w2"]
    session.answer("/data/a", "w2")
    assert state(session, "/data/b").value == "二病区"


def test_a_missing_file_is_named() -> None:
    assert files_needed(xform("<a/>", TABLE)) == ("wards.csv",)
    with pytest.raises(UnusableInput, match=r"wards\.csv"):
        running("<a/>", TABLE, FROM_TABLE)


@pytest.mark.parametrize(
    ("text", "told"),
    [("code,code\n1,2\n", "code"), ("a b,c\n1,2\n", "a b"), ('code,label\n"x,y\n', "cannot be read")],
)
def test_a_table_nobody_can_search_is_refused_in_words(text: str, told: str) -> None:
    with pytest.raises(UnusableInput, match=told):
        running("<a/>", TABLE, FROM_TABLE, files={"wards.csv": text})


def test_a_table_of_a_chinese_spreadsheet_is_read() -> None:
    assert decoded("编码,名称".encode("gb18030")) == "编码,名称"
    assert decoded("编码".encode("utf-8-sig")) == "编码"


def test_an_upload_has_a_value_for_expressions() -> None:
    model = "<bind nodeset=\"/data/b\" calculate=\"if(/data/a = '', 'none', /data/a)\"/>"
    session = running("<a/><b/>", model, '<upload ref="/data/a" mediatype="image/*"/>')
    assert state(session, "/data/b").value == "none"
    session.answer("/data/a", "1.jpg")
    assert state(session, "/data/b").value == "1.jpg"


def test_answers_stand_in_the_words_of_choices() -> None:
    body = (
        inputs("a")
        + """<select1 ref="/data/b"><item><label>Ward <output value="/data/a"/></label>
    <value>w</value></item></select1>"""
    )
    session = running("<a>1</a><b/>", "", body)
    control = session.controls["data", "b"]
    node = session.node("/data/b")
    assert session.labels.choices(control, node)[0].label == "Ward 1"
    session.answer("/data/a", "2")
    assert session.labels.choices(control, node)[0].label == "Ward 2"


def test_a_label_of_found_choices_may_be_computed() -> None:
    body = """<select1 ref="/data/b"><itemset nodeset="instance('c')/root/item"><value ref="name"/>
    <label ref="concat(name, ' in ', in)"/></itemset></select1>"""
    session = running("<b/>", CITIES, body)
    labels = [
        choice.label
        for choice in session.labels.choices(session.controls["data", "b"], session.node("/data/b"))
    ]
    assert labels == ["x in 1", "y in 1", "z in 2"]


@pytest.mark.parametrize(
    ("model", "body", "name"),
    [
        ("", '<input ref="/data/a" query="instance(\'c\')/root/item"/>', "select_one_external"),
        (
            "",
            '<select1 ref="/data/a" appearance="search(\'c\')"><item><value>1</value></item></select1>',
            "search()",
        ),
        ('<bind nodeset="/data/a" jr:preload="context"/>', "", "preload context"),
        ('<setvalue event="xforms-recalculate" ref="/data/a"/>', "", "xforms-recalculate"),
        ('<odk:setgeopoint event="odk-instance-first-load" ref="/data/a"/>', "", "setgeopoint"),
        ('<instance id="g" src="jr://file/places.geojson"/>', "", r"places\.geojson"),
        ('<bind nodeset="/data/a" type="geoshape"/>', '<input ref="/data/a"/>', "geoshape"),
        ("", '<secret ref="/data/a"/>', "secret"),
        ("", '<upload ref="/data/a" mediatype="osm/*"/>', "osm"),
    ],
)
def test_what_is_outside_the_profile_is_refused_by_name(model: str, body: str, name: str) -> None:
    with pytest.raises(UnusableInput, match=name.replace("()", r"\(\)")):
        running("<a/>", model, body)


def test_an_unknown_type_counts_as_text() -> None:
    session = running("<a/>", '<bind nodeset="/data/a" type="intent"/>', inputs("a"))
    session.answer("/data/a", "anything")
    assert state(session, "/data/a").value == "anything"


@pytest.mark.parametrize("place", ["data", "body"])
def test_a_form_that_nests_without_end_is_refused(place: str) -> None:
    with pytest.raises(UnusableInput, match="deeper than"):
        if place == "data":
            running("<g>" * 600 + "</g>" * 600)
        else:
            running("<a/>", "", "<group>" * 3000 + "</group>" * 3000)


NAMES = """<itext><translation lang="zh" default="true()"><text id="c"><value>二</value></text></translation>
<translation lang="en"><text id="c"><value>Two</value></text></translation></itext>
<instance id="l"><root><item><name>2</name><itextId>c</itextId><g>b</g></item></root></instance>
<bind nodeset="/data/r/n" calculate="jr:choice-name( ../x , ' ../x ')"/>"""
NAMED = """<repeat nodeset="/data/r"><input ref="/data/r/f"/><select1 ref="/data/r/x"><itemset
nodeset="instance('l')/root/item[g = current()/../f]"><value ref="name"/><label ref="jr:itext(itextId)"/>
</itemset></select1></repeat>
<select1 ref="/data/x"><item><label>other</label><value>2</value></item></select1>"""


def test_the_name_of_a_choice_is_that_of_the_question_asked_about_in_the_language_shown() -> None:
    session = running("<x/><r><f/><x/><n/></r><r><f/><x/><n/></r>", NAMES, NAMED)
    session.answer("/data/r[2]/f", "b")
    session.answer("/data/r[2]/x", "2")
    assert state(session, "/data/r[2]/n").value == "二"
    session.set_language("en")
    assert state(session, "/data/r[2]/n").value == "Two"
    session.set_language("zh")
    assert [state(session, f"/data/r[{place}]/n").value for place in (1, 2)] == ["", "二"]


def test_a_seed_that_is_an_answer_shuffles_again_with_it() -> None:
    letters = "".join(f"<item><name>{letter}</name></item>" for letter in "ABCDEF")
    shuffled = """<itemset nodeset="randomize(instance('l')/root/item, /data/a)"><value ref="name"/>
    <label ref="name"/></itemset>"""
    session = running(
        "<a/><b/>",
        f'<instance id="l"><root>{letters}</root></instance>',
        inputs("a") + f'<select1 ref="/data/b">{shuffled}</select1>',
    )
    for seed, order in (("42", "AFCBDE"), ("1", "BFEACD"), ("42", "AFCBDE")):
        session.answer("/data/a", seed)
        assert "".join(offered(session, "/data/b")) == order


ROWS = "".join(
    f"<item><n>{number}</n><g>{number % 3 or ''}</g><t>{number % 2}</t><t>{number % 5}</t></item>"
    for number in range(12)
)


@pytest.mark.parametrize(
    "predicate",
    [
        "[n = '7']",
        "[n = /data/a]",
        "[/data/a = n]",
        "[n = current()/../a]",
        "[g = /data/none]",
        "[g = /data/a][2]",
        "[g = /data/a][last()]",
        "[g = /data/a][position() > 1]/n",
        "[t = /data/a and n > 4]",
        "[n > 2 and g = '1']",
        "[g = '']",
        "[g = 1]",
        "[n = /data/r/v]",
        "[g = '1' or n = '3']",
        "[g != '1']",
        "[g = n]",
        "[n = '5']/..",
        "[g = true()]",
    ],
)
def test_rows_found_by_their_value_are_those_found_one_by_one(predicate: str) -> None:
    session = running(
        "<a>1</a><r><v>3</v></r><r><v>4</v></r><b/>",
        f'<instance id="l"><root>{ROWS}</root></instance>',
        inputs("a"),
    )
    here = session.node("/data/b")

    def found(path: str) -> list[str]:
        nodes = session.evaluate(f"instance('l')/root/{path}", here)
        assert isinstance(nodes, list)
        return [node.string() for node in nodes]

    for answer in ("1", "2", ""):
        session.answer("/data/a", answer)
        # A predicate that is always true first: then nothing is looked up.
        assert found(f"item{predicate}") == found(f"*{predicate}") == found(f"item[true()]{predicate}")
