"""Why the operating system refused something, in sentences of ours; its own words are English alone."""

from __future__ import annotations

import errno

from inspector_app.domain.wording import Sentence, sentence


def refusal(error: OSError) -> Sentence:
    """Return a clause for the brackets of another sentence; what is unknown keeps number and text."""
    known = _known().get(error.errno or 0)
    if known is not None:
        return known
    if error.errno is None:
        return sentence("the system said: {text}", text=str(error) or type(error).__name__)
    return sentence("error {number}: {text}", number=error.errno, text=error.strerror or type(error).__name__)


def _known() -> dict[int, Sentence]:
    full = sentence("no room is left")
    denied = sentence("access is denied")
    busy = sentence("another program is using it")
    gone = sentence("the medium does not answer")
    return {
        errno.ENOSPC: full,
        errno.EDQUOT: full,
        errno.EFBIG: sentence("the file is too large for this medium"),
        errno.EACCES: denied,
        errno.EPERM: denied,
        errno.ENOENT: sentence("it is not there"),
        errno.EEXIST: sentence("there is something of that name already"),
        errno.EROFS: sentence("the medium is write-protected"),
        errno.EIO: sentence("the medium has an error"),
        errno.ENODEV: gone,
        errno.ENXIO: gone,
        errno.EBUSY: busy,
        errno.ETXTBSY: busy,
        errno.ENAMETOOLONG: sentence("the name is too long"),
        errno.EMFILE: sentence("too many files are open"),
        errno.ENFILE: sentence("too many files are open"),
        errno.EISDIR: sentence("it is a folder"),
        errno.ENOTDIR: sentence("a part of the path is not a folder"),
        errno.ELOOP: sentence("the link leads in a circle"),
        errno.EINVAL: sentence("the name is not possible here"),
    }
