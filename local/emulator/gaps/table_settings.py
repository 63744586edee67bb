import json

from gaps.replacing import after_provisioning, must, truth


def close() -> None:
    """Closes: CloudFormation drops a table's time to live, point-in-time recovery, encryption and policy.

    Deletion protection is set on creation by stock, but not read from the text "true".
    """
    after_provisioning("AWS::DynamoDB::Table", apply)
    after_provisioning("AWS::DynamoDB::GlobalTable", apply)


def apply(name: str, props: dict) -> None:
    """Puts every setting of the template through DynamoDB's own functions."""
    from ministack.services import dynamodb

    expiry = props.get("TimeToLiveSpecification") or {}
    if expiry.get("AttributeName"):
        specification = {"Enabled": truth(expiry.get("Enabled")), "AttributeName": expiry["AttributeName"]}
        must(dynamodb._update_ttl({"TableName": name, "TimeToLiveSpecification": specification}),
             f"The time to live of {name}")
    else:
        dynamodb._ttl_settings.pop(name, None)

    recovery = replica(props).get("PointInTimeRecoverySpecification") or {}
    dynamodb._pitr_settings[name] = truth(recovery.get("PointInTimeRecoveryEnabled"))

    encryption = dict(props.get("SSESpecification") or {})
    key = (replica(props).get("SSESpecification") or {}).get("KMSMasterKeyId")
    if "SSEEnabled" in encryption:
        encryption["Enabled"] = truth(encryption.pop("SSEEnabled"))
    if key:
        encryption["KMSMasterKeyId"] = key
    table = dynamodb._tables[name]
    table["SSEDescription"] = dynamodb._sse_description_from_spec(encryption)
    table["DeletionProtectionEnabled"] = truth(replica(props).get("DeletionProtectionEnabled"))


    policy = (props.get("ResourcePolicy") or replica(props).get("ResourcePolicy") or {}).get("PolicyDocument")
    if policy:
        must(dynamodb._put_resource_policy({"ResourceArn": table["TableArn"], "Policy": json.dumps(policy)}),
             f"The policy of {name}")
    else:
        dynamodb._resource_policies.pop(table["TableArn"], None)


def replica(props: dict) -> dict:
    """Returns what a global table says of its one local replica, or the table itself."""
    from ministack.core.responses import get_region

    for candidate in props.get("Replicas") or []:
        if candidate.get("Region") == get_region():
            return candidate
    return props
