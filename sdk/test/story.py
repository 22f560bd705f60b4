"""The story of story.mjs in Python, against the package as it is published."""
import io
import os
import sys
import tempfile
import time
import uuid
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "target" / "python"))

from upline_client import (
    AddressDraft, ApiException, CompensationBasis, ContactDraft, EntityType, ExportFormat, ImportStatus, ProblemType, RelationshipDraft,
    RelationshipPatch, RelationshipWorkbooksApi, RelationshipsApi, TpmoFunction, UsState, WriteMode)
from upline_client.upline import ProblemError, etag, file_from, items, save_to, service_account

SERVER, STAND_IN = os.environ["SERVER"], os.environ["STAND_IN"]
CLIENT_ID, CLIENT_SECRET = os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]


def done(step):
    print(step, flush=True)


def failing(status, request):
    try:
        request()
    except ApiException as failure:
        assert failure.status == status, failure
        return failure
    raise AssertionError(f"not {status}")


def problem(status, request):
    failure = failing(status, request)
    assert isinstance(failure, ProblemError)
    return failure


def draft(**members):
    return RelationshipDraft(**{
        "entity_type": EntityType.AGENCY,
        "legal_name": "Serpentine Marketing LLC",
        "licensed_producer": False,
        "address": AddressDraft(line1="1 Main Street", city="Austin", state=UsState.TX, zip="78701"),
        "contact": ContactDraft(name="Pat Example", email="pat@serpentine.example"),
        "functions": [TpmoFunction.MARKETING],
        "websites": ["https://www.serpentine.example"],
        "offshore": False,
        "start_date": date(2024, 1, 15),
        "known_on": date(2026, 11, 1),
        **members})


def live(server, client_id, client_secret):
    # README: begin
    upline = service_account(server, client_id, client_secret)
    relationships = RelationshipsApi(upline)
    names = [relationship.legal_name for relationship in items(relationships.list_relationships, limit=2)]
    # README: end
    assert len(names) >= 5 and "Standing Register LLC 5" in names, names
    done("signs in as a service account, and reads all pages of the register")

    key = str(uuid.uuid4())
    created = relationships.create_relationship(draft(), idempotency_key=key)
    assert relationships.create_relationship(draft(), idempotency_key=key).id == created.id
    done("creates a relationship with a key; the same key again answers the same relationship")

    read = relationships.get_relationship_with_http_info(created.id)
    first = etag(read)
    assert read.data.legal_name == draft().legal_name
    failing(304, lambda: relationships.get_relationship(created.id, if_none_match=first))
    done("reads it, and is told by 304 that it has not changed")

    changed = relationships.change_relationship_with_http_info(
        created.id, if_match=first, relationship_patch=RelationshipPatch(compensation_basis=CompensationBasis.FLAT_FEE))
    assert changed.data.compensation_basis == CompensationBasis.FLAT_FEE
    done("changes it with its ETag")

    cleared = relationships.change_relationship(
        created.id, if_match=etag(changed), relationship_patch=RelationshipPatch(compensation_basis=None))
    assert cleared.compensation_basis is None
    assert cleared.websites == draft().websites
    done("clears a member with null, and leaves the others alone")

    stale = problem(412, lambda: relationships.change_relationship(
        created.id, if_match=first, relationship_patch=RelationshipPatch(offshore=False)))
    assert stale.problem.type == ProblemType.PRECONDITION_FAILED
    done("is told by 412 that its ETag is stale")

    wrong = problem(422, lambda: relationships.create_relationship(draft(functions=[TpmoFunction.SALES])))
    assert [error.code for error in wrong.errors_at("/npn")] == ["NPN_REQUIRED"]
    done("is told by 422 what is wrong, by pointer and code")

    with tempfile.TemporaryDirectory(prefix="upline-sdk-") as folder:
        files(RelationshipWorkbooksApi(upline), Path(folder))


def files(workbooks, folder):
    path = folder / "faulty.csv"
    path.write_text("Legal name,State\nFaulty Row LLC,ZZ\n", encoding="utf-8")
    faulty = workbooks.import_relationships(file_from(path), mode=WriteMode.DRY_RUN)
    assert faulty.file_name == "faulty.csv"
    assert faulty.status == ImportStatus.CHECKED_WITH_ERRORS
    errors = list(items(workbooks.list_relationship_import_errors, relationship_import_id=faulty.id))
    assert ("B2", "UNKNOWN_CODE") in [(error.cell, error.code) for error in errors], errors
    done("uploads a file by its path and reads its errors")

    streamed = workbooks.import_relationships(file_from(io.BytesIO(path.read_bytes()), "streamed.csv"))
    assert streamed.file_name == "streamed.csv"
    done("uploads a file of a stream")

    saved = save_to(folder, workbooks.export_relationships_with_http_info(format=ExportFormat.CSV))
    assert saved.name == "relationships.csv"
    assert draft().legal_name in saved.read_text(encoding="utf-8")
    done("downloads a file under the name that the server gives it")


def later():
    upline = service_account(STAND_IN, CLIENT_ID, CLIENT_SECRET)
    relationships = RelationshipsApi(upline)
    for basis in (CompensationBasis.FLAT_FEE, None):
        relationships.change_relationship(uuid.uuid4(), '"1"', RelationshipPatch(compensation_basis=basis))
    done("sends in a change only what was set")

    relationships.list_relationships(q="busy for Python")
    RelationshipWorkbooksApi(upline).import_relationships(file_from(io.BytesIO(b"the first line\nthe last line\n"), "upload.csv"))
    done("waits as long as 429 asks, and sends an upload again as it was, with the key made for it")

    unknown = relationships.list_relationships(q="later").items[0]
    assert unknown.functions == [TpmoFunction.SALES, "TELEPATHY"]
    done("reads codes and members that it does not know")

    time.sleep(2.2)
    relationships.list_relationships(q="later")
    done("renews its token before it expires")


live(SERVER, CLIENT_ID, CLIENT_SECRET)
later()
