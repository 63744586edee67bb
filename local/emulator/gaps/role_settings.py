from gaps.replacing import after_provisioning


def close() -> None:
    """Closes: CloudFormation drops a role's permissions boundary."""
    after_provisioning("AWS::IAM::Role", apply)


def apply(name: str, props: dict) -> None:
    """Keeps the boundary of the template where GetRole looks for it; none is enforced here."""
    from ministack.services import iam

    iam._roles[name]["PermissionsBoundary"] = props.get("PermissionsBoundary")
