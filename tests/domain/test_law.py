"""Citations as notices write them, and which clauses may be chosen for which day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.chinese_numerals import chinese_numeral
from inspector_app.domain.finding import ClauseConfirmation
from inspector_app.domain.ids import PersonId
from inspector_app.domain.law import Clause, ClauseRole, LawPack, cite, cite_all, unconfirmed
from inspector_app.domain.packs import PackKind, PackLabel

REGULATION = "医疗保障基金使用监督管理条例"


def _clause(
    clause_id: str = "a",
    *,
    law: str = REGULATION,
    issued: str = "国务院令第735号",
    article: int | None = 38,
    paragraph: int | None = None,
    item: int | None = None,
    role: ClauseRole = ClauseRole.LIABILITY,
    effective_from: date = date(2021, 5, 1),
    effective_to: date | None = None,
    verified: bool = True,
) -> Clause:
    return Clause(
        id=clause_id,
        law=law,
        issued=issued,
        article=article,
        paragraph=paragraph,
        item=item,
        role=role,
        conduct="示例",
        effective_from=effective_from,
        effective_to=effective_to,
        source="test",
        verified=verified,
    )


def _pack(*clauses: Clause) -> LawPack:
    label = PackLabel(kind=PackKind.LAW, id="test", version=(2026, 1), title="test")
    return LawPack(label=label, clauses=clauses)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (38, "三十八"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (1003, "一千零三"),
        (1030, "一千零三十"),
        (2020, "二千零二十"),
    ],
)
def test_articles_are_counted_in_chinese(number: int, written: str) -> None:
    assert chinese_numeral(number) == written


@given(st.sets(st.integers(1, 9999), min_size=2))
def test_no_two_numbers_are_written_alike(numbers: set[int]) -> None:
    assert len({chinese_numeral(number) for number in numbers}) == len(numbers)


@pytest.mark.parametrize("number", [0, -3, 10_000])
def test_numbers_no_law_has_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese_numeral(number)


def test_a_citation_names_law_number_article_and_item() -> None:
    assert cite(_clause(item=1)) == f"《{REGULATION}》（国务院令第735号）第三十八条第（一）项"


def test_a_law_without_a_number_is_cited_by_title_and_paragraph() -> None:
    clause = _clause(law="中华人民共和国行政处罚法", issued="", article=56, paragraph=1)
    assert cite(clause) == "《中华人民共和国行政处罚法》第五十六条第一款"


def test_a_law_whose_article_is_unknown_is_cited_as_a_whole() -> None:
    assert cite(_clause(article=None)) == f"《{REGULATION}》（国务院令第735号）"


def test_a_list_names_each_law_and_article_once_in_order() -> None:
    clauses = [
        _clause("c", item=3),
        _clause("b", article=15),
        _clause("d", law="示例法", issued="", article=2),
        _clause("a", item=1),
        _clause("a", item=1),
    ]
    assert cite_all(clauses) == (
        f"《{REGULATION}》（国务院令第735号）第十五条、第三十八条第（一）项、第（三）项，《示例法》第二条"
    )


def test_an_article_as_a_whole_is_not_lost_beside_its_items() -> None:
    clauses = [_clause("whole", article=40), _clause("item", article=40, item=1)]
    assert cite_all(clauses).endswith("）第四十条、第四十条第（一）项")


def test_conduct_is_judged_by_the_law_of_its_own_days() -> None:
    old = _clause("old", effective_from=date(2010, 1, 1), effective_to=date(2021, 4, 30))
    new = _clause("new")
    pack = _pack(old, new)
    assert pack.for_conduct(date(2021, 4, 30)) == (old,)
    assert pack.for_conduct(date(2021, 5, 1)) == (new,)
    assert pack.for_conduct(date(2021, 4, 1), date(2021, 6, 1)) == (old, new)
    assert pack.for_conduct(date(2021, 6, 1), date(2021, 4, 1)) == (old, new)
    assert pack.for_conduct(date(2009, 1, 1)) == ()


def test_procedure_is_judged_by_the_day_of_the_visit_and_never_mixed_with_conduct() -> None:
    procedure = _clause("p", role=ClauseRole.PROCEDURE, effective_from=date(2026, 4, 1))
    duty = _clause("d", role=ClauseRole.DUTY)
    pack = _pack(procedure, duty)
    assert pack.for_procedure(date(2026, 4, 1)) == (procedure,)
    assert pack.for_procedure(date(2026, 3, 31)) == ()
    assert pack.for_conduct(date(2026, 4, 1)) == (duty,)


def test_an_unverified_clause_waits_for_the_leads_word_on_that_very_clause() -> None:
    sure, unsure = _clause("sure"), _clause("unsure", verified=False)

    def word_on(clause: str) -> ClauseConfirmation:
        return ClauseConfirmation(clause=clause, by=PersonId("lead"), at=datetime(2026, 11, 22, tzinfo=UTC))

    assert unconfirmed((sure, unsure), ()) == (unsure,)
    assert unconfirmed((sure, unsure), (word_on("sure"),)) == (unsure,)
    assert unconfirmed((sure, unsure), (word_on("unsure"),)) == ()
