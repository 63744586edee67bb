import { describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { subjectReference } from "../../shared/domain/erasure/subject-reference.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { Disclosure } from "../../shared/domain/processors/disclosure.ts";
import { lifetimeSecondsOf, maySendOf, recordDisclosure } from "../../shared/operations/send-to-processor.ts";
import { virtualClock } from "../world/clock.ts";
import { inMemoryDecisions } from "../world/decisions.ts";
import { inMemoryDisclosures } from "../world/disclosures.ts";
import { fixedSubjectKeys, inMemoryTombstones } from "../world/small-ports.ts";

const { policy: published } = compilePolicy(imageDesigner);
/** No promise stands against it, so that only the person decides. */
const policy = { ...published, promises: [] };
const ADA = subjectIdOf("ada");
const party = published.processors.find(({ role, receives }) => role !== "hosting" && receives.length > 0);
const SENDING = {
  ...{ processor: party?.id ?? "none", category: party?.receives[0] ?? "none" },
  purpose: "generation",
} as const;
const { processor, category } = SENDING;

function world() {
  const clock = virtualClock();
  return {
    clock,
    subjectKeys: fixedSubjectKeys(),
    tombstones: inMemoryTombstones(),
    decisions: inMemoryDecisions(),
    region: "us-east-1",
    disclosures: inMemoryDisclosures(),
    random: (bytes: number) => new Uint8Array(bytes).fill(7),
  };
}

const refOf = async (ports: ReturnType<typeof world>) =>
  subjectReference(await ports.subjectKeys.current(), policy.service.id, ADA);

describe("sending something of a person to a third party", () => {
  it.each(["account", "minor", "preserve-and-report"] as const)(
    "is refused once the account is closed by the scope %s, and allowed before",
    async (scope) => {
      const ports = world();
      expect(await maySendOf(ports, policy, ADA, SENDING)).toEqual({ allowed: true });
      await ports.tombstones.put({
        schema: "lethe.tombstone/1",
        ...{ service: policy.service.id, region: "eu-central-1", requestId: "req_1", scope },
        subjectRef: await refOf(ports),
        erasedAt: "2026-11-24T10:00:00.000Z",
        expiresAt: "2027-11-24T10:00:00.000Z",
      });
      expect(await maySendOf(ports, policy, ADA, SENDING)).toMatchObject({
        allowed: false,
        because: "erased",
      });
      expect(await maySendOf(ports, policy, subjectIdOf("grace"), SENDING)).toEqual({ allowed: true });
    },
  );

  it("is refused first by what the policy says", async () => {
    const sending = { ...SENDING, processor: "nobody" };
    expect(await maySendOf(world(), policy, ADA, sending)).toMatchObject({
      because: "processor-not-declared",
    });
  });

  it("is on record by the third party's own id, under a reference of the person, without content", async () => {
    const ports = world();
    const kept = await recordDisclosure(ports, policy, ADA, {
      ...{ processor, category },
      kind: "customer",
      reference: "cus_1",
    });
    const found: Disclosure[] = [];
    for await (const one of ports.disclosures.of(await refOf(ports))) found.push(one);
    expect(found).toEqual([kept]);
    expect(kept).toMatchObject({ reference: "cus_1", sentAt: ports.clock.now().toISOString() });
    expect(JSON.stringify(kept)).not.toContain("ada");
  });

  it.each(["", "two words", "line\nbreak", "x".repeat(1025)])(
    "keeps no id that could be none: %j",
    async (reference) => {
      const sent = { processor, category, kind: "customer", reference } as const;
      await expect(recordDisclosure(world(), policy, ADA, sent)).rejects.toThrow();
    },
  );

  it("may last there as long as it may here", () => {
    const limited = published.retention.find(({ limit }) => limit !== undefined);
    expect(lifetimeSecondsOf(policy, limited?.category ?? "")).toBeGreaterThan(0);
    expect(lifetimeSecondsOf(policy, "nothing")).toBeUndefined();
  });
});
