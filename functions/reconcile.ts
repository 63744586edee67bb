import { z } from "zod";
import { dynamodbListings } from "../shared/adapters/clock/dynamodb-listings.ts";
import { droppingCached } from "../shared/operations/drop-cached.ts";
import { reconcileAll } from "../shared/operations/reconcile-all.ts";
import { cachedCopies } from "./deployed/cached-copies.ts";
import { systemClock } from "./deployed/clock.ts";
import { clocked } from "./deployed/clocked.ts";
import { documents } from "./deployed/documents.ts";
import { dueRows } from "./deployed/due-rows.ts";
import { holds } from "./deployed/holds.ts";
import { ledger } from "./deployed/ledger.ts";
import { measurements } from "./deployed/measurements.ts";
import { register } from "./deployed/register.ts";
import { setting } from "./deployed/settings.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { things } from "./deployed/things.ts";
import { lambdaHandler, logError } from "./handler.ts";

const listings = dynamodbListings(documents, setting("clockTable"));
const ports = { things, dueRows, holds, ledger, measurements, register, subjectKeys, clock: systemClock };

/** `everything: true`: every store is listed now, whenever it was last; the rule's own event says nothing. */
const AskedSchema = z.looseObject({ everything: z.literal(true).optional() }).catch({});

/** Lists the stores whose time has come, and goes on with those that were not listed to the end. */
export const handler = lambdaHandler(AskedSchema, async ({ everything = false }, context) => {
  const { policy, service, ...known } = await clocked();
  const expiringStores = droppingCached(policy, known.expiringStores, cachedCopies);
  const remainingMs = () => context.getRemainingTimeInMillis();
  const { stores, failures } = await reconcileAll(
    { ...ports, listings, expiringStores, remainingMs },
    service,
    { everything },
  );
  for (const { store, cause } of failures) {
    logError(`Store ${store} could not be reconciled: the next run goes on where this one stopped.`, cause);
  }
  return { stores, failed: failures.map(({ store }) => store) };
});
