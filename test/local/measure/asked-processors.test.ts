import { describe, expect, it } from "vitest";
import { NotErased } from "../../../local/demo/not-erased.ts";
import { sendAway } from "../../../local/demo/send-away.ts";
import { askProcessorsOf } from "../../../local/measure/asked-processors.ts";
import type { StandIns } from "../../../local/stand-ins/at-the-desk.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { subjectReference } from "../../../shared/domain/erasure/subject-reference.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { inMemoryDisclosures } from "../../world/disclosures.ts";
import { inMemoryStore } from "../../world/stores/in-memory-store.ts";

const [PERSON, OTHER] = [subjectIdOf("person-1"), subjectIdOf("person-10")];
const REQUEST = "req_1";
const BY_PERSON = ["mail-vendor"];

/** Third parties that stand in, in memory. */
function fakeStandIns(
  ids: readonly string[],
): StandIns & { drop(isMeant: (thing: string) => boolean): void } {
  const held = new Map(ids.map((id) => [id, new Set<string>()]));
  return {
    list: async () =>
      [...held].map(([id, things]) => ({
        ...{ id, url: "http://127.0.0.1:1", fault: "none", calls: [], undocumented: [] },
        holds: [...things],
      })),
    async take(id, name) {
      held.get(id)?.add(name);
      return { reference: name, kind: "file" };
    },
    async have(id, reference) {
      held.get(id)?.add(reference);
    },
    fail: async () => undefined,
    drop(isMeant) {
      for (const things of held.values()) for (const one of things) if (isMeant(one)) things.delete(one);
    },
  };
}

interface Story {
  readonly exitCode?: number;
  readonly tasks?: readonly string[];
  readonly verifies?: number;
  /** Says whether a thing at a third party goes with the erasure. */
  readonly goes?: (thing: string) => boolean;
  readonly onErase?: (store: ReturnType<typeof inMemoryStore>) => void;
  readonly standIns?: "none" | "empty";
}

const isTheirs = (thing: string) => thing.startsWith("person-1-");

/** Has third parties asked through a command that answers and does so. */
async function measured({
  exitCode = 3,
  tasks = BY_PERSON,
  verifies = 0,
  goes = isTheirs,
  onErase = () => undefined,
  standIns,
}: Story): Promise<string> {
  const store = inMemoryStore("prompts", "dynamodb");
  store.put(PERSON, 3);
  const compiled = compilePolicy(imageDesigner);
  const sending = {
    policy: compiled.policy,
    disclosures: inMemoryDisclosures(),
    subjectKeys: { current: async () => ({ version: 1, key: new Uint8Array(32) }) },
    grantTokens: { put: async () => undefined },
    clock: { now: () => new Date("2026-11-23T10:00:00.000Z") },
    random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
  };
  const parties = fakeStandIns(["fal", "groq", "openrouter", "gemini", "cloudflare"]);
  if (standIns !== "empty") for (const one of [PERSON, OTHER]) await sendAway(sending, parties, one);
  const lethe = async (...args: readonly string[]) => {
    if (args[0] === "erase") {
      onErase(store);
      parties.drop(goes);
      return { exitCode, stdout: JSON.stringify({ requestId: REQUEST, certificate: "c.json" }) };
    }
    if (args[0] === "verify") return { exitCode: verifies, stdout: "" };
    const listed = tasks.map((processor) => ({ requestId: REQUEST, processor }));
    const another = { requestId: "req_2", processor: "groq" };
    return { exitCode: 3, stdout: JSON.stringify({ tasks: [...listed, another, { requestId: REQUEST }] }) };
  };
  return askProcessorsOf(
    { adapters: [store], compiled, sending },
    { home: "/nowhere", lethe, log: () => undefined },
    PERSON,
    standIns === "none" ? undefined : parties,
  );
}

it("sends whoever is written to something as well, of which nobody but the record knows", async () => {
  const disclosures = inMemoryDisclosures();
  const { policy } = compilePolicy(imageDesigner);
  const key = { version: 1, key: new Uint8Array(32) };
  const sending = {
    ...{ policy, disclosures, subjectKeys: { current: async () => key } },
    grantTokens: { put: async () => undefined },
    clock: { now: () => new Date("2026-11-23T10:00:00.000Z") },
    random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
  };
  await sendAway(sending, fakeStandIns([]), PERSON);
  const sent: unknown[] = [];
  for await (const one of disclosures.of(subjectReference(key, policy.service.id, PERSON))) sent.push(one);
  expect(sent).toMatchObject([
    {
      processor: "mail-vendor",
      category: "mail-subscription",
      kind: "written-mail",
      reference: expect.stringMatching(/^contact-\d+-[0-9a-f]{8}$/u),
    },
  ]);
});

describe("looking at an erasure of what third parties hold", () => {
  it("sees all of the person gone there and nothing of others, a task for whom nobody can call, and ours whole", async () => {
    expect(await measured({})).toMatch(
      /^10 things that fal, groq, openrouter, gemini, cloudflare had of the person, .*the 10 of others were not, a person has the dated task to ask each of mail-vendor, nothing of ours was deleted/,
    );
  });

  it.each<[string, Story]>([
    ["completes while a person still has to ask", { exitCode: 0 }],
    ["has a person ask nobody", { tasks: [] }],
    ["has a person ask somebody with an API", { tasks: [...BY_PERSON, "groq"] }],
    ["has a certificate that is refused", { verifies: 1 }],
    [
      "leaves one thing at one of them",
      { goes: (thing) => isTheirs(thing) && !thing.includes("saved-work") },
    ],
    ["takes what is of somebody whose id begins alike", { goes: (thing) => thing.startsWith("person-1") }],
    ["had nothing to take anywhere", { standIns: "empty" }],
    ["has nobody to look at", { standIns: "none" }],
    ["touches what is ours", { onErase: (store) => store.put(PERSON, ["more"]) }],
  ])("counts it as broken when it %s", async (_, broken) => {
    await expect(measured(broken)).rejects.toThrow(NotErased);
  });
});
