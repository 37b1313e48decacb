"""Walks through the shipped checklists: answers of a place where all is well, and what brings each fault."""

from __future__ import annotations


def spelled(text: str) -> dict[str, str]:
    """Read ``name=value`` pairs separated by blanks; ``+`` in a value stands for a blank."""
    return {
        name: value.replace("+", " ") for name, _, value in (pair.partition("=") for pair in text.split())
    }


WALKS = {
    "ward_headcount": spelled(
        "his_in=30 beds_open=40 seen=30 leave_ok=0 leave_bad=0 exam_out=0 transferred=0 discharged=0 "
        "nobody=0 shared=0 impostor=0"
    ),
    "drug_in_out": spelled(
        "to=2026-02-28 item_code=XA01BC02 pack=24 opening=240 bought=2880 closing=104 billed=3000 cash=16 "
        "bought_back=0 sold_back=0 moved_in=0 moved_out=0 lost=0 own_use=0"
    ),
    "dialysis_consumables": spelled(
        "to=2026-02-28 machines=10 shifts=3 days=24 billed=500 records=500 schedule=500 "
        "dz_open=100 dz_bought=500 dz_back=0 dz_close=100 monthly_max=13 cap=13 kits=1 needles=2 extra=0"
    ),
    "inpatient_stay": spelled(
        "to=2026-02-28 stays=300 short=6 interval=15 readmitted=9 planned=1 in_now=30 absent_now=1 "
        "share_cap=20 cards=0 discharged=2026-02-08 again=2026-02-18 related=different "
        "total_fee=5000 test_fee=900"
    ),
    "charges": spelled(
        "to=2026-02-28 fund_share=60 code=001201000030000 number=3 price_billed=12.5 amount=37.5"
    ),
    "retail_pharmacy": spelled(
        "to=2026-02-28 cards=0 codes_twice=0 billed_number=2 billed_amount=45.8 left=2026-03-01T21:00"
    ),
    "agency_review": spelled(
        "to=2026-02-28 coverage_plan=100 days_late=0 dead_paid=0 double_insured=0 one_account=0"
    ),
    "special_drug_assessment": spelled(
        "hospital_has=form+list+promise+licence+legal+doctors+suppliers+logistics+technique "
        "penalties=0 fridge=4 mark_cold=20 mark_staff=20 mark_supply=20 "
        "mark_service=15 mark_system=15 mark_manage=10"
    ),
    "self_check_review": spelled("to=2026-02-28 problems=3 amount=900 refund_due=800 refunded=800"),
    "patient_visit": spelled("to=2026-02-28 total=3200 own_share=600 paid_amount=600"),
    "rectification_review": spelled(
        "demanded=1 number=1 refund_due=800 refunded=800 vouchers=1 checked_rows=50 again_rows=0"
    ),
}
ENTRIES = {"special_drug_assessment": ("/data/expert", "/data/expert")}
"""Entries of repeats beyond the first."""
FAULTS: dict[str, dict[str, str]] = {
    "ward_headcount": {
        "leave_bad": "leave_bad=2 seen=28",
        "nobody": "nobody=2 seen=28",
        "shared": "shared=2",
        "impostor": "impostor=2",
        "unaccounted": "seen=28",
        "leave_papers": "leave_ok=1 seen=29",
        "paid_self": "status=in_bed",
    },
    "drug_in_out": {
        "difference": "tolerance=1 billed=3100 cause=conversion",
        "cause": "tolerance=10 billed=3100",
        "no_goods": "tolerance=10 billed=3100 cause=invented",
        "shop_shelf": "site=shop",
        "off_book": "tolerance=10 billed=2900 cause=offbook",
    },
    "dialysis_consumables": {
        "over_records": "records=499",
        "over_schedule": "schedule=499",
        "over_used": "dz_close=101",
        "beyond": "days=10",
        "consulted": "monthly_max=14",
        "model_billed": "model_record=FX8 model_billed=FX80",
        "kits": "kits=2",
        "needles": "needles=3",
        "extra": "extra=1",
    },
    "inpatient_stay": {
        "share": "absent_now=6",
        "cards": "cards=2",
        "split_here": "related=same changed=no",
    },
    "charges": {
        "dup_due": "kind=dup number_wrong=1 basis=a",
        "over_due": "kind=over standard=10 number_wrong=3 basis=a",
        "unbundle_due": "kind=unbundle number_wrong=3 basis=a",
        "swap_due": "kind=swap standard=4 number_wrong=3 basis=a",
        "invent_due": "kind=invent number_wrong=3 basis=a",
    },
    "retail_pharmacy": {
        "no_daily": "daily_goods=a",
        "no_hidden": "hidden_place=a",
        "cards": "cards=1",
        "codes_twice": "codes_twice=3",
        "swapped": "goods=daily taken=a",
        "nothing": "goods=none",
    },
    "agency_review": {
        "coverage_low": "audited=3",
        "campaigns_few": "campaigns=3",
        "days_late": "days_late=40",
        "dead_paid": "dead_paid=2",
        "double_insured": "double_insured=2",
        "one_account": "one_account=1",
        "old_open": "old_done=7",
        "over": "right=8",
    },
    "special_drug_assessment": {
        "lacking": "hospital_has=form+list",
        "penalties": "penalties=1",
        "fridge": "fridge=12.5",
        "doctors": "doctors=0",
        "hospital_pharmacists": "hospital_pharmacists=0",
        "chain": "applicant=pharmacy",
        "first_dealer": "applicant=pharmacy",
        "area": "applicant=pharmacy area=120",
        "turnover": "applicant=pharmacy turnover=0.4",
        "pharmacists": "applicant=pharmacy pharmacists=0",
        "physicians": "applicant=pharmacy physicians=0",
        "contracts": "applicant=pharmacy",
        "average": "line=99 mark_cold=10",
    },
    "self_check_review": {
        "late": "received=2026-02-05",
        "refund_open": "refunded=300",
        "sheet": "problems=0",
        "asked": "problems=0",
        "alerts": "problems=0",
        "missed": "verdict=missed rows_found=4 found_amount=120",
        "under": "verdict=less rows_found=4 found_amount=120 told_amount=60",
        "nil_wrong": "problems=0 verdict=missed rows_found=4 found_amount=120",
    },
    "patient_visit": {
        "way": "brought_by=a",
        "nothing_got": "got=a",
        "treatment_given": "not_given=a",
        "drugs_got": "not_got=a",
        "knows_bills": "unknown_visits=a",
        "after_death": "alive=no died=2026-02-10",
    },
    "rectification_review": {
        "late": "report_day=2026-02-05",
        "none": "reported=no",
        "differs": "state=open",
        "refund_open": "refunded=300",
    },
}
"""What must be answered besides, by the question that then does not comply."""
OUTCOMES: dict[str, tuple[tuple[str, str], ...]] = {
    "ward_headcount": (("seen=21 transferred=9", "unaccounted=0 rate=70 occupancy=75"),),
    "drug_in_out": (("gross=no cash=0", "available=3016 difference=-16 packs_over=-0.67"),),
    "inpatient_stay": (
        ("absent_now=6", "share=20 gap=10 test_share=18 drawn=1"),
        ("related=same changed=yes", "gap=10"),
    ),
    "charges": (
        ("kind=ok", "rows=1 billed_total=37.5 due_total=0 fund_due=0 dup_rows=0"),
        ("kind=over standard=10 number_wrong=2", "due=5 over_rows=1 over_due=5 due_total=5 fund_due=3"),
        ("kind=dup number_wrong=1", "due=12.5 dup_due=12.5 over_due=0 fund_due=7.5"),
    ),
    "agency_review": (
        ("institutions=8 audited=6", "coverage=75 old_open=0 over=0 count=1"),
        ("paid=120.5 right=100", "over=20.5 over_total=20.5 paid_total=120.5"),
    ),
    "special_drug_assessment": (
        ("mark_cold=10", "mark=90 experts=3 average=90 highest=90 lowest=90"),
        (
            "hospital_has=form+list+promise+licence+legal+doctors+suppliers+logistics",
            "lacking=相应技术资质证明；",
        ),
    ),
    "self_check_review": (
        ("problems=3", "nil=否 late=0 refund_open=0 missed_count=0"),
        ("problems=0 verdict=missed found_amount=50", "nil=是 missed_count=1 found_total=50"),
    ),
    "rectification_review": (
        ("refunded=200", "refund_open=600 refund_rate=25 done_count=1 rate=100"),
        ("state=again", "done_count=0 again_count=1 rate=0"),
    ),
    "retail_pharmacy": (("goods=none", "sales=1 sales_amount=45.8 wrong_amount=45.8"),),
}
"""Answers, and what the checklist computes from them."""
