import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../../shared/domain/policy/check-policy.ts";
import { POLICY_RULES } from "../../../../shared/domain/policy/checks/rules.ts";
import { compilePolicy, PolicyRefused } from "../../../../shared/domain/policy/compile-policy.ts";
import { problemText } from "../../../../shared/domain/policy/problem-text.ts";
import { minimalPolicy } from "../minimal-policy.ts";
import { ruleExamples } from "./rule-example.ts";

const RULES_FOLDER = join(import.meta.dirname, "../../../../shared/domain/policy/checks");
const NO_RULES = ["rule.ts", "rules.ts", "promises-hurt.ts"];
const examples = await ruleExamples();

describe("the rules of a policy", () => {
  it("are at least thirty, one a file, each with an example", () => {
    const ids = POLICY_RULES.map(({ id }) => id);
    const files = readdirSync(RULES_FOLDER).filter((name) => !NO_RULES.includes(name));
    expect(ids.length).toBeGreaterThanOrEqual(30);
    expect(files.toSorted()).toEqual(ids.map((id) => `${id}.ts`).toSorted());
    expect([...examples.keys()].toSorted()).toEqual(ids.toSorted());
  });

  it("find nothing in the smallest policy", () => {
    expect(checkPolicy(minimalPolicy).problems).toEqual([]);
  });

  it.each(POLICY_RULES)("say why, on what ground, and what to write instead: $id", (rule) => {
    expect(rule.why).toMatch(/^[A-Z].+\.$/);
    expect(rule.remedy).toMatch(/^[A-Z].+\.$/);
    expect(rule.source.length).toBeGreaterThan(10);
  });

  it.each(POLICY_RULES)("let one policy pass and refuse another, and nothing else does: $id", (rule) => {
    const { id, severity } = rule;
    const example = examples.get(id);
    if (!example) throw new Error(`There is no example of ${id}.`);
    const at = example.today === undefined ? {} : { today: example.today };

    expect(checkPolicy(example.passes, at).problems.filter((found) => found.severity === "error")).toEqual(
      [],
    );
    expect(checkPolicy(example.passes, at).problems.map((found) => found.rule)).not.toContain(id);
    const { problems } = checkPolicy(example.refused, at);

    const found = problems.filter((problem) => problem.rule === id);
    expect(found.map(({ path, promises }) => ({ path, promises }))).toEqual([
      { path: example.path, promises: example.hurts },
    ]);
    expect(problems.filter((problem) => problem.severity === "error" && problem.rule !== id)).toEqual([]);
    const [first] = found;
    if (!first) return;
    const text = problemText("policies/minimal.ts", first);
    for (const said of ["policies/minimal.ts", example.path, rule.remedy, ...example.hurts]) {
      expect(text).toContain(said);
    }
    if (severity === "error") expect(() => compilePolicy(example.refused)).toThrow(PolicyRefused);
    else expect(() => compilePolicy(example.refused)).not.toThrow();
  });
});
