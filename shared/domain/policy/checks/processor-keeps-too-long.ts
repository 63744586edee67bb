import { durationText } from "../duration.ts";
import { shortestHours } from "../longer-than.ts";
import type { Policy } from "../policy.ts";
import type { Processor } from "../processor.ts";
import type { PolicyPromise } from "../promise.ts";
import type { Finding, PolicyRule } from "./rule.ts";

const DAY_HOURS = 24;

export const processorKeepsTooLong: PolicyRule = {
  id: "processor-keeps-too-long",
  severity: "warning",
  why: "A person was promised when their data is gone at third parties, and one of them keeps it for longer.",
  source: "GDPR Art. 28(3)(g): the processor deletes at the end, as it is told",
  remedy:
    "Agree on a shorter retention with the processor and declare it, send the category to another, or change the published text.",
  find: (policy) =>
    policy.promises.flatMap((promise) =>
      promise.kept.status === "not-applicable"
        ? []
        : policy.processors.flatMap((processor) => findingAbout(policy, promise, processor)),
    ),
};

function findingAbout(
  policy: Policy,
  { id, covers, withinAtProcessors }: PolicyPromise,
  processor: Processor,
): readonly Finding[] {
  // Whoever hosts our stores keeps what is in them, for as long as we do.
  if (withinAtProcessors === undefined || processor.role === "hosting") return [];
  const received = covers.filter((category) => processor.receives.includes(category));
  const kept = received.length === 0 ? undefined : keptBy(policy, processor, received);
  if (kept === undefined || kept.hours <= shortestHours(withinAtProcessors)) return [];
  return [
    {
      path: `processors.${processor.id}.retention`,
      what: `It keeps ${received.join(", ")} ${kept.says}, and ${id} promises an end at third parties within ${durationText(withinAtProcessors)}.`,
      promises: [id],
    },
  ];
}

/** Returns how long a third party keeps what it got; undefined if it does not say, for which it is refused. */
function keptBy(policy: Policy, processor: Processor, received: readonly string[]) {
  switch (processor.retention?.kept) {
    case undefined:
      return undefined;
    case "nothing":
      return { hours: 0, says: "not at all" };
    case "days":
      return { hours: processor.retention.days * DAY_HOURS, says: `for ${processor.retention.days} days` };
    case "until-deleted":
      return (
        cachedFor(policy, processor, received) ?? { hours: Infinity, says: "until it is told to delete" }
      );
  }
}

/** A copy in a cache ends by itself, after the lifetime that we send. */
function cachedFor({ stores }: Policy, { id, role }: Processor, received: readonly string[]) {
  const hours = stores
    .filter(({ categories }) => categories.some((category) => received.includes(category)))
    .flatMap((store) => (store.kind === "s3" && store.cachedBy?.processor === id ? [store.cachedBy] : []))
    .map(({ longestHours }) => longestHours);
  if (role !== "cdn" || hours.length === 0) return undefined;
  return { hours: Math.max(...hours), says: `for ${Math.max(...hours)} hours` };
}
