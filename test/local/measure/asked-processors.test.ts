import { describe, expect, it } from "vitest";
import type { DemoDeployment } from "../../../local/demo/demo-deployment.ts";
import { NotErased } from "../../../local/demo/not-erased.ts";
import { askProcessorsOf } from "../../../local/measure/asked-processors.ts";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { inMemoryStore } from "../../world/stores/in-memory-store.ts";

const PERSON = subjectIdOf("person-1");
const ASKED = ["openai", "stripe", "google-oauth"];
const REQUEST = "req_1";

/** Has third parties asked through a command that answers so. */
function measured({
  exitCode = 3,
  tasks = ASKED,
  verifies = 0,
  onErase = () => undefined,
}: {
  readonly exitCode?: number;
  readonly tasks?: readonly string[];
  readonly verifies?: number;
  readonly onErase?: (store: ReturnType<typeof inMemoryStore>) => void;
}): Promise<string> {
  const store = inMemoryStore("prompts", "dynamodb");
  store.put(PERSON, 3);
  const demo: Pick<DemoDeployment, "adapters" | "compiled"> = {
    adapters: [store],
    compiled: compilePolicy(gptImage),
  };
  const lethe = async (...args: readonly string[]) => {
    if (args[0] === "erase") {
      onErase(store);
      return { exitCode, stdout: JSON.stringify({ requestId: REQUEST, certificate: "c.json" }) };
    }
    if (args[0] === "verify") return { exitCode: verifies, stdout: "" };
    const listed = tasks.map((processor) => ({ requestId: REQUEST, processor }));
    const another = { requestId: "req_2", processor: "groq" };
    return { exitCode: 3, stdout: JSON.stringify({ tasks: [...listed, another, { requestId: REQUEST }] }) };
  };
  return askProcessorsOf(demo, { home: "/nowhere", lethe, log: () => undefined }, PERSON);
}

describe("looking at an erasure of what third parties hold", () => {
  it("sees a task for each of them, and nothing of ours gone", async () => {
    expect(await measured({})).toMatch(/^nothing of ours was deleted.*openai, stripe, google-oauth/);
  });

  it.each([
    ["completes at once", { exitCode: 0 }],
    ["asks one too few", { tasks: ["openai", "stripe"] }],
    ["asks somebody else", { tasks: ["openai", "stripe", "groq"] }],
    ["has a certificate that is refused", { verifies: 1 }],
    [
      "touches what is ours",
      { onErase: (store: ReturnType<typeof inMemoryStore>) => store.put(PERSON, ["more"]) },
    ],
  ])("counts it as broken when it %s", async (_, broken) => {
    await expect(measured(broken)).rejects.toThrow(NotErased);
  });
});
