import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { subjectReference } from "../../shared/domain/erasure/subject-reference.ts";
import type { StandIns } from "../stand-ins/at-the-desk.ts";
import type { DemoSending } from "./demo-sending.ts";
import { NotErased } from "./not-erased.ts";

/** A look into what stands in for third parties, before an erasure asks them. */
export interface LookElsewhere {
  /** Third parties that have something of the person, each once. */
  readonly processors: readonly string[];
  /**
   * Looks again, by no call that an erasure makes, and returns what was seen as a part of a sentence; empty if they had
   * nothing.
   *
   * @throws {NotErased} if anything of the person is still there, or anything of others is not.
   */
  gone(): Promise<string>;
}

/** Looks into every stand-in for what records say it was sent of a person, and for all that it has of others. */
export async function lookElsewhere(
  { policy, disclosures, subjectKeys }: Pick<DemoSending, "policy" | "disclosures" | "subjectKeys">,
  standIns: StandIns | undefined,
  person: SubjectId,
): Promise<LookElsewhere> {
  if (!standIns) return { processors: [], gone: async () => "" };
  const subjectRef = subjectReference(await subjectKeys.current(), policy.service.id, person);
  const sent = new Set<string>();
  for await (const { processor, reference } of disclosures.of(subjectRef)) {
    sent.add(placeOf(processor, reference));
  }
  const before = await everythingIn(standIns);
  const theirs = before.filter((one) => sent.has(one));
  const others = before.filter((one) => !sent.has(one));
  const processors = [...new Set(theirs.map((one) => one.slice(0, one.indexOf(" "))))];
  return {
    processors,
    async gone() {
      const after = new Set(await everythingIn(standIns));
      const left = theirs.filter((one) => after.has(one));
      if (left.length > 0) {
        throw new NotErased(
          `${left.length} of ${theirs.length} things at third parties are still there: ${left.join(", ")}.`,
        );
      }
      const lost = others.filter((one) => !after.has(one));
      if (lost.length > 0) throw new NotErased(`Third parties lost ${lost.length} things of other people.`);
      if (theirs.length === 0) return "";
      return `${theirs.length} things that ${processors.join(", ")} had of the person, as they stand in here, were gone there and the ${others.length} of others were not, `;
    },
  };
}

async function everythingIn(standIns: StandIns): Promise<readonly string[]> {
  const parties = await standIns.list();
  return parties.flatMap(({ id, holds }) => holds.map((reference) => placeOf(id, reference)));
}

function placeOf(processor: string, reference: string): string {
  return `${processor} ${reference}`;
}
