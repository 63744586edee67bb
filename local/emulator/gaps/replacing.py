"""Replaces a function of MiniStack, and refuses to do so when it is not there."""


def replace(module, name: str, build) -> None:
    """Sets ``module.name`` to ``build(original)``; a missing original ends the start."""
    original = getattr(module, name)
    setattr(module, name, build(original))


def after_provisioning(resource_type: str, apply) -> None:
    """Calls ``apply(physical_id, properties)`` after CloudFormation created or updated such a resource."""
    from ministack.services.cloudformation import provisioners

    handlers = provisioners._RESOURCE_HANDLERS[resource_type]
    create, update = handlers["create"], handlers.get("update")

    def created(logical_id, props, stack_name):
        physical_id, attributes = create(logical_id, props, stack_name)
        apply(physical_id, props)
        return physical_id, attributes

    def updated(physical_id, old_props, new_props, stack_name, *logical_id, **named):
        result = update(physical_id, old_props, new_props, stack_name, *logical_id, **named)
        apply(result[0], new_props)
        return result

    handlers["create"] = created
    if update:
        handlers["update"] = updated


def must(result: tuple, what: str) -> None:
    """Raises, which fails the stack, when an in-process call was refused."""
    if result[0] >= 400:
        raise ValueError(f"{what} was refused: {result[2]!r}")


def truth(value) -> bool:
    """Reads a boolean of a template, which may be the text "true"."""
    return value is True or str(value).lower() == "true"
