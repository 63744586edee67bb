import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { ScopeTextSchema, scopeOf } from "../../shared/domain/erasure/scope.ts";
import { StepSchema } from "../../shared/domain/erasure/step.ts";
import { fillSubject, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { EntryBodySchema } from "../../shared/domain/ledger/entry.ts";
import { RequestIdSchema } from "../../shared/domain/requests/request-id.ts";

const MILLION = 1_000_000;
/** What takes time by the square of a million takes minutes; the slowest machine does a million steps in this. */
const LINEAR_MS = 500;

describe("a document with a member named __proto__", () => {
  it.each([
    ["a step", StepSchema, '{"schema":"lethe.step/1","service":"s","region":"r","attempt":1}'],
    ["an entry", EntryBodySchema, '{"kind":"sealed","remaining":0}'],
  ] as const)("is refused as %s, and changes no other object", (_, schema, text) => {
    for (const name of ["__proto__", "constructor", "prototype"]) {
      const hostile: unknown = JSON.parse(text.replace("{", `{"${name}":{"isAdmin":true},`));
      expect(schema.safeParse(hostile).success).toBe(false);
      expect({}).not.toHaveProperty("isAdmin");
    }
  });

  it("keeps that member as any other where all of a document counts", () => {
    const text = '{"__proto__":{"a":1},"b":2}';
    expect(canonicalJson(JSON.parse(text))).toBe(text);
    expect({}).not.toHaveProperty("a");
  });
});

describe("a text that is made to be slow to read", () => {
  const texts = ["a", "-", "{subject}/", "a:", "..", "req_", "0", "\u202e", "project:"].map((part) =>
    part.repeat(MILLION / part.length),
  );

  it.each([
    ["a subject id", (text: string) => subjectIdOf(text)],
    ["a scope", (text: string) => scopeOf(text)],
    ["a scope with an id", (text: string) => scopeOf(`project:${text}`)],
    ["a scope in a document", (text: string) => ScopeTextSchema.safeParse(text)],
    ["a request id", (text: string) => RequestIdSchema.safeParse(text)],
    ["a template", (text: string) => fillSubject(text, subjectIdOf("1"))],
  ])("is read as %s in time that grows with its length alone", (_, read) => {
    for (const text of texts) {
      const began = performance.now();
      try {
        read(text);
      } catch (error) {
        // A refusal repeats nothing of what was typed.
        expect(String(error).length).toBeLessThan(1_000);
      }
      expect(performance.now() - began).toBeLessThan(LINEAR_MS);
    }
  });
});
