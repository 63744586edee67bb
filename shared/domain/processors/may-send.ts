import type { Policy } from "../policy/policy.ts";
import { promisesThatForbid } from "../policy/promises-that-forbid.ts";

/** What is to be sent, and to whom. */
export interface Sending {
  /** Id of the third party in the policy. */
  readonly processor: string;
  readonly category: string;
}

/** Whether something may be sent to a third party, and if not, by which sentence of the policy. */
export type SendingPermission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: SendingRefusal; readonly says: string };

export const SENDING_REFUSALS = [
  "processor-not-declared",
  "category-not-declared",
  "facial-data",
  "not-declared-to-receive",
  "may-train",
  "outside-allowed-places",
  "no-contract",
] as const;

export type SendingRefusal = (typeof SENDING_REFUSALS)[number];

/**
 * Says whether the policy lets a category go to a third party at all, whoever it is of. What is taken from a face goes to
 * nobody; where a promise rules training out, a third party that is not known to rule it out gets nothing (unknown counts
 * as a yes), and where one covers the category, one without a contract on record neither (GDPR Art. 28(3)).
 */
export function maySend(policy: Policy, { processor: id, category: categoryId }: Sending): SendingPermission {
  const processor = policy.processors.find((one) => one.id === id);
  if (!processor) return refused("processor-not-declared", `The policy declares no third party ${id}.`);
  const category = policy.categories.find((one) => one.id === categoryId);
  if (!category) return refused("category-not-declared", `The policy declares no category ${categoryId}.`);
  if (isFacial(policy, categoryId)) {
    return refused("facial-data", `${categoryId} is taken from a face: it goes to no third party.`);
  }
  if (!processor.receives.includes(categoryId)) {
    return refused("not-declared-to-receive", `The policy does not say that ${id} gets ${categoryId}.`);
  }
  const against = promisesThatForbid(policy, [categoryId], ["model-training"]);
  if (against.length > 0 && processor.training?.trains !== "no") {
    return refused(
      "may-train",
      `${against.join(", ")} rule out training, and ${id} is not known to rule it out.`,
    );
  }
  const outside = (processor.places ?? []).filter((place) => !policy.service.places.includes(place));
  if (outside.length > 0 && processor.transferSafeguard === undefined) {
    return refused(
      "outside-allowed-places",
      `${id} is in ${outside.join(", ")}, and no safeguard is declared.`,
    );
  }
  if (against.length > 0 && processor.contract === undefined) {
    return refused("no-contract", `${against.join(", ")} bind ${id} as well, and no contract is on record.`);
  }
  return { allowed: true };
}

/** A template that is taken from landmarks that are taken from a photo is facial like the landmarks. */
function isFacial({ categories }: Policy, id: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const category = categories.find((one) => one.id === at);
    if (category?.facial) return true;
    at = category?.derivedFrom;
  }
  return false;
}

function refused(because: SendingRefusal, says: string): SendingPermission {
  return { allowed: false, because, says };
}
