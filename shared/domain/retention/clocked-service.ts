import { mayAllBeHeld } from "../holds/reach.ts";
import type { CompiledPolicy } from "../policy/compile-policy.ts";
import { ownRecordDays } from "../policy/own-record-days.ts";
import { type ClockStore, clockRuleAt, clockStores } from "./clock-rules.ts";
import type { Buckets } from "./due-bucket.ts";
import type { ClockRule } from "./due-time.ts";

/** A store whose things end by themselves, with what ends them. */
export interface ClockedStore {
  readonly declared: ClockStore;
  readonly rule: ClockRule;
  /** What the policy says of all its categories: nothing tells its things apart by category. */
  readonly mayBeHeld: boolean;
}

/** A service as its clock knows it. */
export interface ClockedService {
  readonly service: string;
  readonly region: string;
  readonly policyDigest: string;
  readonly stores: ReadonlyMap<string, ClockedStore>;
  readonly buckets: Buckets;
  /** How long a record of a thing is kept after its limit. */
  readonly recordKeptDays: number;
}

/** Returns what the clock of a service works on, in the region it is deployed to. */
export function clockedService(
  { policy, digest }: Pick<CompiledPolicy, "policy" | "digest">,
  region: string,
  buckets: Buckets,
): ClockedService {
  const stores = clockStores(policy).map((declared): [string, ClockedStore] => {
    const mayBeHeld = mayAllBeHeld(policy, declared.categories);
    return [declared.id, { declared, rule: clockRuleAt(policy, declared, buckets), mayBeHeld }];
  });
  return {
    service: policy.service.id,
    region,
    policyDigest: digest,
    stores: new Map(stores),
    buckets,
    recordKeptDays: ownRecordDays(policy, "clock-record"),
  };
}
