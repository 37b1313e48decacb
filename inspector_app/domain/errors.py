"""The two kinds of error: problems of the environment, told in a sentence, and bugs, which are all others."""

from __future__ import annotations

from inspector_app.domain.wording import Sentence


class Problem(Exception):
    """Something a person can understand and act on: what happened, what is safe, what to do.

    Everything that is not a ``Problem`` is a bug: logged with its traceback, shown once.
    """

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class EnvironmentProblem(Problem):
    """Disk full, file locked, no camera, unreadable or damaged file."""


class DiskFull(EnvironmentProblem):
    """There is no room left to write; nothing already saved is affected."""


class FileBusy(EnvironmentProblem):
    """Another program or another window holds the file."""


class NewerFile(EnvironmentProblem):
    """The file was written by a newer version of this program."""


class DamagedFile(EnvironmentProblem):
    """The file cannot be read as what it claims to be."""


class DamagedWorkspace(DamagedFile):
    """The workspace's own file is damaged; the inspections are files of their own and are safe."""


class MissingWorkspace(DamagedWorkspace):
    """The workspace's own file is gone or empty while inspections are there."""


class UnusableInput(Problem):
    """A file or an entry that cannot be taken as it is; nothing was changed."""


class NotAllowed(Problem):
    """A rule of procedure forbids this step now; the sentence names the rule and what is missing."""


class WrongPassphrase(Problem):
    """The passphrase opens no slot."""


class Cancelled(Problem):
    """A person cancelled a long piece of work; nothing of it was kept."""
