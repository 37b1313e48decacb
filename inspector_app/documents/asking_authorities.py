"""Joins pyHanko's time stamper to our port: one request, its answer read strictly, its token made lean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asn1crypto import cms, tsp
from pyhanko.sign.timestamps import TimeStamper

from inspector_app.documents.time_stamp_tokens import lean

if TYPE_CHECKING:
    from inspector_app.domain.ports import TimestampAuthority


class PortTimeStamper(TimeStamper):
    """Asks whatever stands behind the port."""

    def __init__(self, authority: TimestampAuthority) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._authority = authority

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return tsp.TimeStampResp.load(self._authority.answer(req.dump()), strict=True)

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        token = await super().async_timestamp(message_digest, md_algorithm)
        return cms.ContentInfo.load(lean(token.dump()), strict=True)
