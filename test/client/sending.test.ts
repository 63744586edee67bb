import { describe, expect, it } from "vitest";
import { type SendingPorts, sending, type ToSend } from "../../client/sending.ts";
import { policy as coloringBook } from "../../policies/coloring-book.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { preventionAt } from "../../shared/adapters/processor-connectors.ts";
import { openai } from "../../shared/adapters/processors/openai/processor.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { itemReference, subjectReference } from "../../shared/domain/erasure/subject-reference.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import type { Disclosure } from "../../shared/domain/processors/disclosure.ts";
import { recordDecision } from "../../shared/operations/record-decision.ts";
import { virtualClock } from "../world/clock.ts";
import { inMemoryDecisions } from "../world/decisions.ts";
import { inMemoryDisclosures } from "../world/disclosures.ts";
import { fixedSubjectKeys, inMemoryTombstones } from "../world/small-ports.ts";

const ADA = subjectIdOf("ada");
const CONTRACT = { document: "DPA-1", owner: "legal", date: "2026-01-01", reviewOn: "2027-01-01" };

/** The policy as it is when every third party is bound by a contract and rules training out. */
function bound(declaration: PolicyDeclaration): PolicyDeclaration {
  const processors = (declaration.processors ?? []).map((one) => ({
    ...one,
    contract: CONTRACT,
    training: { trains: "no", statement: "By contract." } as const,
  }));
  return { ...declaration, processors };
}

function clientUnder(declaration: PolicyDeclaration, changes: Partial<SendingPorts> = {}) {
  const compiled = compilePolicy(declaration);
  const tokens = new Map<string, string>();
  let drawn = 0;
  const ports = {
    policy: async () => compiled,
    region: compiled.policy.service.regions[0] ?? "",
    tombstones: inMemoryTombstones(),
    decisions: inMemoryDecisions(),
    disclosures: inMemoryDisclosures(),
    subjectKeys: fixedSubjectKeys(),
    clock: virtualClock(),
    random: (bytes: number) => {
      drawn += 1;
      return new Uint8Array(bytes).fill(drawn);
    },
    preventionAt,
    keepToken: async (reference: string, token: string) => {
      tokens.set(reference, token);
    },
  };
  return { ...ports, compiled, tokens, client: sending({ ...ports, ...changes }) };
}

const PROMPT: ToSend = { processor: "openai", category: "prompt", moderation: "passed" };

describe("before something is sent to a third party", () => {
  it("what makes it keep least is returned, and nothing longer than a promise of third parties", async () => {
    const { client } = clientUnder(bound(gptImage));
    const { body, lifetimeSeconds, stillKept } = await client.beforeSend(ADA, PROMPT);
    expect(body).toMatchObject({ store: false, expires_after: { anchor: "created_at" } });
    // GI1: 7 days.
    expect(lifetimeSeconds).toBeLessThanOrEqual(7 * 86_400);
    expect(stillKept).toMatch(/30 days/);
  });

  it.each([
    ["openrouter", { provider: { data_collection: "deny", zdr: true } }],
    ["groq", {}],
  ])(
    "%s is told to keep nothing and to train on nothing, as far as it can be told",
    async (processor, body) => {
      const { client } = clientUnder(bound(imageDesigner));
      expect((await client.beforeSend(ADA, { ...PROMPT, processor })).body).toMatchObject(body);
    },
  );

  it("fal.ai gets headers by which nothing is stored and files go by themselves", async () => {
    const { client } = clientUnder(bound(imageDesigner));
    const { headers } = await client.beforeSend(ADA, { ...PROMPT, processor: "fal" });
    expect(
      Object.keys(headers)
        .map((name) => name.toLowerCase())
        .sort(),
    ).toEqual(["x-fal-object-lifecycle-preference", "x-fal-store-io"]);
  });

  it("a third party that has no contract gets nothing that a promise covers, as published", async () => {
    await expect(clientUnder(gptImage).client.beforeSend(ADA, PROMPT)).rejects.toMatchObject({
      because: "no-contract",
    });
    const somebody = { ...PROMPT, processor: "a-new-one" };
    await expect(clientUnder(bound(gptImage)).client.beforeSend(ADA, somebody)).rejects.toMatchObject({
      because: "processor-not-declared",
    });
  });

  it("facial data goes to nobody, whoever is declared to get it", async () => {
    const declared = [{ ...openai, receives: ["facial-landmarks"], contract: CONTRACT }];
    const compiled = { ...compilePolicy(dreamPortraits) };
    const policy = { ...compiled, policy: { ...compiled.policy, processors: declared } };
    const { client } = clientUnder(dreamPortraits, { policy: async () => policy });
    await expect(client.beforeSend(ADA, { ...PROMPT, category: "facial-landmarks" })).rejects.toMatchObject({
      because: "facial-data",
    });
  });

  it("what moderation blocked is not sent, and nothing of its kind without its word", async () => {
    const { client } = clientUnder(bound(coloringBook));
    await expect(client.beforeSend(ADA, PROMPT)).resolves.toBeDefined();
    await expect(client.beforeSend(ADA, { ...PROMPT, moderation: "blocked" })).rejects.toMatchObject({
      because: "blocked-by-moderation",
    });
    const { moderation: _unasked, ...unasked } = PROMPT;
    await expect(client.beforeSend(ADA, unasked)).rejects.toMatchObject({ because: "not-moderated" });
  });

  it("nothing of whoever objected to the use, or had it restricted, is sent, and others' is", async () => {
    const world = clientUnder(bound(gptImage));
    await recordDecision(world, world.compiled, {
      ...{ subject: ADA, purpose: "generation", decided: "objected", how: "asked for restriction by mail" },
      region: world.region,
    });
    await expect(world.client.beforeSend(ADA, PROMPT)).rejects.toMatchObject({ because: "objected" });
    await expect(world.client.beforeSend("grace", PROMPT)).resolves.toBeDefined();
  });

  it("nothing is sent from a region that the policy does not name", async () => {
    const { client } = clientUnder(bound(gptImage), { region: "ap-south-1" });
    await expect(client.beforeSend(ADA, PROMPT)).rejects.toMatchObject({ because: "outside-regions" });
  });

  it("nothing is sent when nobody can find out whether it may be", async () => {
    const decisions = { ...inMemoryDecisions(), standing: () => Promise.reject(new Error("no table")) };
    const { client } = clientUnder(bound(gptImage), { decisions });
    await expect(client.beforeSend(ADA, PROMPT)).rejects.toMatchObject({ name: "SendingUnknown" });
  });
});

describe("what was sent to a third party", () => {
  it("is recorded with the day it goes by itself and what it was made of, and a token apart from it", async () => {
    const world = clientUnder(imageDesigner);
    await world.client.sent(ADA, {
      ...{ processor: "fal", category: "upload", kind: "request-payload", reference: "job-1" },
      lifetimeSeconds: 3600,
      of: [{ kind: "image", id: "image-1" }],
    });
    await world.client.sent(ADA, {
      ...{ processor: "google-oauth", category: "account", kind: "grant", reference: "grant-1" },
      token: "a-refresh-token",
    });
    const key = await world.subjectKeys.current();
    const service = world.compiled.policy.service.id;
    const kept: Disclosure[] = [];
    for await (const one of world.disclosures.of(subjectReference(key, service, ADA))) kept.push(one);
    expect(kept).toMatchObject([
      {
        agesOutAt: "2026-11-23T11:00:00.000Z",
        itemRefs: [itemReference(key, service, ADA, { kind: "image", id: "image-1" })],
      },
      { kind: "grant", reference: "grant-1" },
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/refresh-token|image-1"|ada/);
    expect(world.tokens.get("grant-1")).toBe("a-refresh-token");
  });

  it("as another person's is refused, naming nobody", async () => {
    const { client } = clientUnder(imageDesigner);
    const job = {
      processor: "fal",
      category: "upload",
      kind: "request-payload",
      reference: "job-1",
    } as const;
    await client.sent(ADA, job);
    await expect(client.sent("grace", job)).rejects.toMatchObject({ name: "SentOfAnother" });
    await client.sent(ADA, job);
  });
});
