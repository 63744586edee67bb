import type { TimeScale } from "../../shared/adapters/clock/scaled-time.ts";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { ACCOUNT } from "../../shared/domain/erasure/scope.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { clockRuleOf, clockStores } from "../../shared/domain/retention/clock-rules.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import type { LetheEnd } from "../lethe-command.ts";
import { recordedStandIns } from "../stand-ins/at-the-desk.ts";
import type { DemoDeployment } from "./demo-deployment.ts";
import { lookElsewhere } from "./look-elsewhere.ts";
import { holdingsOf, ownThings } from "./neighbours.ts";
import { NotErased } from "./not-erased.ts";
import { storedPeople } from "./people.ts";
import { recordsToRetain, seeRetained } from "./retained-records.ts";

/** What an erasure came to, and what was seen of it from outside. */
export interface ErasedOne {
  readonly erasure: Readonly<Record<string, unknown>>;
  /** Path of the certificate, and what `lethe verify` says of it. */
  readonly certificate: string;
  readonly verified: string;
  /** What was done and seen, in one sentence. */
  readonly how: string;
}

/**
 * Erases one of the stored people as users do, looks for them again, looks at everybody else, and checks the
 * certificate.
 *
 * @throws {NotErased} saying what is not as it must be.
 */
export async function eraseOne(
  demo: DemoDeployment,
  {
    home,
    person,
    time,
    lethe,
    log,
  }: {
    readonly home: string;
    readonly person: SubjectId;
    /** Given where a day is seconds: what ends by itself may go while somebody else is erased. */
    readonly time: TimeScale | undefined;
    readonly lethe: (...args: readonly string[]) => Promise<LetheEnd>;
    readonly log: (line: string) => void;
  },
): Promise<ErasedOne> {
  const others = storedPeople(home, demo.bindings.service).filter((other) => other !== person);
  const looked = time ? lasting(demo) : ownThings(demo.adapters);
  const before = await holdingsOf(looked, others);
  const records = await recordsToRetain(demo, ACCOUNT, person);
  const elsewhere = await lookElsewhere(demo.sending, recordedStandIns(home), person);
  log(`Erasing ${person}, one of ${others.length + 1} people:`);
  const erased = await lethe("erase", "--subject", person, "--wait", "--json");
  const erasure: Record<string, unknown> = JSON.parse(erased.stdout);
  if (erased.exitCode !== 0) {
    throw new NotErased(
      `The erasure of ${person} did not complete: ${erasure.reason ?? "see the lines above"}.`,
    );
  }
  const left = await Promise.all(demo.erased.map(({ verifier }) => verifier.countRemaining(person)));
  const remaining = left.reduce((sum, count) => sum + count, 0);
  if (remaining > 0) throw new NotErased(`${remaining} entries of ${person} are still there.`);
  const kept = await seeRetained(demo, records, person);
  const asked = await elsewhere.gone();
  const after = await holdingsOf(looked, others);
  if (canonicalJson(after) !== canonicalJson(before)) {
    throw new NotErased(
      `The other people had ${before.entries} entries and have ${after.entries}, or others.`,
    );
  }
  log(`The other ${others.length} people still have all of their ${before.entries} entries.`);
  const certificate = String(erasure.certificate);
  const verified = await lethe("verify", certificate);
  if (verified.exitCode !== 0) throw new NotErased(`The certificate ${certificate} is refused.`);
  return {
    erasure,
    certificate,
    verified: verified.stdout,
    how: `an invented person with everything the service keeps was erased from ${demo.erased.length} stores and found in none of them again, ${kept}${asked}${others.length} others kept all of their ${before.entries} entries, and the certificate was valid`,
  };
}

/** Stores that nothing leaves unless somebody has it deleted. */
function lasting({ adapters, compiled: { policy } }: DemoDeployment): readonly StoreAdapter[] {
  const limited = clockStores(policy).filter((store) => clockRuleOf(policy, store).limit !== undefined);
  const ids = limited.map(({ id }) => id);
  return ownThings(adapters).filter(({ storeId }) => !ids.includes(storeId));
}
