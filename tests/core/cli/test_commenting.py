"""comment and moderate; an e-mail address leaves only where it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import ClauseElement

from tests.core.cli.conftest import Parvis

Add = Callable[..., str]

CLAIRE = ("--name", "Claire Dubœuf", "--email", "claire@exemple.be")


@pytest.fixture
def uid(add: Add) -> str:
    return add()


def test_a_comment(parvis: Parvis, uid: str) -> None:
    done = parvis("comment", uid, *CLAIRE, "--website", "https://exemple.be", "--text", "À 8 h 45 !")
    assert (done.code, done.err) == (0, "")
    answer = parvis("comment", uid, *CLAIRE, "--text", "Merci.", "--reply-to", done.line)
    (row,) = parvis("list", "--json", "--comments").rows
    first, second = row["comments"]
    assert first | {"created": ""} == {
        "id": int(done.line),
        "name": "Claire Dubœuf",
        "website": "https://exemple.be",
        "text": "À 8 h 45 !",
        "created": "",
        "state": "approved",
        "reply_to": None,
    }
    assert (second["id"], second["reply_to"]) == (int(answer.line), int(done.line))
    assert parvis("list", "--json").rows[0]["comments"] == 2


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--name", "", "--email", "a@exemple.be", "--text", "x"], "--name"),
        (["--name", "A", "--email", "no address", "--text", "x"], "--email"),
        (["--name", "A", "--email", "a@exemple.be", "--text", "  "], "--text"),
        (["--name", "A", "--email", "a@exemple.be", "--text", "x", "--website", "ftp://x"], "--website"),
        (["--name", "A", "--email", "a@exemple.be", "--text", "x", "--reply-to", "99"], "99"),
        (["--name", "A", "--email", "a@exemple.be", "--text", "x", "--reply-to", "first"], "first"),
        (["--name", "A", "--email", "a@exemple.be", "--text", "x", "--reply-to", "9" * 20], "9" * 20),
        (["--name", "A", "--email", "a@exemple.be"], "--text"),
    ],
)
def test_what_will_not_do(parvis: Parvis, uid: str, words: list[str], part: str) -> None:
    done = parvis("comment", uid, *words)
    assert (done.code, done.out) == (2, "")
    assert part in done.err
    assert len(done.err.splitlines()) == 1
    assert parvis("list", "--json").rows[0]["comments"] == 0


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", ["--email", "claire@"], "--email: that is no e-mail address"),
        ("fr", ["--email", "claire@"], "--email : ce n’est pas une adresse e-mail"),
        ("en", ["--website", "exemple"], "--website: that is no web address"),
        ("fr", ["--website", "exemple"], "--website : ce n’est pas une adresse web"),
    ],
)
def test_a_bad_address_is_told_as_one(
    parvis: Parvis, uid: str, monkeypatch: pytest.MonkeyPatch, language: str, words: list[str], said: str
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}_BE.UTF-8")
    done = parvis("comment", uid, *CLAIRE, "--text", "x", *words)
    assert done.code == 2
    assert said in " ".join(done.err.split())
    assert "claire@" not in done.err


def test_a_comment_needs_its_event(parvis: Parvis) -> None:
    done = parvis("comment", "elsewhere", *CLAIRE, "--text", "x")
    # Nothing was ever stored: there is no agenda.
    assert (done.code, done.out) == (2, "")


def test_an_answer_is_to_a_comment_on_the_same_event(parvis: Parvis, uid: str, add: Add) -> None:
    comment = parvis("comment", uid, *CLAIRE, "--text", "x").line
    assert parvis("comment", add("Autre"), *CLAIRE, "--text", "y", "--reply-to", comment).code == 2


@pytest.mark.parametrize("state", ["approved", "pending", "spam", "trash"])
def test_moderate(parvis: Parvis, uid: str, state: str) -> None:
    ids = [parvis("comment", uid, *CLAIRE, "--text", text).line for text in "abc"]
    done = parvis("moderate", ids[0], ids[2], "--as", state)
    assert (done.code, done.out, done.err) == (0, "", "")
    (row,) = parvis("list", "--json", "--comments").rows
    assert [its["state"] for its in row["comments"]] == [state, "approved", state]


@pytest.mark.parametrize("other", ["99", "9" * 20, "-" + "9" * 20])
def test_moderate_does_all_or_nothing(parvis: Parvis, uid: str, other: str) -> None:
    comment = parvis("comment", uid, *CLAIRE, "--text", "a").line
    done = parvis("moderate", comment, other, "--as", "spam")
    assert (done.code, done.out) == (2, "")
    assert f"There is no comment {other}" in done.err
    (row,) = parvis("list", "--json", "--comments").rows
    assert row["comments"][0]["state"] == "approved"


def test_addresses_leave_only_where_they_are_asked_for(parvis: Parvis, uid: str) -> None:
    parvis("comment", uid, *CLAIRE, "--text", "Bonjour")
    for words in (
        ["list"],
        ["list", "--json"],
        ["list", "--comments"],
        ["list", "--json", "--comments"],
        ["list", "--json", "--with-private"],
        ["export", "--all"],
        ["export", "--all", "--profile", "outlook"],
    ):
        assert "claire@" not in parvis(*words).out, words
    (row,) = parvis("list", "--json", "--comments", "--with-private").rows
    assert row["comments"][0]["email"] == "claire@exemple.be"
    assert "claire@exemple.be" in parvis("list", "--comments", "--with-private").out
    assert "Bonjour" not in parvis("export", "--all").out


def test_a_person_reads_a_comments_time_in_the_agendas_zone(parvis: Parvis, uid: str) -> None:
    parvis("comment", uid, *CLAIRE, "--text", "Bonjour")
    (row,) = parvis("list", "--json", "--comments").rows
    created = datetime.fromisoformat(row["comments"][0]["created"])
    assert created.utcoffset() == timedelta()
    local = created.astimezone(ZoneInfo("Europe/Brussels"))
    assert f", {local:%Y-%m-%d %H:%M} Europe/Brussels, approved" in parvis("list", "--comments").out


def test_the_comments_of_many_events_come_together(
    parvis: Parvis, add: Add, statements: list[ClauseElement]
) -> None:
    questions, rows = [], []
    for count in (2, 10):
        for number in range(count):
            parvis("comment", add(str(number)), *CLAIRE, "--text", f"{count}/{number}")
        statements.clear()
        rows = parvis("list", "--json", "--comments").rows
        questions.append(len(statements))
    assert sorted(its["text"] for row in rows for its in row["comments"]) == sorted(
        f"{count}/{number}" for count in (2, 10) for number in range(count)
    )
    assert all(row["comments"][0]["text"].endswith(f"/{row['summary']}") for row in rows)
    assert questions[0] == questions[1]


def test_lines_for_people(parvis: Parvis, uid: str) -> None:
    comment = parvis("comment", uid, *CLAIRE, "--text", "Un\ndeux").line
    parvis("moderate", comment, "--as", "pending")
    _, line = parvis("list", "--comments").out.splitlines()
    assert line.startswith(f"    #{comment} Claire Dubœuf, 20")
    assert line.endswith(", pending — Un deux")
