"""Operation ids from titles, as a person would choose them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.api.titles import Reads, infinitive, wording
from scraper.text import Text

TITLES = (
    ("Creating a Tree", "POST", Reads.EITHER, "CreateTree"),
    ("Create a tree", "POST", Reads.EITHER, "CreateTree"),
    ("Planting Trees (Discarded)", "POST", Reads.EITHER, "PlantTrees"),
    ("Querying Trees", "GET", Reads.MANY, "ListTrees"),
    ("Querying Trees", "GET", Reads.EITHER, "ListTrees"),
    ("Querying Trees", "GET", Reads.ONE, "ShowTree"),
    ("Querying a Tree", "GET", Reads.MANY, "ListTrees"),
    ("Querying the Tree List", "GET", Reads.EITHER, "ListTrees"),
    ("Querying a List of Trees", "GET", Reads.EITHER, "ListTrees"),
    ("Querying Trees by Page", "GET", Reads.EITHER, "ListTrees"),
    ("Querying Details About a Specified Tree", "GET", Reads.ONE, "ShowTree"),
    ("Viewing Details of the Trees", "GET", Reads.EITHER, "ListTrees"),
    ("Querying Brief Information About Trees", "GET", Reads.EITHER, "ListTrees"),
    ("Obtaining Tree Metadata", "GET", Reads.EITHER, "ShowTreeMetadata"),
    ("Querying Leaves of a Tree", "GET", Reads.EITHER, "ListTreeLeaves"),
    ("Querying the Color for a Leaf", "GET", Reads.EITHER, "ShowLeafColor"),
    ("Querying Leaves of a Tree by Color", "GET", Reads.EITHER, "ListTreeLeavesByColor"),
    ("Obtaining the Key for Getting In to a Garden", "GET", Reads.EITHER, "ShowKeyForGettingInToGarden"),
    ("Adding Leaves to a Tree in a Batch", "POST", Reads.EITHER, "BatchAddLeavesToTree"),
    ("Deleting Trees in Batches", "POST", Reads.EITHER, "BatchDeleteTrees"),
    ("Cold Moving a Tree", "POST", Reads.EITHER, "ColdMoveTree"),
    ("Creating and Importing a Key", "POST", Reads.EITHER, "CreateAndImportKey"),
    ("Stopping NICs", "POST", Reads.EITHER, "StopNics"),
    ("Stopping ECSs", "POST", Reads.EITHER, "StopEcses"),
    ("Querying a Built-in Tree", "GET", Reads.ONE, "ShowBuiltInTree"),
    ("Tree Version Query", "GET", Reads.MANY, "ListTreeVersionQueries"),
    ("", "DELETE", Reads.EITHER, "DeleteWoods"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "method", "reads", "expected"), TITLES, ids=[one[0] for one in TITLES]
)
def test_name(title: str, method: str, reads: Reads, expected: str) -> None:
    assert wording(Text(title), method, reads).name(otherwise="Woods") == expected


GERUNDS = (
    "Acquire Add Attach Bind Change Check Close Combine Configure Create Delete Disable Enable Execute Expand Generate "
    "Lock Log Manage Migrate Move Provide Reboot Reduce Register Release Remove Replace Reset Resize Restore Roll "
    "Run Send Set Stop Submit Subscribe Synchronize Terminate Unbind Schedule Describe Compute Test Update Upload Use Validate"
).split()


@pytest.mark.parametrize("verb", GERUNDS)
def test_infinitive(verb: str) -> None:
    lower = verb.lower()
    doubled = {
        "log": "logg",
        "reset": "resett",
        "run": "runn",
        "set": "sett",
        "stop": "stopp",
        "submit": "submitt",
    }
    stem = doubled.get(lower, lower.removesuffix("e"))
    assert infinitive(f"{stem}ing") == verb


@pytest.mark.parametrize("word", ["Tree", "Ring", "King", "The", ""])
def test_no_verb(word: str) -> None:
    assert infinitive(word) is None


@given(st.text(), st.sampled_from(["GET", "POST", "TRACE"]), st.sampled_from(Reads))
def test_any_title_gives_an_identifier(title: str, method: str, reads: Reads) -> None:
    name = wording(Text(title), method, reads).name(otherwise="Woods")
    assert name.isascii()
    assert name.isidentifier()
