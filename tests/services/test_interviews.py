"""Interviews: questions of a role, several sessions, corrections that stay visible."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DocumentId
from inspector_app.domain.record import Interviewed, InterviewRole
from inspector_app.services.interviews import InterviewService
from tests.services.bureau import Bureau

POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
NURSE = Interviewed(name="白鹭洲", post="内一科护士长", identity_number="999999199001010017")


@pytest.fixture
def interviews(bureau: Bureau) -> InterviewService:
    return InterviewService(bureau.desk, bureau.made.kept)


def begun(bureau: Bureau, interviews: InterviewService) -> DocumentId:
    identity = interviews.begin(bureau.inspection, InterviewRole.NURSE, NURSE).id
    interviews.tell_rights(bureau.inspection, identity, "听清了，不申请回避。")
    return identity


def text_of(pdf: bytes) -> str:
    made = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(made.stdout.decode("utf-8").split())


@pytest.mark.parametrize("role", list(InterviewRole))
def test_every_role_brings_its_own_questions(
    bureau: Bureau, interviews: InterviewService, role: InterviewRole
) -> None:
    interview = interviews.begin(bureau.inspection, role, NURSE)
    assert [one.question for one in interview.exchanges] == list(interviews.questions(role))
    assert len(interview.exchanges) >= 4


@POPPLER
def test_the_ended_interview_marks_what_was_corrected_and_leaves_out_what_was_not_asked(
    bureau: Bureau, interviews: InterviewService
) -> None:
    identity = begun(bureau, interviews)
    interviews.answer(bureau.inspection, identity, 0, "白鹭洲，护士长。")
    interviews.answer(bureau.inspection, identity, 1, "十九人。")
    interviews.correct(bureau.inspection, identity, 1, "二十人。")
    interviews.ask(bureau.inspection, identity, "还有何补充？")
    interviews.answer(bureau.inspection, identity, 5, "没有。")
    ended = interviews.end(bureau.inspection, identity)
    assert len(ended.exchanges) == 3
    text = text_of(interviews.pdf(bureau.inspection, identity))
    for words in ("第一次询问", "答：二十人。", "原记录为“十九人。”", "还有何补充？", "内一科护士长"):
        assert words in text
    assert "治疗和护理如何执行" not in text
    with pytest.raises(NotAllowed, match="never changed"):
        interviews.answer(bureau.inspection, identity, 0, "另一个答案")


def test_an_answer_that_is_still_being_written_is_no_correction(
    bureau: Bureau, interviews: InterviewService
) -> None:
    identity = begun(bureau, interviews)
    interviews.answer(bureau.inspection, identity, 0, "白鹭")
    interview = interviews.answer(bureau.inspection, identity, 0, "白鹭洲")
    assert interview.exchanges[0].before == ()
    corrected = interviews.correct(bureau.inspection, identity, 0, "白鹭洲，护士长")
    assert corrected.exchanges[0].before == ("白鹭洲",)


def test_the_same_person_asked_again_is_asked_in_a_second_session(
    bureau: Bureau, interviews: InterviewService
) -> None:
    identity = begun(bureau, interviews)
    with pytest.raises(NotAllowed, match="not ended"):
        interviews.begin(bureau.inspection, InterviewRole.NURSE, NURSE)
    interviews.answer(bureau.inspection, identity, 0, "白鹭洲。")
    interviews.end(bureau.inspection, identity)
    assert interviews.begin(bureau.inspection, InterviewRole.NURSE, NURSE).session == 2
    other = Interviewed(name="青一山")
    assert interviews.begin(bureau.inspection, InterviewRole.PATIENT, other).session == 1


def test_an_interview_needs_a_name_rights_and_an_answer(bureau: Bureau, interviews: InterviewService) -> None:
    with pytest.raises(UnusableInput):
        interviews.begin(bureau.inspection, InterviewRole.HEAD, Interviewed(name=" "))
    identity = interviews.begin(bureau.inspection, InterviewRole.NURSE, NURSE).id
    interviews.answer(bureau.inspection, identity, 0, "白鹭洲。")
    with pytest.raises(NotAllowed, match="rights"):
        interviews.end(bureau.inspection, identity)
    with pytest.raises(NotAllowed, match="answered question stays"):
        interviews.drop(bureau.inspection, identity, 0)
    interviews.drop(bureau.inspection, identity, 1)
    interviews.answer(bureau.inspection, identity, 0, "")
    interviews.tell_rights(bureau.inspection, identity, "听清了。")
    with pytest.raises(NotAllowed, match="Nothing was answered"):
        interviews.end(bureau.inspection, identity)
