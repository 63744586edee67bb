import { type Duration, durationText } from "../duration.ts";
import { isLongerThan } from "../longer-than.ts";
import { worstCaseHours } from "../mechanism-slack.ts";
import type { Policy } from "../policy.ts";
import type { AgedFilesStore, QueueStore } from "../store.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { Finding, PolicyRule } from "./rule.ts";

export const queueOutlivesPromise: PolicyRule = {
  id: "queue-outlives-promise",
  severity: "error",
  why: "Nothing can be taken out of a queue, or out of a file that tells of many, for one person: it stays until its days are over.",
  source:
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
  remedy: "Write fewer retentionDays than limit and promise give, or keep the category out of the queue.",
  find: (policy) =>
    policy.stores.flatMap((store) =>
      store.kind === "queue" || store.kind === "aged-files"
        ? store.categories.flatMap((category) => overlong(policy, store, category))
        : [],
    ),
};

/** What the limit of a category says is never longer than what was promised: another rule sees to that. */
function overlong(policy: Policy, store: QueueStore | AgedFilesStore, category: string): readonly Finding[] {
  const limit = policy.retention.find((rule) => rule.category === category)?.limit?.after;
  const found = (than: Duration, whose: string, promises: readonly string[]): readonly Finding[] => {
    if (!isLongerThan({ hours: worstCaseHours(store, new Map()) ?? 0 }, than)) return [];
    const what = `${store.id} keeps what has ${category} in it for ${durationText({ days: store.retentionDays })}, as late as AWS may be, and ${whose} ${durationText(than)}.`;
    return [{ path: `stores.${store.id}.retentionDays`, what, promises }];
  };
  if (limit) return found(limit, "its limit is", promisesAbout(policy, [category]));
  return policy.promises.flatMap(({ id, within, covers, kept }) =>
    within !== undefined && covers.includes(category) && kept.status !== "not-applicable"
      ? found(within, `${id} promises an end within`, [id])
      : [],
  );
}
