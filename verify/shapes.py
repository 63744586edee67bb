"""The forms of the documents: every key that must be there, those that may be, and no others."""

import re
from datetime import datetime

COUNT, POSITIVE, TEXT, FLAG, INSTANT = "count", "positive", "text", "flag", "instant"
HASH = re.compile(r"[0-9a-f]{64}\Z")
SIGNATURE = re.compile(r"[0-9a-f]{128}\Z")
INSTANT_FORM = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(\.\d+)?)?Z\Z")
LARGEST = 2**53 - 1


class OneOf(tuple):
    """One of these texts."""


class AnyOf(tuple):
    """A value of one of these forms."""


class Maybe:
    """A key that may be absent."""

    def __init__(self, shape):
        self.shape = shape


LANE = {"lane": TEXT, "entries": POSITIVE, "head": HASH}
LEFT = {"idHash": HASH, "code": TEXT, "retainedUntil": Maybe(INSTANT)}
OUTCOMES = OneOf(
    (
        "deleted",
        "already-absent",
        "accepted-unverified",
        "ages-out-on",
        "retained-until",
        "attestation-requested",
        "attestation-received",
        "not-possible",
    )
)
STORE = {
    "id": TEXT,
    "kind": OneOf(("s3", "dynamodb", "cognito", "dynamodb-index", "dynamodb-mentions", "dynamodb-shared")),
    **dict.fromkeys(("found", "bytes", "deleted", "pseudonymised", "left", "retained", "verifiedFound"), COUNT),
    "outcome": OUTCOMES,
    "verifiedAt": INSTANT,
    "leftBehind": [LEFT],
}
THINGS = dict.fromkeys(
    (
        "asked",
        "deleted",
        "alreadyAbsent",
        "acceptedUnverified",
        "agesOut",
        "retained",
        "notPossible",
        "unanswered",
        "withAPerson",
    ),
    COUNT,
)
SETTING = AnyOf(
    (
        {
            "read": OneOf(("yes",)),
            "at": INSTANT,
            "of": OneOf(("organization", "project")),
            "says": OneOf(
                (
                    "zero-data-retention",
                    "modified-abuse-monitoring",
                    "enhanced-zero-data-retention",
                    "enhanced-modified-abuse-monitoring",
                    "none",
                )
            ),
        },
        {"read": OneOf(("no",)), "at": INSTANT, "because": OneOf(("no-key", "refused", "unclear"))},
    )
)
PROCESSOR = {
    "id": TEXT,
    "outcome": OUTCOMES,
    "retention": TEXT,
    "answerOwedAt": INSTANT,
    "answeredAt": Maybe(INSTANT),
    "evidenceHash": Maybe(HASH),
    "things": Maybe(THINGS),
    "until": Maybe(INSTANT),
    "setting": Maybe(SETTING),
}
SEAL = {
    "holdId": TEXT,
    "placedAt": INSTANT,
    "until": INSTANT,
    "planDigest": HASH,
    "approvedAt": INSTANT,
    "liftedAt": Maybe(INSTANT),
    "statement": TEXT,
}
COPIES_LEFT = {"store": TEXT, "copies": COUNT, "withoutEnd": COUNT, "lastDay": Maybe(INSTANT)}
PSEUDONYMISED = {"store": TEXT, "records": COUNT, "keeps": [TEXT]}
BODY = {
    "schema": OneOf(("lethe.certificate/1",)),
    **dict.fromkeys(("service", "region", "requestId", "subjectRef"), TEXT),
    "attempt": POSITIVE,
    "scope": OneOf(
        ("account", "project", "page", "image", "category", "processors", "minor", "preserve-and-report")
    ),
    "itemRef": Maybe(TEXT),
    "category": Maybe(TEXT),
    "processor": Maybe(TEXT),
    "policyDigest": HASH,
    **dict.fromkeys(("openedAt", "frozenAt", "issuedAt"), INSTANT),
    "final": FLAG,
    "stores": [STORE],
    "processors": {"declared": COUNT, "statement": TEXT, "outcomes": Maybe([PROCESSOR])},
    "backups": {
        "declared": COUNT,
        "statement": TEXT,
        "lookedAt": Maybe(INSTANT),
        "lastCopyGoneBy": Maybe(INSTANT),
        "stores": Maybe([COPIES_LEFT]),
    },
    "retained": [
        {"category": TEXT, "legalBasis": TEXT, "until": INSTANT, "pseudonymised": Maybe(PSEUDONYMISED)}
    ],
    "sealed": Maybe(SEAL),
    "lateWrites": Maybe({"until": INSTANT, "lookedAgainAt": INSTANT, "purged": COUNT}),
    "gaps": [TEXT],
    "lanes": [LANE],
}
PROOF = {"leafIndex": COUNT, "path": [HASH]}
CHECKPOINT = {
    "schema": OneOf(("lethe.checkpoint/1",)),
    "service": TEXT,
    "region": TEXT,
    "treeSize": POSITIVE,
    "rootHash": HASH,
    "at": INSTANT,
    "keyId": HASH,
    "algorithm": OneOf(("ECDSA_P256_SHA256",)),
}
CERTIFICATE_FILE = {
    "schema": OneOf(("lethe.certificate-file/1",)),
    "body": BODY,
    "proofs": {"certificate": PROOF, "lanes": [PROOF]},
    "checkpoint": {"document": CHECKPOINT, "signature": SIGNATURE},
}
KEY = {
    "schema": OneOf(("lethe.signing-key/1",)),
    "service": TEXT,
    "keyId": HASH,
    "algorithm": OneOf(("ECDSA_P256_SHA256",)),
    "publicKeyPem": TEXT,
    "validFrom": INSTANT,
    "validUntil": Maybe(INSTANT),
}


def fits(value, shape) -> bool:
    """Says whether a value has a form."""
    if isinstance(shape, AnyOf):
        return any(fits(value, one) for one in shape)
    if isinstance(shape, dict):
        if not isinstance(value, dict) or value.keys() - shape.keys():
            return False
        return all(
            fits(value[key], member.shape if isinstance(member, Maybe) else member)
            if key in value
            else isinstance(member, Maybe)
            for key, member in shape.items()
        )
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(item, shape[0]) for item in value)
    if shape in (COUNT, POSITIVE):
        return type(value) is int and (1 if shape == POSITIVE else 0) <= value <= LARGEST
    if shape == FLAG:
        return isinstance(value, bool)
    if not isinstance(value, str):
        return False
    if isinstance(shape, OneOf):
        return value in shape
    if isinstance(shape, re.Pattern):
        return shape.match(value) is not None
    return is_instant(value) if shape == INSTANT else value != ""


def is_instant(text: str) -> bool:
    """Says whether a text is a moment of the calendar, UTC."""
    found = INSTANT_FORM.match(text)
    if not found:
        return False
    try:
        datetime.fromisoformat(found[1] + (found[2] or "")[:3])
    except ValueError:
        return False
    return True
