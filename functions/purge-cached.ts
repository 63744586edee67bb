import { cachedCopiesTold } from "../shared/adapters/processor-calls/sqs-cached-copies.ts";
import { purgeCached } from "../shared/operations/purge-cached.ts";
import { systemClock } from "./deployed/clock.ts";
import { clocked } from "./deployed/clocked.ts";
import { connectors } from "./deployed/connectors.ts";
import { setting } from "./deployed/settings.ts";
import { tasks } from "./deployed/tasks.ts";
import { lambdaHandler } from "./handler.ts";
import { MessagesSchema, takeOneByOne } from "./messages.ts";

/** Has caches drop the copies of what the clock has deleted. */
export const handler = lambdaHandler(MessagesSchema, ({ Records }) =>
  takeOneByOne(Records, async ({ messageId, body }) => {
    const { policy, expiringStores } = await clocked();
    const ports = { connectors, expiringStores, tasks, clock: systemClock };
    const told = { ...cachedCopiesTold(body), toldAs: messageId };
    await purgeCached(ports, policy, setting("region"), told);
  }),
);
