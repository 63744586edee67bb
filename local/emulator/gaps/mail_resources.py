import time

from gaps.replacing import truth


def close() -> None:
    """Closes: templates with SES receipt rules, rule sets or mail templates are refused as unsupported.

    They are stored where SES's own API reads them. Receiving itself stays out: no rule is executed here.
    """
    from ministack.services.cloudformation import provisioners

    for resource_type, store, remove in (
        ("AWS::SES::ReceiptRuleSet", store_rule_set, remove_rule_set),
        ("AWS::SES::ReceiptRule", store_rule, remove_rule),
        ("AWS::SES::Template", store_template, remove_template),
    ):
        provisioners._RESOURCE_HANDLERS[resource_type] = handler(store, remove)


def handler(store, remove) -> dict:
    """Returns the three functions CloudFormation wants; an update stores anew and drops the old name."""
    def update(physical_id, old_props, new_props, stack_name):
        remove(physical_id, old_props)
        return store(physical_id, new_props, stack_name)

    return {"create": store, "update": update, "delete": remove}


def store_rule_set(logical_id: str, props: dict, stack_name: str) -> tuple:
    from ministack.services import ses

    name = props.get("RuleSetName") or f"{stack_name}-{logical_id}"
    rules = ses._receipt_rule_sets.get(name, {}).get("Rules", [])
    created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    ses._receipt_rule_sets[name] = {"Metadata": {"Name": name, "CreatedTimestamp": created}, "Rules": rules}
    return name, {}


def remove_rule_set(physical_id: str, props: dict) -> None:
    from ministack.services import ses

    ses._receipt_rule_sets.pop(physical_id, None)


def store_rule(logical_id: str, props: dict, stack_name: str) -> tuple:
    from ministack.services import ses

    rule_set = ses._receipt_rule_sets.get(props["RuleSetName"])
    if rule_set is None:
        raise ValueError(f"The receipt rule set {props['RuleSetName']} does not exist.")
    declared = props["Rule"]
    rule = {
        "Name": declared.get("Name") or f"{stack_name}-{logical_id}",
        "Enabled": truth(declared.get("Enabled")),
        "TlsPolicy": declared.get("TlsPolicy", "Optional"),
        "Actions": declared.get("Actions") or [],
        "Recipients": sorted(declared.get("Recipients") or []),
        "ScanEnabled": truth(declared.get("ScanEnabled")),
    }
    names = [known["Name"] for known in rule_set["Rules"]]
    after = props.get("After")
    if after and after not in names:
        raise ValueError(f"The receipt rule {after} does not exist.")
    rule_set["Rules"].insert(names.index(after) + 1 if after else 0, rule)
    return rule["Name"], {}


def remove_rule(physical_id: str, props: dict) -> None:
    from ministack.services import ses

    rule_set = ses._receipt_rule_sets.get(props["RuleSetName"])
    if rule_set:
        rule_set["Rules"] = [rule for rule in rule_set["Rules"] if rule["Name"] != physical_id]


def store_template(logical_id: str, props: dict, stack_name: str) -> tuple:
    from ministack.services import ses

    template = props.get("Template") or {}
    name = template.get("TemplateName") or f"{stack_name}-{logical_id}"
    ses._templates[name] = {
        "TemplateName": name,
        "SubjectPart": template.get("SubjectPart", ""),
        "TextPart": template.get("TextPart", ""),
        "HtmlPart": template.get("HtmlPart", ""),
        "CreatedTimestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }
    return name, {}


def remove_template(physical_id: str, props: dict) -> None:
    from ministack.services import ses

    ses._templates.pop(physical_id, None)
