from gaps.replacing import must, truth

RULE_TYPE = "AWS::SES::ReceiptRule"


def close() -> None:
    """Closes: a template with a receipt rule fails, though SES here stores such rules."""
    from ministack.services.cloudformation import provisioners

    provisioners._RESOURCE_HANDLERS[RULE_TYPE] = {"create": create, "update": update, "delete": delete}


def create(logical_id: str, props: dict, stack_name: str) -> tuple:
    """Adds the rule to a rule set that is there, and to no other."""
    from ministack.services import ses

    name = props["Rule"].get("Name") or f"{stack_name}-{logical_id}"
    params = {"RuleSetName": props["RuleSetName"], **rule_params({**props["Rule"], "Name": name})}
    if props.get("After"):
        params["After"] = props["After"]
    must(ses._create_receipt_rule(params), f"The receipt rule {name}")
    return name, {}


def update(physical_id: str, old_props: dict, new_props: dict, stack_name: str, *_, **__) -> tuple:
    """Puts another rule in its place: SES here has no call that changes one."""
    delete(physical_id, old_props)
    rule = {**new_props["Rule"], "Name": new_props["Rule"].get("Name") or physical_id}
    return create(physical_id, {**new_props, "Rule": rule}, stack_name)


def delete(physical_id: str, props: dict) -> None:
    """Takes the rule out of its rule set."""
    from ministack.services import ses

    params = {"RuleSetName": props["RuleSetName"], "RuleName": physical_id}
    must(ses._delete_receipt_rule(params), f"The end of the receipt rule {physical_id}")


def rule_params(rule: dict) -> dict:
    """Returns a rule of a template as SES's own API takes it."""
    params = {
        "Rule.Name": rule["Name"],
        "Rule.Enabled": str(truth(rule.get("Enabled"))).lower(),
        "Rule.ScanEnabled": str(truth(rule.get("ScanEnabled"))).lower(),
        "Rule.TlsPolicy": rule.get("TlsPolicy", "Optional"),
    }
    for at, recipient in enumerate(rule.get("Recipients") or [], start=1):
        params[f"Rule.Recipients.member.{at}"] = recipient
    for at, action in enumerate(rule.get("Actions") or [], start=1):
        for kind, settings in action.items():
            for setting, value in settings.items():
                params[f"Rule.Actions.member.{at}.{kind}.{setting}"] = value
    return params
