"""`weilidai calendar`: a file that any calendar program reads, or a sentence that says why there is none."""

from pathlib import Path

from icalendar import Calendar

from tests.command_line.conftest import Weilidai


def test_it_works(weilidai: Weilidai, tmp_path: Path) -> None:
    ran = weilidai("calendar", "--scene", "first-timer-paid", "--out", tmp_path)
    files = list(tmp_path.glob("*.ics"))

    assert (ran.code, ran.err) == (0, "")
    assert [str(file) for file in files] == [ran.out.strip()]
    assert len(Calendar.from_ical(files[0].read_bytes()).walk("VEVENT")) == 12


def test_without_a_folder_it_is_printed(weilidai: Weilidai) -> None:
    ran = weilidai("calendar", "--scene", "first-timer-settled", lang="en")

    assert ran.code == 0
    assert "STATUS:CANCELLED" in ran.out
    assert "simulated" in ran.out


def test_a_scene_without_a_loan_has_no_calendar(weilidai: Weilidai) -> None:
    ran = weilidai("calendar", "--scene", "declined")

    assert ran.code == 2
    assert "没有找到这笔借据" in ran.err


def test_an_unknown_scene_is_refused(weilidai: Weilidai) -> None:
    assert weilidai("calendar", "--scene", "nobody").code == 2


def test_a_folder_that_cannot_be_written_is_said(weilidai: Weilidai, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")

    assert weilidai("calendar", "--out", blocked).code == 2
