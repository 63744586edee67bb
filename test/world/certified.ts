import type { ArchivedKey } from "../../shared/domain/ledger/signing-key.ts";
import { archiveSigningKey } from "../../shared/operations/archive-signing-key.ts";
import { certify } from "../../shared/operations/certify.ts";
import { virtualClock } from "./clock.ts";
import { inMemoryAnchors, inMemoryLedger, inMemoryTree, keyPairSigner } from "./evidence.ts";

const AT = "2026-11-23T10:00:00.000Z";

/** What a certificate states, without its lanes. */
export const STATEMENT = {
  schema: "lethe.certificate/1",
  service: "dream-portraits",
  region: "eu-central-1",
  requestId: "req_01k85260tlrs1ius24j8q81jtd",
  attempt: 1,
  subjectRef: `v1_${"5".repeat(64)}`,
  scope: "account",
  policyDigest: "a".repeat(64),
  openedAt: AT,
  frozenAt: AT,
  issuedAt: AT,
  final: true,
  stores: [
    {
      id: "photos",
      kind: "s3",
      found: 3,
      bytes: 300,
      deleted: 3,
      pseudonymised: 0,
      left: 0,
      retained: 0,
      outcome: "deleted",
      verifiedFound: 0,
      verifiedAt: AT,
      leftBehind: [],
    },
  ],
  processors: { declared: 0, statement: "The policy declares no processor that receives this data." },
  backups: {
    declared: 1,
    statement: "Whole copies may still hold what was deleted.",
    lookedAt: AT,
    lastCopyGoneBy: AT,
  },
  retained: [],
  gaps: [],
} as const satisfies Omit<Parameters<typeof certify>[1], "stores" | "retained" | "gaps"> &
  Record<string, unknown>;

/** The statement as `certify` takes it. */
export function statement(): Parameters<typeof certify>[1] {
  const asked = { outcome: "deleted", retention: "30 days", answerOwedAt: AT } as const;
  return structuredClone({
    ...STATEMENT,
    processors: {
      ...STATEMENT.processors,
      outcomes: [
        {
          ...{ id: "openai", ...asked },
          setting: { read: "yes", at: AT, of: "project", says: "zero-data-retention" },
        },
        { id: "groq", ...asked, setting: { read: "no", at: AT, because: "refused" } },
      ],
    },
    stores: STATEMENT.stores.map((store) => ({ ...store, leftBehind: [] })),
    backups: {
      ...STATEMENT.backups,
      stores: [{ store: "photos", copies: 2, withoutEnd: 1, lastDay: AT }],
    },
    retained: [
      {
        category: "invoice",
        legalBasis: "A tax law",
        until: AT,
        pseudonymised: { store: "invoices", records: 2, keeps: ["invoice", "amount"] },
      },
    ],
    gaps: [],
  });
}

/** Everything that a certificate is made with, in memory. */
export function evidenceWorld() {
  const clock = virtualClock(AT);
  return {
    clock,
    ledgerDays: 2_190,
    ledger: inMemoryLedger(clock),
    tree: inMemoryTree(),
    signer: keyPairSigner(),
    anchors: inMemoryAnchors(),
  };
}

/** Writes a lane of three entries and closes it. */
export async function closedLane(world: ReturnType<typeof evidenceWorld>, lane: string): Promise<void> {
  const ref = STATEMENT.subjectRef;
  await world.ledger.append(lane, ref, { kind: "erase-intended", store: "photos", planned: 3 });
  await world.ledger.append(lane, ref, {
    kind: "erase-ended",
    store: "photos",
    deleted: 3,
    left: 0,
    finished: true,
  });
  await world.ledger.append(lane, ref, { kind: "sealed", remaining: 0 });
}

/** Returns a certificate over two lanes, in a tree that others wrote to before. */
export async function certified(world = evidenceWorld()): Promise<{
  readonly world: ReturnType<typeof evidenceWorld>;
  readonly text: string;
  readonly key: ArchivedKey;
}> {
  const key = await archiveSigningKey(world, "dream-portraits");
  const lanes = ["req_0/1/photos", "req_1/1/photos", "req_1/1/subject"];
  for (const lane of lanes) await closedLane(world, lane);
  await certify(world, { ...statement(), requestId: "req_0" }, lanes.slice(0, 1));
  return { world, key, text: await certify(world, statement(), lanes.slice(1)) };
}
