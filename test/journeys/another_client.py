"""Puts a person's data where the service would, and looks for it, with a client of another maker."""

import json
import sys
import time

import boto3

# Keys that a client may get wrong: plus signs, percent signs, spaces, empty parts, two forms of one letter, a tab.
# The embedded AWS cannot list keys with characters that XML has no place for.
AWKWARD = ("a+b", "a%2Bb", "a b", "a//b", "caf\u00e9", "cafe\u0301", "tab\there", "<&>\"'", "\u2028", "..")


def main() -> None:
    """Runs ``put`` or ``count`` and prints one JSON document."""
    verb, where, subject = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]
    print(json.dumps({"put": put, "count": count, "upload": upload, "gone": gone}[verb](where, subject)))


def put(where: dict, subject: str) -> dict:
    """Stores objects, versions, a delete marker, an unfinished upload, items and an account."""
    s3 = boto3.client("s3")
    for bucket in where["buckets"]:
        for name in AWKWARD:
            s3.put_object(Bucket=bucket, Key=f"users/{subject}/{name}", Body=b"one")
            s3.put_object(Bucket=bucket, Key=f"users/{subject}/{name}", Body=b"two")
        s3.delete_object(Bucket=bucket, Key=f"users/{subject}/a+b")
        s3.create_multipart_upload(Bucket=bucket, Key=f"users/{subject}/unfinished")
    for table in where["tables"]:
        rows = boto3.resource("dynamodb").Table(table["name"])
        with rows.batch_writer() as batch:
            for number in range(60):
                batch.put_item(Item={"owner": f"SUBJECT#{subject}", table["sort"]: f"row-{number}"})
    boto3.client("cognito-idp").admin_create_user(
        UserPoolId=where["pool"],
        Username=subject,
        MessageAction="SUPPRESS",
        UserAttributes=[{"Name": "email", "Value": f"{subject}@people.example"}],
    )
    return count(where, subject)


def upload(where: dict, subject: str) -> dict:
    """Stores objects in each way there is, one without an owner, and an item; says when, in epoch seconds."""
    s3 = boto3.client("s3")
    for bucket in where["buckets"]:
        for name in AWKWARD:
            s3.put_object(Bucket=bucket, Key=f"users/{subject}/{name}", Body=b"put")
        s3.copy_object(
            Bucket=bucket, Key=f"users/{subject}/copy", CopySource={"Bucket": bucket, "Key": f"users/{subject}/a+b"}
        )
        key = f"users/{subject}/parts"
        begun = s3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"]
        part = s3.upload_part(Bucket=bucket, Key=key, UploadId=begun, PartNumber=1, Body=b"part")
        parts = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
        s3.complete_multipart_upload(Bucket=bucket, Key=key, UploadId=begun, MultipartUpload=parts)
    for table in where["tables"]:
        rows = boto3.resource("dynamodb").Table(table["name"])
        rows.put_item(Item={"owner": f"SUBJECT#{subject}", table["sort"]: "row"})
    return {"at": time.time(), **count(where, subject)}


def gone(where: dict, subject: str) -> dict:
    """Looks until nothing of a subject is left, and says when that was, in epoch seconds; gives up after a minute."""
    for _ in range(600):
        left = sum(found for name, found in count(where, subject).items() if name != "accounts")
        if left == 0:
            return {"at": time.time()}
        time.sleep(0.1)
    return {"left": left}


def count(where: dict, subject: str) -> dict:
    """Counts what is there of a subject, store by store."""
    s3 = boto3.client("s3")
    found = {}
    for bucket in where["buckets"]:
        prefix = f"users/{subject}/"
        pages = s3.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix=prefix)
        entries = sum(len(page.get("Versions", [])) + len(page.get("DeleteMarkers", [])) for page in pages)
        uploads = s3.list_multipart_uploads(Bucket=bucket, Prefix=prefix).get("Uploads", [])
        found[bucket] = entries + len(uploads)
    for table in where["tables"]:
        rows = boto3.resource("dynamodb").Table(table["name"])
        key = boto3.dynamodb.conditions.Key("owner").eq(f"SUBJECT#{subject}")
        found[table["name"]] = rows.query(KeyConditionExpression=key, ConsistentRead=True)["Count"]
    if "pool" in where:
        users = boto3.client("cognito-idp").list_users(UserPoolId=where["pool"])["Users"]
        found["accounts"] = sum(user["Username"] == subject for user in users)
    return found


main()
