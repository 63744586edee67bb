"""Checks a certificate of erasure. Shares no code with the product and needs nothing but Python.

    python3 verify/verify.py CERTIFICATE KEYFILE...

KEYFILE is a public key as it was archived at deployment. Exit codes: 0 valid, 1 refused (the check that failed is
named), 2 not understood. With --batch the certificates' paths are read from standard input, one a line, and one line of
JSON is printed for each.
"""

import base64
import hashlib
import json
import re
import sys
from pathlib import Path

import p256
from shapes import CERTIFICATE_FILE, KEY, fits


class Refused(Exception):
    """A check failed; its name comes first."""


def main(arguments: list) -> int:
    """Runs the command and returns its exit code."""
    batch = "--batch" in arguments
    paths = [argument for argument in arguments if argument != "--batch"]
    if len(paths) < (1 if batch else 2):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    key_files = paths if batch else paths[1:]
    keys = [json.loads(Path(path).read_text("utf-8")) for path in key_files]
    if not all(fits(key, KEY) for key in keys):
        print("A key file is not a public key as archived at deployment.", file=sys.stderr)
        return 2
    if batch:
        for line in sys.stdin:
            print(json.dumps({"check": verdict(Path(line.rstrip("\n")).read_bytes(), keys)[0]}))
        return 0
    check, why = verdict(Path(paths[0]).read_bytes(), keys)
    print("Valid." if check == "valid" else f"Refused: the check of {check} failed; {why}.")
    return 0 if check == "valid" else 1


def verdict(data: bytes, keys: list) -> tuple:
    """Returns ``("valid", "")`` or the name of the check that failed and why."""
    try:
        check_certificate(data, keys)
    except Refused as refusal:
        return refusal.args
    return "valid", ""


def check_certificate(data: bytes, keys: list) -> None:
    """Makes the five checks in their order; raises Refused at the first that fails."""
    try:
        text = data.decode("utf-8")
        document = json.loads(text, parse_constant=refuse_constant)
    except ValueError as error:
        raise Refused("syntax", "it is not JSON") from error
    if not fits(document, CERTIFICATE_FILE):
        raise Refused("syntax", "it does not have the form of a certificate")
    if canonical(document) != text:
        raise Refused("canonical bytes", "these are not the bytes of its canonical JSON")
    checkpoint, signature = document["checkpoint"]["document"], document["checkpoint"]["signature"]
    point = p256_point(key_for(document["body"], checkpoint, keys))
    if not p256.is_signed(point, digest(canonical(checkpoint)), signature):
        raise Refused("signature", "the signature is not one of this key over this checkpoint")
    check_inclusion(document, checkpoint)


def key_for(body: dict, checkpoint: dict, keys: list) -> dict:
    """Returns the trusted key that the checkpoint names, if it may sign this."""
    for key in keys:
        if hashlib.sha256(spki(key)).hexdigest() != checkpoint["keyId"]:
            continue
        at = checkpoint["at"]
        if not key["validFrom"] <= at <= key.get("validUntil", at):
            raise Refused("key", "it was not in force then")
        if not key["service"] == body["service"] == checkpoint["service"]:
            raise Refused("key", "it signs for another service")
        return key
    raise Refused("key", "it is not among those to check with")


def check_inclusion(document: dict, checkpoint: dict) -> None:
    """Checks that the signed tree holds the certificate and each of its lanes."""
    body, proofs = document["body"], document["proofs"]
    certificate = {
        "schema": "lethe.leaf/1",
        "kind": "certificate",
        "certificateHash": digest(canonical(body)).hex(),
    }
    lanes = [{"schema": "lethe.leaf/1", "kind": "lane-head", **lane} for lane in body["lanes"]]
    if len(proofs["lanes"]) != len(lanes):
        raise Refused("inclusion", "it does not have one proof for each lane")
    for leaf, proof in zip([certificate, *lanes], [proofs["certificate"], *proofs["lanes"]]):
        if root_from(leaf, proof, checkpoint["treeSize"]) != checkpoint["rootHash"]:
            raise Refused("inclusion", f"the signed tree does not hold {leaf.get('lane', 'this certificate')}")


def root_from(leaf: dict, proof: dict, size: int) -> str:
    """Returns the root that the path leads to, empty if it does not fit the size (RFC 9162, 2.1.3.2)."""
    node, last = proof["leafIndex"], size - 1
    if node > last:
        return ""
    hashed = digest(canonical(leaf), b"\x00")
    for sister in map(bytes.fromhex, proof["path"]):
        if last == 0:
            return ""
        if node & 1 or node == last:
            hashed = hashlib.sha256(b"\x01" + sister + hashed).digest()
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            hashed = hashlib.sha256(b"\x01" + hashed + sister).digest()
        node, last = node >> 1, last >> 1
    return hashed.hex() if last == 0 else ""


def canonical(value) -> str:
    """Returns the RFC 8785 text of a value made of objects, arrays, strings, booleans and whole numbers."""
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{canonical(key)}:{canonical(member)}" for key, member in members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def digest(text: str, prefix: bytes = b"") -> bytes:
    """Returns SHA-256 of a prefix and UTF-8 text."""
    return hashlib.sha256(prefix + text.encode("utf-8", "surrogatepass")).digest()


def spki(key: dict) -> bytes:
    """Returns a public key's SPKI in DER."""
    return base64.b64decode(re.sub(r"-----[A-Z ]+-----|\s", "", key["publicKeyPem"]))


def p256_point(key: dict) -> tuple:
    """Returns the point of an uncompressed P-256 key, which ends its SPKI."""
    data = spki(key)
    if len(data) != 91 or data[26] != 4:
        raise Refused("key", "it is not a P-256 key")
    return int.from_bytes(data[27:59], "big"), int.from_bytes(data[59:], "big")


def refuse_constant(name: str):
    """JSON has no NaN and no Infinity."""
    raise ValueError(name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
