import { describe, expect, it } from "vitest";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { subjectReference } from "../../../shared/domain/erasure/subject-reference.ts";
import {
  addressReference,
  canonicalAddress,
  NotAnAddress,
} from "../../../shared/domain/rights/address-reference.ts";

const SECRET = { version: 3, key: new Uint8Array(32).fill(7) };
const refOf = (address: string) => addressReference(SECRET, "dream-portraits", address);

describe("the reference of an address", () => {
  it("is the same in whatever case A to Z are written", () => {
    expect(refOf("Ada@Mail.Example")).toBe(refOf("ada@mail.example"));
    expect(refOf("ada@mail.example")).toMatch(/^v3_[0-9a-f]{64}$/);
  });

  it.each([
    ["what follows a plus", "ada+x@mail.example", "ada@mail.example"],
    ["dots", "a.da@mail.example", "ada@mail.example"],
    ["the Kelvin sign and k", "\u212Aim@mail.example", "kim@mail.example"],
    ["letters with marks in two cases", "É@mail.example", "é@mail.example"],
    ["two forms of one letter", "e\u0301@mail.example", "é@mail.example"],
    ["full-width letters", "ａda@mail.example", "ada@mail.example"],
    ["Cyrillic and Latin", "аda@mail.example", "ada@mail.example"],
    ["a soft hyphen", "a\u00adda@mail.example", "ada@mail.example"],
    ["space at the end of the local part", "ada @mail.example", "ada@mail.example"],
  ])("keeps addresses apart that differ in %s", (_, one, other) => {
    expect(refOf(one)).not.toBe(refOf(other));
  });

  it("says nothing without the key or to another service, and is nobody's subject reference", () => {
    const address = "ada@mail.example";
    const other = { version: 3, key: new Uint8Array(32).fill(8) };
    expect(addressReference(other, "dream-portraits", address)).not.toBe(refOf(address));
    expect(addressReference(SECRET, "gpt-image", address)).not.toBe(refOf(address));
    expect(subjectReference(SECRET, "dream-portraits", subjectIdOf("ada"))).not.toBe(refOf("ada@a"));
    expect(subjectReference(SECRET, "address", subjectIdOf("ada"))).not.toBe(refOf("ada@a"));
  });

  it.each([
    "",
    "@",
    "ada",
    "@mail.example",
    "ada@",
    "ada@mail.example\n",
    "a\0da@mail.example",
    "ada@mail example",
  ])("refuses what is no address, and does not repeat it: %j", (text) => {
    expect(() => canonicalAddress(text)).toThrow(NotAnAddress);
    if (text.length > 3) expect(() => canonicalAddress(text)).not.toThrow(text);
  });
});
