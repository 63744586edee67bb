import { ITEM_KINDS } from "../../shared/domain/erasure/scope.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { recordDisclosure } from "../../shared/operations/send-to-processor.ts";
import type { StandIns } from "../stand-ins/at-the-desk.ts";
import type { DemoSending } from "./demo-sending.ts";

/** Of everybody's projects, pages and images the first is what something is sent of. */
const FIRST = 1;
/** Two that are sent in one millisecond have different names. */
const NAME_BYTES = 4;

/**
 * Sends each third party that stands in, or is written to, one thing of each category that the policy says it gets, and
 * keeps the record of it as a service has to. A new one each time, so it may be done again.
 */
export async function sendAway(sending: DemoSending, standIns: StandIns, person: SubjectId): Promise<void> {
  const { policy, grantTokens, clock } = sending;
  const there = new Set((await standIns.list()).map(({ id }) => id));
  const of = ITEM_KINDS.filter((item) => policy.erasure.some(({ scope }) => scope === item)).map((item) => ({
    ...{ kind: item, id: `${item}-${FIRST}` },
  }));
  for (const { id: processor, receives } of policy.processors.filter(({ id }) => there.has(id))) {
    for (const category of receives) {
      const name = `${person}-${category}-${clock.now().getTime()}`;
      const { kind, reference, token } = await standIns.take(processor, name);
      // Before the record, by which it is looked for.
      if (token !== undefined) await grantTokens.put(reference, token);
      await recordDisclosure(sending, policy, person, { processor, category, kind, reference, of });
    }
  }
  await sendToWhoIsWrittenTo(sending, person, there);
}

/** Nobody stands in for what has no API: the record is all there is, until somebody here answers the letter about it. */
async function sendToWhoIsWrittenTo(
  sending: DemoSending,
  person: SubjectId,
  called: ReadonlySet<string>,
): Promise<void> {
  const { policy, clock, random } = sending;
  const written = policy.processors.filter(({ id, askAt }) => askAt !== undefined && !called.has(id));
  for (const { id: processor, receives } of written) {
    for (const category of receives) {
      const chance = Buffer.from(random(NAME_BYTES)).toString("hex");
      const reference = `contact-${clock.now().getTime()}-${chance}`;
      await recordDisclosure(sending, policy, person, {
        ...{ processor, category, kind: "written-mail", reference },
      });
    }
  }
}
