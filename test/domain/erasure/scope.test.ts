import { describe, expect, it } from "vitest";
import { closesAccount, InvalidScope, scopeOf, scopeText } from "../../../shared/domain/erasure/scope.ts";

const SCOPES = [
  ...["account", "project:p-1", "page:3", "image:portrait-1.png", "category:facial-landmarks"],
  ...["processors", "processors:openai", "minor", "preserve-and-report"],
];

describe("a scope", () => {
  it.each(SCOPES)("is read and written alike: %s", (text) => {
    expect(scopeText(scopeOf(text))).toBe(text);
  });

  it.each([
    ...["", "all", "*", "account:1", "minor:1", "project", "project:", "page:..", "page:.", "image:a/b"],
    ...["image:../a", "image:*", `project:${"x".repeat(129)}`, "category:", "category:A b", "project:ä"],
  ])("is refused before any effect, and not repeated: %j", (text) => {
    expect(() => scopeOf(text)).toThrow(InvalidScope);
    if (text.length > 9) expect(() => scopeOf(text)).not.toThrow(text);
  });

  it("closes the account where all of it is meant", () => {
    expect(SCOPES.filter((text) => closesAccount(scopeOf(text).kind))).toEqual([
      "account",
      "minor",
      "preserve-and-report",
    ]);
  });
});
