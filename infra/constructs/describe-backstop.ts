import { CfnResource } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { backstopOf } from "../../shared/domain/policy/backstop-text.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { Store } from "../../shared/domain/policy/store.ts";

/**
 * Writes into the template who empties a resource in time, and the slack of what AWS would do by itself: neither a
 * lifecycle rule, a time to live nor a log group has a description of its own.
 */
export function describeBackstop(resource: Construct, policy: Policy, stores: readonly Store[]): void {
  const { defaultChild } = resource.node;
  if (!CfnResource.isCfnResource(defaultChild)) throw new Error(`${resource.node.path} is no resource.`);
  for (const store of stores) {
    const { ours, theirs } = backstopOf(policy, store);
    defaultChild.addMetadata(`lethe:expiry-of-${store.id}`, `${ours}; ${theirs}`);
  }
}
