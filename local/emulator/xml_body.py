"""Writes the XML bodies that S3's own API takes."""

from xml.etree.ElementTree import Element, SubElement, tostring


def xml_body(tag: str, content: dict) -> bytes:
    """Returns the document: a list repeats its tag, a dict nests, None is left out."""
    root = Element(tag, xmlns="http://s3.amazonaws.com/doc/2006-03-01/")
    append(root, content)
    return tostring(root, encoding="utf-8")


def append(parent: Element, content: dict) -> None:
    """Adds every member of ``content`` below ``parent``."""
    for tag, value in content.items():
        for item in value if isinstance(value, list) else [value]:
            if item is None:
                continue
            child = SubElement(parent, tag)
            if isinstance(item, dict):
                append(child, item)
            else:
                child.text = str(item).lower() if isinstance(item, bool) else str(item)
