"""What can be done with the student's work as a whole, from wherever in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from careerdesk.desk.context import Context, remembered_look
from careerdesk.desk.keeping.undo import Step, UndoStack
from careerdesk.desk.keeping.wording import put_back
from careerdesk.desk.notices import Toast
from careerdesk.desk.parts import Parts
from careerdesk.desk.worker import Worker
from careerdesk.errors import CareerdeskError

if TYPE_CHECKING:
    from careerdesk.desk.menu import Menu
    from careerdesk.student import Content, StudentFile
    from careerdesk.student.profiles import Kept, Profile, Profiles


class Work(QObject):
    """The work of whoever sits at the window: taken back, kept under a code, opened, finished.

    ``root`` is the student folder, whose guest the window begins with; without it, there is no
    place on this computer where work is kept.
    """

    leaving = Signal()
    """What was typed should be saved now: a step back follows, or another student."""
    stepped = Signal()
    """The file holds something else than the pages show."""
    shortlist_asked = Signal()

    def __init__(
        self,
        context: Context,
        root: Path | None,
        worker: Worker,
        toast: Toast,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._context, self._root = context, root
        copy = context.student.home
        self._home = copy.folder if copy is not None else None
        self._worker, self._toast, self._window = worker, toast, window
        self._steps = UndoStack(context.student)
        self._offered = False
        context.student_changed.connect(self._on_changed)

    @property
    def keeps(self) -> bool:
        """Whether there is a place on this computer where work is kept."""
        return self._root is not None and self._context.student.path is not None

    @property
    def profile(self) -> Profile | None:
        """The profile that is open; None for a guest."""
        if self.is_guest or self._profiles is None:
            return None
        return self._profiles.profile_of(self._context.student)

    @property
    def is_guest(self) -> bool:
        """Whether what is open is nobody's profile."""
        path = self._context.student.path
        return path is None or path.parent == self._root

    @property
    def can_undo(self) -> bool:
        """Whether there is a change that :meth:`undo` would take back."""
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that :meth:`redo` would do again."""
        return self._steps.can_redo

    @cached_property
    def _profiles(self) -> Profiles | None:
        """The profiles below the student folder; not brought in before somebody needs them."""
        if self._root is None:
            return None
        from careerdesk.student.profiles import Profiles

        return Profiles(self._root, home=self._home)

    def undo(self) -> None:
        """Take the latest change back, whatever page it was made on, and say so."""
        t = self._context.t
        again = (t.say("Do again"), self.redo)
        self._step(self._steps.undo, t.say("There is nothing to undo."), again)

    def redo(self) -> None:
        """Do again what was taken back last, and say so."""
        t = self._context.t
        again = (t.say("Undo"), self.undo)
        self._step(self._steps.redo, t.say("There is nothing to do again."), again)

    def menu(self) -> Menu:
        """Return a menu of everything here."""
        from careerdesk.desk.keeping.work_menu import work_menu

        return work_menu(self, self._context, self._window)

    def person_words(self) -> tuple[str, str]:
        """Return what whoever is here is called, and what happens to their work."""
        t, profile = self._context.t, self.profile
        if profile is None:
            about = t.say("What you keep stays here until you finish. A code keeps it longer.")
            return t.say("Guest"), about
        name = profile.nickname or t.say("My work")
        return name, t.say("Your work is kept here; your code opens it again.")

    def finish_words(self) -> str:
        """Return what finishing is called: a guest's work goes, a profile's stays."""
        t = self._context.t
        return t.say("Finish and clear") if self.is_guest else t.say("Finish")

    def keep(self) -> None:
        """Offer a code for the work that is open."""
        from careerdesk.desk.keeping.code_dialogs import KeepDialog

        if self._profiles is None:
            return
        self.leaving.emit()
        dialog = KeepDialog(self._context, self._profiles, self._context.student, self._window)
        dialog.kept.connect(self._on_kept)
        dialog.open()

    def open(self) -> None:
        """Ask for a code, and open what it opens."""
        from careerdesk.desk.keeping.code_dialogs import OpenDialog

        if self._profiles is None:
            return
        dialog = OpenDialog(self._context, self._profiles, self._worker, self._window)
        dialog.found.connect(self._on_found)
        dialog.open()

    def finish(self) -> None:
        """Make room for the next student; a guest's work can be brought back for a while."""
        t, is_guest = self._context.t, self.is_guest
        words = (
            t.say("The work is cleared from this computer.")
            if is_guest
            else t.say("Your work is closed. Your code opens it again.")
        )
        self._end(lambda profiles, student: profiles.finish(student), words, erases=is_guest)

    def erase(self) -> None:
        """Ask whether the profile that is open should be erased, and do so."""
        from careerdesk.desk.keeping.code_dialogs import EraseDialog

        dialog = EraseDialog(self._context, self._window)
        dialog.accepted.connect(self._erase)
        dialog.open()

    def save_file(self) -> None:
        """Save the work to a file that can be taken along."""
        from careerdesk.desk.keeping.files import SaveFileDialog

        self.leaving.emit()
        SaveFileDialog(self._context, self._worker, self._window).open()

    def open_file(self) -> None:
        """Ask for a file with work, and show what it would change here."""
        from careerdesk.desk.destination import ask_file, places
        from careerdesk.student.hand_over import SUFFIX

        parts = Parts(self._context)
        start, kind = str(places(parts)[0][1]), parts.t.say("Work from CareerDesk")
        path = ask_file(parts, start, kind, f"*{SUFFIX}", self._window)
        if path is not None:
            self.bring_in(path)

    def bring_in(self, path: Path) -> None:
        """Read the file at ``path`` beside the window, and show what it would change here."""
        from careerdesk.student import hand_over

        self.leaving.emit()
        self._worker.run(lambda: hand_over.load(path), self._on_brought, self._context.problem.emit)

    def show_versions(self) -> None:
        """Offer the backups of the work that is open."""
        from careerdesk.desk.keeping.versions import VersionsDialog

        path = self._context.student.path
        if path is not None:
            self.leaving.emit()
            VersionsDialog(
                self._context, path.parent, self._worker, self._become, self._window
            ).open()

    def settle_fork(self) -> None:
        """Show what was done at the other computer, and how to go on with both."""
        from careerdesk.desk.keeping.files import ForkDialog

        if self._context.student.fork is not None:
            self.leaving.emit()
            dialog = ForkDialog(self._context, self._settle, self._window)
            dialog.open()

    def forget_old(self) -> None:
        """Erase, beside the window, what nobody came back for in the time that the policy gives."""
        profiles = self._profiles
        if profiles is not None:
            self._worker.run(profiles.expire, lambda _count: None, lambda _error: None)

    def go_on_with(self, student: StudentFile) -> None:
        """Show the work of ``student`` from now on, in the present look."""
        self._adopt(student, keep_look=True)

    def start_afresh(self) -> None:
        """Put what the last guest left aside, and let a new guest begin in the same look."""
        student, look = self._context.student, self._context.look
        problem = self._replace(lambda profiles: profiles.set_aside(student))
        if problem is not None:
            self._context.problem.emit(problem)
        else:
            self._context.change_look(**look._asdict())

    def _on_brought(self, brought: object) -> None:
        from careerdesk.desk.keeping.files import BringInDialog

        BringInDialog(self._context, brought, self._take_in, self._window).open()

    def _take_in(self, content: Content) -> bool:
        """Put brought work in place, and go on in the look that its student chose."""
        if not self._become(content):
            return False
        look = remembered_look(self._context.student)._asdict()
        chosen = {key: look[key] for key in look if key in content.preferences}
        self._context.change_look(**chosen)
        return True

    def _become(self, content: Content) -> bool:
        """Put ``content`` in place of what is kept, in one step that can be undone."""
        if not self._context.attempt(lambda: self._context.student.become(content)):
            return False
        self.stepped.emit()
        t = self._context.t
        self._say(t.say("Your work is in place."), (t.say("Undo"), self.undo))
        return True

    def _settle(self, content: Content) -> bool:
        from careerdesk.student.forks import settle

        if not self._context.attempt(lambda: settle(self._context.student, content)):
            return False
        self.stepped.emit()
        return True

    def _bring_back(self, content: Content) -> None:
        """Put erased work into the guest's place; what another guest left there is put aside."""
        student = self._context.student
        if student.writable and student.counts:
            problem = self._replace(lambda profiles: profiles.set_aside(student))
            if problem is not None:
                self._context.problem.emit(problem)
                return
        if self._context.attempt(lambda: self._context.student.become(content)):
            self._context.adopt(self._context.student)

    def _erase(self) -> None:
        words = self._context.t.say("Your work is erased from this computer.")
        self._end(lambda profiles, student: profiles.erase(student), words, erases=True)

    def _end(
        self, act: Callable[[Profiles, StudentFile], StudentFile], words: str, *, erases: bool
    ) -> None:
        """Let ``act`` end the work that is open, and say so; what is erased can be brought back."""
        self.leaving.emit()
        t, student, was_guest = self._context.t, self._context.student, self.is_guest
        content, had_work = student.content, bool(student.counts)
        problem = self._replace(lambda profiles: act(profiles, student))
        if problem is not None:
            self._context.problem.emit(problem)
        elif erases and had_work:
            self._say(words, (t.say("Undo"), lambda: self._bring_back(content)))
        elif not was_guest:
            self._say(words)

    def _on_kept(self, kept: Kept) -> None:
        self._adopt(kept.student, keep_look=True)

    def _on_found(self, profile: Profile) -> None:
        self.leaving.emit()
        student = self._context.student
        if student.path is not None and student.path.parent == profile.folder:
            self._say(self._context.t.say("This work is open already."))
            return

        def open_it(profiles: Profiles) -> StudentFile:
            opened = profiles.open(profile)
            student.close()
            return opened

        problem = self._replace(open_it)
        if problem is not None:
            self._context.problem.emit(problem)
            return
        t = self._context.t
        words = (
            t.say("Welcome back, {nickname}.", nickname=profile.nickname)
            if profile.nickname
            else t.say("Welcome back.")
        )
        self._say(words, (t.say("Show my shortlist"), self.shortlist_asked.emit))

    def _replace(self, act: Callable[[Profiles], StudentFile]) -> CareerdeskError | None:
        """Go on with the student file that ``act`` returns; return the problem if there is one."""
        if self._profiles is None:
            return None
        try:
            self._adopt(act(self._profiles))
        except CareerdeskError as error:
            return error
        return None

    def _adopt(self, student: StudentFile, *, keep_look: bool = False) -> None:
        if student is not self._context.student:
            self._steps = UndoStack(student)
            self._offered = False
            # What it offers is about the work that was open.
            self._toast.hide()
            self._context.adopt(student, keep_look=keep_look)

    def _step(
        self,
        take: Callable[[], Step | None],
        nothing: str,
        again: tuple[str, Callable[[], object]],
    ) -> None:
        self.leaving.emit()
        try:
            step = take()
        except CareerdeskError as error:
            self._context.problem.emit(error)
            return
        if step is None:
            self._say(nothing)
            return
        self.stepped.emit()
        self._say(put_back(step.kind, self._context.t), again)

    def take_offer(self) -> tuple[str, Callable[[], object]] | None:
        """Return the offer of a code, once: when a guest first has something worth keeping."""
        if self._offered or not self.keeps or not self._context.student.counts:
            return None
        self._offered = True
        return None if self.profile else (self._context.t.say("Keep my work …"), self.keep)

    def _on_changed(self, _change: object) -> None:
        # Whoever made the change may have more to say about it, and then takes the offer along.
        if not self._offered:
            QTimer.singleShot(0, self._offer)

    def _offer(self) -> None:
        offer = self.take_offer()
        if offer is not None:
            t = self._context.t
            words = t.say("Saved on this computer. A code brings you back to it later.")
            self._say(words, offer)

    def _say(self, words: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        self._toast.say(Parts(self._context), words, action=action)
