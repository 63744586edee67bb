import { describe, expect, it } from "vitest";
import { STAND_IN_FAULTS } from "../../../local/stand-ins/stand-in.ts";
import { policy as coloringBook } from "../../../policies/coloring-book.ts";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import type { SubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import { categoriesErasedBy } from "../../../shared/domain/policy/erasure-targets.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import type { Disclosure } from "../../../shared/domain/processors/disclosure.ts";
import { certificateOf } from "../../world/certificate-of.ts";
import { type AskedWorld, askedWorld } from "./asked-world.ts";

const POLICIES = { coloringBook, gptImage, imageDesigner } satisfies Record<string, PolicyDeclaration>;
const MATRIX = Object.entries(POLICIES).flatMap(([name, policy]) =>
  STAND_IN_FAULTS.map((fault) => [name, fault, policy] as const),
);

/** Sends something of a person to each third party that stands in; of each what it said may be certified of it. */
async function everybodyGotSomething(world: AskedWorld, person: SubjectId): Promise<readonly Disclosure[]> {
  const erased = categoriesErasedBy(world.compiled.policy, { scope: "account" });
  const sent: Disclosure[] = [];
  for (const { id, receives, role } of world.compiled.policy.processors) {
    const category = receives.find((one) => erased.has(one));
    if (role === "hosting" || role === "mail" || category === undefined) continue;
    sent.push(await world.sent(person, id, category));
  }
  return sent;
}

const outcomesIn = async (world: AskedWorld, requestId: string) => {
  const certificate = await certificateOf(world, requestId);
  return { certificate, outcomes: certificate.body.processors.outcomes ?? [] };
};

describe("what a certificate says of third parties", () => {
  it.each(MATRIX)("is never more than what they did: %s, %s", async (_name, fault, policy) => {
    const world = await askedWorld(policy);
    const ada = world.settled("ada");
    const sent = await everybodyGotSomething(world, ada);
    expect(sent.length).toBeGreaterThan(0);
    for (const { processor } of sent) world.party(processor).standIn.fail(fault);
    const requestId = await world.erase(ada);
    const first = await outcomesIn(world, requestId);
    expect(first.outcomes.map(({ id }) => id).sort()).toEqual(sent.map(({ processor }) => processor).sort());
    for (const { processor, reference } of sent) {
      const said = first.outcomes.find(({ id }) => id === processor);
      if (world.party(processor).has(reference)) {
        expect(["deleted", "already-absent"], processor).not.toContain(said?.outcome);
        expect(said?.things, processor).toMatchObject({ deleted: 0, alreadyAbsent: 0 });
      }
      expect(JSON.stringify(first.certificate), processor).not.toContain(reference);
    }
    if (fault === "401" || fault === "403") {
      expect(first.certificate.body.gaps.join("\n")).toContain("which is our fault and not theirs");
      const tasks = await world.tasks.listOpen(50);
      expect(tasks.filter(({ kind }) => kind === "processor-key").length).toBeGreaterThan(0);
    }
    if (fault === "none") {
      for (const { processor } of sent)
        expect(world.party(processor).standIn.undocumented, processor).toEqual([]);
    }

    // Mended, everything goes that its API can delete, but where it answered about somebody else.
    for (const { processor } of sent) world.party(processor).standIn.fail("none");
    await world.pass(requestId, 14);
    const last = await outcomesIn(world, requestId);
    for (const { processor, reference } of sent) {
      const said = last.outcomes.find(({ id }) => id === processor)?.outcome;
      const isThere = world.party(processor).has(reference);
      if (isThere) expect(["deleted", "already-absent"], processor).not.toContain(said);
      const isLeftAlone =
        said === "attestation-requested" ||
        first.outcomes.some(({ id, things }) => id === processor && (things?.withAPerson ?? 0) > 0);
      if (fault !== "lies" && fault !== "never") expect(isThere, processor).toBe(isLeftAlone && isThere);
    }
  });
});
