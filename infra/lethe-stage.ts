import { Annotations, Stage } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import { acknowledge } from "./checks/acknowledgements.ts";
import { permanenceOf } from "./permanence.ts";
import { ErasureStack } from "./stacks/erasure-stack.ts";
import { EvidenceStack } from "./stacks/evidence-stack.ts";
import { StorageStack } from "./stacks/storage-stack.ts";

/** The account that the embedded AWS has, and no customer. */
const EMBEDDED_ACCOUNT = "000000000000";

/** Where a stage is deployed. */
export interface Target {
  readonly region: string;
  /** True for the embedded AWS, where data goes with its stack and callers are believed. */
  readonly local: boolean;
  /** Absent: whichever account the credentials belong to. */
  readonly account?: string;
}

/** One region of a service: where data is, what Lethe keeps, and what runs. */
export class LetheStage extends Stage {
  readonly storage: StorageStack;
  readonly evidence: EvidenceStack;
  readonly erasure: ErasureStack;

  constructor(scope: Construct, compiled: CompiledPolicy, { region, local, account }: Target) {
    const owner = local ? EMBEDDED_ACCOUNT : account;
    super(scope, region, { env: { region, ...(owner === undefined ? {} : { account: owner }) } });
    const { service, promises } = compiled.policy;
    const shared = { compiled, permanence: permanenceOf({ local }) };
    const named = (part: string) => ({
      ...shared,
      stackName: `lethe-${service.id}-${part}`,
      terminationProtection: !local,
    });
    this.storage = new StorageStack(this, "storage", named("storage"));
    this.evidence = new EvidenceStack(this, "evidence", named("evidence"));
    this.erasure = new ErasureStack(this, "erasure", {
      ...named("erasure"),
      stores: this.storage.stores,
      evidence: this.evidence.evidence,
      believesCallers: local,
    });
    this.node.addValidation({
      validate: () => {
        acknowledge(this);
        return [];
      },
    });
    for (const { id, says, kept } of promises) {
      if (!("missing" in kept)) continue;
      Annotations.of(this.storage).addWarningV2(
        `lethe:promise-not-kept:${id}`,
        `${id} is not kept yet ("${says}"): missing is ${kept.missing}.`,
      );
    }
  }
}
