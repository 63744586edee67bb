from gaps.replacing import after_provisioning, must, truth
from xml_body import xml_body

UNTRANSLATED = ("Transition", "Transitions", "NoncurrentVersionTransition", "NoncurrentVersionTransitions")


def close() -> None:
    """Closes: CloudFormation drops a bucket's lifecycle, encryption, Object Lock and tags without a word."""
    after_provisioning("AWS::S3::Bucket", apply)


def apply(name: str, props: dict) -> None:
    """Puts every setting of the template through S3's own API, and removes what the template lost."""
    from ministack.services import s3

    lifecycle = (props.get("LifecycleConfiguration") or {}).get("Rules")
    if lifecycle:
        rules = xml_body("LifecycleConfiguration", {"Rule": [lifecycle_rule(rule) for rule in lifecycle]})
        must(s3._put_bucket_lifecycle(name, rules), f"The lifecycle of {name}")
    else:
        s3._delete_bucket_lifecycle(name)

    encryption = (props.get("BucketEncryption") or {}).get("ServerSideEncryptionConfiguration")
    if encryption:
        rules = {"Rule": [encryption_rule(rule) for rule in encryption]}
        must(s3._put_bucket_encryption(name, xml_body("ServerSideEncryptionConfiguration", rules)),
             f"The encryption of {name}")
    else:
        s3._delete_bucket_encryption(name)

    if truth(props.get("ObjectLockEnabled")):
        # AWS turns versioning on with the lock.
        s3._bucket_versioning[name] = "Enabled"
        must(s3._put_object_lock_configuration(name, object_lock(props)), f"The Object Lock of {name}")

    tags = [{"Key": tag["Key"], "Value": tag["Value"]} for tag in props.get("Tags") or []]
    if tags:
        must(s3._put_bucket_tagging(name, xml_body("Tagging", {"TagSet": {"Tag": tags}})), f"The tags of {name}")
    else:
        s3._delete_bucket_tagging(name)


def lifecycle_rule(rule: dict) -> dict:
    """Translates a rule of a template into one of S3's API; one it cannot store fails the stack."""
    dropped = [key for key in UNTRANSLATED if key in rule]
    if dropped:
        raise ValueError(f"The embedded AWS does not store {', '.join(dropped)} of a lifecycle rule.")
    noncurrent = rule.get("NoncurrentVersionExpiration") or {}
    noncurrent_days = noncurrent.get("NoncurrentDays", rule.get("NoncurrentVersionExpirationInDays"))
    marker = rule.get("ExpiredObjectDeleteMarker")
    expiration = {
        "Days": rule.get("ExpirationInDays"),
        "Date": rule.get("ExpirationDate"),
        "ExpiredObjectDeleteMarker": None if marker is None else truth(marker),
    }
    abort = rule.get("AbortIncompleteMultipartUpload")
    return {
        "ID": rule.get("Id"),
        "Status": rule["Status"],
        "Filter": lifecycle_filter(rule),
        "Expiration": expiration if any(value is not None for value in expiration.values()) else None,
        "NoncurrentVersionExpiration": None if noncurrent_days is None else {
            "NoncurrentDays": noncurrent_days,
            "NewerNoncurrentVersions": noncurrent.get("NewerNoncurrentVersions"),
        },
        "AbortIncompleteMultipartUpload": abort and {"DaysAfterInitiation": abort["DaysAfterInitiation"]},
    }


def lifecycle_filter(rule: dict) -> dict:
    """Returns the filter; several conditions stand together in an ``And``."""
    conditions = {
        "Prefix": rule.get("Prefix"),
        "Tag": [{"Key": tag["Key"], "Value": tag["Value"]} for tag in rule.get("TagFilters") or []],
        "ObjectSizeGreaterThan": rule.get("ObjectSizeGreaterThan"),
        "ObjectSizeLessThan": rule.get("ObjectSizeLessThan"),
    }
    given = {key: value for key, value in conditions.items() if value not in (None, [])}
    if not given:
        return {"Prefix": ""}
    return given if len(given) == 1 and len(given.get("Tag", [None])) == 1 else {"And": given}


def encryption_rule(rule: dict) -> dict:
    """Translates a default encryption rule of a template into one of S3's API."""
    default = rule.get("ServerSideEncryptionByDefault") or {}
    bucket_key = rule.get("BucketKeyEnabled")
    return {
        "ApplyServerSideEncryptionByDefault": default and {
            "SSEAlgorithm": default["SSEAlgorithm"],
            "KMSMasterKeyID": default.get("KMSMasterKeyID"),
        },
        "BucketKeyEnabled": None if bucket_key is None else truth(bucket_key),
    }


def object_lock(props: dict) -> bytes:
    """Returns the lock of a template, with its default retention if it has one."""
    rule = (props.get("ObjectLockConfiguration") or {}).get("Rule")
    retention = (rule or {}).get("DefaultRetention") or {}
    period = {key: retention[key] for key in ("Mode", "Days", "Years") if key in retention}
    return xml_body("ObjectLockConfiguration", {
        "ObjectLockEnabled": "Enabled",
        "Rule": {"DefaultRetention": period} if period else None,
    })
