import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ERASURE_WORKFLOW } from "../../infra/workflows/erasure.ts";
import type { State } from "../../infra/workflows/task-states.ts";
import { ERROR_NAMES, NEVER_RETRIED } from "../../shared/domain/erasure/error-names.ts";

const TYPES = ["Task", "Choice", "Map", "Parallel", "Wait", "Pass", "Succeed", "Fail"];
const states = Object.entries(ERASURE_WORKFLOW.States);
const tasks = states.filter(([, { Type }]) => Type === "Task");
const text = (value: unknown) => JSON.stringify(value);

describe("the erasure workflow", () => {
  it("is written in JSONata alone, with the states that can be run in process", () => {
    expect(ERASURE_WORKFLOW.QueryLanguage).toBe("JSONata");
    for (const [name, state] of states) {
      expect(TYPES, name).toContain(state.Type);
      expect(state.QueryLanguage, name).toBeUndefined();
      expect(text(state), name).not.toMatch(
        /"[A-Za-z]+\.\$":|"(InputPath|ResultPath|OutputPath|Parameters)":/,
      );
    }
  });

  it("reaches every state, and ends from each", () => {
    const reached = new Set<string>();
    const walk = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      for (const next of nextOf(name)) walk(next);
    };
    walk(ERASURE_WORKFLOW.StartAt);
    expect([...reached].sort()).toEqual(states.map(([name]) => name).sort());
    for (const [name, { Type }] of states) {
      if (Type !== "Succeed" && Type !== "Fail") expect(nextOf(name).length, name).toBeGreaterThan(0);
    }
  });

  it("is billed for at most fifteen states on a good day", () => {
    const goodDay: string[] = [];
    const answers: Readonly<Record<string, string>> = {
      IsSettled: "PlanErasure",
      IsApproved: "EraseStores",
      IsFinished: "AskProcessors",
      ByVerdict: "IssueCertificate",
    };
    let name: string | undefined = ERASURE_WORKFLOW.StartAt;
    while (name !== undefined) {
      goodDay.push(name);
      const state: State | undefined = ERASURE_WORKFLOW.States[name];
      name = answers[name] ?? (typeof state?.Next === "string" ? state.Next : undefined);
    }
    expect(goodDay.at(-1)).toBe("Concluded");
    expect(goodDay.length).toBeLessThanOrEqual(15);
  });

  it("tries each step again, and leaves by a written failure when that does not help", () => {
    expect(tasks.length).toBeGreaterThan(8);
    for (const [name, { Retry, Catch }] of tasks) {
      expect(text(Retry), name).toContain(`{"ErrorEquals":${text([...NEVER_RETRIED])},"MaxAttempts":0}`);
      expect(text(Retry), name).toContain('"States.ALL"');
      expect(text(Catch), name).toContain('"States.ALL"');
    }
  });

  it("matches on names that errors of the code have", () => {
    const folder = join(import.meta.dirname, "../../shared/operations");
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    for (const [key, name] of Object.entries(ERROR_NAMES)) {
      const thrown = sources.some((source) => source.includes(`name = ERROR_NAMES.${key};`));
      expect(thrown, name).toBe(true);
    }
  });

  it("hands on references, and nothing of the person", () => {
    for (const [name, { Arguments }] of tasks) {
      const { Payload } = Object(Arguments);
      const allowed = ["schema", "service", "region", "requestId", "attempt", "certificateKey", "errorName"];
      expect(allowed, name).toEqual(expect.arrayContaining(Object.keys(Payload)));
    }
    expect(text(ERASURE_WORKFLOW)).not.toMatch(/Cause\b(?!":"The register)/);
  });
});

function nextOf(name: string): readonly string[] {
  const found = text(ERASURE_WORKFLOW.States[name]).matchAll(/"Next":"([^"]+)"/g);
  return [...found].map(([, next = ""]) => next);
}
