import { describe, expect, it } from "vitest";
import { fillSubject, InvalidSubjectId, subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import {
  itemReference,
  retentionPseudonym,
  subjectReference,
} from "../../../shared/domain/erasure/subject-reference.ts";

describe("a subject id", () => {
  it.each(["1", "user_10", "A-b", "x".repeat(128)])("may be %s", (text) => {
    expect(subjectIdOf(text)).toBe(text);
  });

  it.each([
    "",
    "*",
    ".",
    "..",
    "../x",
    "users/1",
    "a b",
    "ü",
    "x".repeat(129),
    "x".repeat(2048),
    undefined,
    null,
    7,
  ])("may not be %s", (text) => {
    expect(() => subjectIdOf(text)).toThrow(InvalidSubjectId);
  });

  it("is not repeated in the error, because what was typed may be an address", () => {
    expect(() => subjectIdOf("person@example.com")).not.toThrow(/person/);
    expect(() => subjectIdOf("person@example.com")).toThrow(InvalidSubjectId);
  });

  it("fills a template so that a longer id does not share the prefix", () => {
    expect(fillSubject("users/{subject}/…", subjectIdOf("1"))).toBe("users/1/");
    expect("users/10/photo".startsWith(fillSubject("users/{subject}/…", subjectIdOf("1")))).toBe(false);
    expect(fillSubject("SUBJECT#{subject}", subjectIdOf("1"))).toBe("SUBJECT#1");
  });
});

describe("a subject reference", () => {
  const secret = { version: 2, key: new Uint8Array(32).fill(1) };
  const subject = subjectIdOf("1");

  it("is the same for the same person and key, and names the key's version", () => {
    const reference = subjectReference(secret, "dream-portraits", subject);
    expect(reference).toMatch(/^v2_[0-9a-f]{64}$/);
    expect(subjectReference(secret, "dream-portraits", subject)).toBe(reference);
  });

  it("differs by person, by service and by key", () => {
    const references = [
      subjectReference(secret, "dream-portraits", subject),
      subjectReference(secret, "dream-portraits", subjectIdOf("10")),
      subjectReference(secret, "another-service", subject),
      subjectReference({ ...secret, key: new Uint8Array(32).fill(2) }, "dream-portraits", subject),
    ];
    expect(new Set(references).size).toBe(4);
  });
});

describe("the pseudonym of what is kept", () => {
  const secret = { version: 2, key: new Uint8Array(32).fill(1) };
  const subject = subjectIdOf("1");
  const pseudonym = retentionPseudonym(secret, "dream-portraits", subject);

  it("has the form of a subject id and names the key's version, so that it fits where an id stood", () => {
    expect(pseudonym).toMatch(/^r2_[0-9a-f]{64}$/);
    expect(subjectIdOf(pseudonym)).toBe(pseudonym);
    expect(retentionPseudonym(secret, "dream-portraits", subject)).toBe(pseudonym);
  });

  it("has nothing in common with the references of the same person, nor with those of a service of that name", () => {
    const hash = (text: string) => text.slice(text.indexOf("_") + 1);
    const item = { kind: "image", id: "1" };
    const others = [
      subjectReference(secret, "dream-portraits", subject),
      subjectReference(secret, "retained-record", subject),
      itemReference(secret, "retained-record", subject, item),
      retentionPseudonym(secret, "another-service", subject),
      retentionPseudonym({ ...secret, key: new Uint8Array(32).fill(2) }, "dream-portraits", subject),
      retentionPseudonym(secret, "dream-portraits", subjectIdOf("10")),
    ];
    expect(others.map(hash)).not.toContain(hash(pseudonym));
    expect(new Set(others).size).toBe(others.length);
  });
});
