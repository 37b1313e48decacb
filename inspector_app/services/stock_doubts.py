"""What must be made sure before a difference of stock is relied on."""

from __future__ import annotations

from inspector_app.domain.wording import sentence

PERIOD_IN_DOUBT = sentence(
    "A stock list names no day for its opening or closing figures, and some rows are of other days than the "
    "period. Make sure that the list is of this very period; of another one the differences are wrong."
)
