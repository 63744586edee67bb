import { dataKeyEnds } from "../shared/adapters/aws/kms-data-keys.ts";
import { eraseStores } from "../shared/operations/erase-stores.ts";
import { systemClock } from "./deployed/clock.ts";
import { documents } from "./deployed/documents.ts";
import { holds } from "./deployed/holds.ts";
import { ledger } from "./deployed/ledger.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { setting } from "./deployed/settings.ts";
import { storesOf } from "./deployed/stores.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { tombstones } from "./deployed/tombstones.ts";
import { stepHandler } from "./handler.ts";

const dataKeys = dataKeyEnds(documents, setting("dataKeysTable"));

export const handler = stepHandler(async (step, context) => {
  const stores = await storesOf(step, subjectKeys);
  const remainingMs = () => context.getRemainingTimeInMillis();
  return eraseStores(
    { register, tombstones, records, stores, dataKeys, holds, ledger, clock: systemClock, remainingMs },
    step,
  );
});
