import { z } from "zod";
import type { Policy } from "../shared/domain/policy/policy.ts";
import { DeclarationIdSchema } from "../shared/domain/policy/store.ts";
import type { Restore } from "../shared/domain/restore/restore.ts";
import { openRestore } from "../shared/operations/open-restore.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import {
  abandonRestore,
  planRestore,
  type RestoreCopyPorts,
  restoreCopy,
} from "../shared/operations/restore-copy.ts";
import { systemClock } from "./deployed/clock.ts";
import { decisions } from "./deployed/decisions.ts";
import { holds } from "./deployed/holds.ts";
import { ledger } from "./deployed/ledger.ts";
import { quarantineUnder } from "./deployed/quarantine.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { restorableCopies } from "./deployed/restorable-copies.ts";
import { restores } from "./deployed/restores.ts";
import { setting } from "./deployed/settings.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { things } from "./deployed/things.ts";
import { tombstones } from "./deployed/tombstones.ts";
import { lambdaHandler } from "./handler.ts";

const NUMBER = /^rst_[0-9a-f]{20}$/;

const AskedSchema = z.discriminatedUnion("ask", [
  /** Which copies there are of a store. */
  z.strictObject({ ask: z.literal("copies"), storeId: DeclarationIdSchema }),
  z.strictObject({
    ask: z.literal("open"),
    storeId: DeclarationIdSchema,
    pointId: z.string().min(1).max(2048),
    /** Of a copy that moves on: which moment of it. */
    at: z.iso.datetime().optional(),
  }),
  /** What it would come to; nothing is changed but that the copy is brought into quarantine. */
  z.strictObject({ ask: z.literal("plan"), restoreId: z.string().regex(NUMBER) }),
  /** As far as time allows. */
  z.strictObject({ ask: z.literal("run"), restoreId: z.string().regex(NUMBER) }),
  z.strictObject({ ask: z.literal("abandon"), restoreId: z.string().regex(NUMBER) }),
]);

/** Copies come back through quarantine, and no other way: what was erased or has ended does not. */
export const handler = lambdaHandler(AskedSchema, async (asked, context) => {
  const { policy } = await policyOnRecord(records, setting("policyDigest"));
  if (asked.ask === "copies") return { copies: await restorableCopies.listOf(asked.storeId) };
  if (asked.ask === "open") {
    const ports = { restores, points: restorableCopies, clock: systemClock };
    return openRestore(ports, policy, setting("region"), asked);
  }
  const ports: RestoreCopyPorts = {
    ...{ restores, things, tombstones, decisions, holds, register, ledger, subjectKeys, clock: systemClock },
    quarantine: await quarantineUnder(policy),
    remainingMs: () => context.getRemainingTimeInMillis(),
  };
  switch (asked.ask) {
    case "plan":
      return planned(ports, policy, await restoreOf(asked.restoreId));
    case "run":
      return { restore: await restoreCopy(ports, policy, asked.restoreId) };
    case "abandon":
      return { restore: await abandonRestore(ports, policy, await restoreOf(asked.restoreId)) };
  }
});

/** There is no restore of this number; nothing was done. */
class RestoreNotOnRecord extends Error {
  override readonly name = "RestoreNotOnRecord";
}

async function restoreOf(restoreId: string): Promise<Restore> {
  const restore = await restores.read(restoreId);
  if (restore) return restore;
  throw new RestoreNotOnRecord(`There is no restore ${restoreId}.`);
}

async function planned(ports: RestoreCopyPorts, policy: Policy, restore: Restore) {
  if (restore.state === "bringing-back" && (await ports.quarantine.bringBack(restore)) === "under-way") {
    return { restore };
  }
  return { restore, plan: await planRestore(ports, policy, restore) };
}
