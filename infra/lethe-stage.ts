import { Annotations, Stage } from "aws-cdk-lib";
import { PermissionsBoundary } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { checkPolicy, type PolicyProblem } from "../shared/domain/policy/check-policy.ts";
import { compilePolicy, PolicyRefused } from "../shared/domain/policy/compile-policy.ts";
import { acknowledge } from "./checks/acknowledgements.ts";
import { permanenceOf } from "./permanence.ts";
import { assertScalable, type ScaledTime } from "./scaled-time.ts";
import { ErasureStack } from "./stacks/erasure-stack.ts";
import { EvidenceStack } from "./stacks/evidence-stack.ts";
import { StorageStack } from "./stacks/storage-stack.ts";

/** The account that the embedded AWS has, and no customer. */
const EMBEDDED_ACCOUNT = "000000000000";

/** A tenth of the functions that an account may run at once, unless AWS has raised that; a new one may have less. */
const RUNS_AT_ONCE_MAX = 100;
/** The embedded AWS runs 16 functions at once, and this machine has two cores. */
const RUNS_AT_ONCE_LOCAL_MAX = 6;

/** Where a stage is deployed. */
export interface Target {
  readonly region: string;
  /** True for the embedded AWS, where data goes with its stack and callers are believed. */
  readonly local: boolean;
  /** Absent: whichever account the credentials belong to. */
  readonly account?: string;
  /** Where the policy is written, for the messages. */
  readonly file?: string;
  /** The day that dates of the policy are compared with. */
  readonly today?: string;
  /** True: what people should know of a policy refuses it as well. */
  readonly strict?: boolean;
  /** True: the service's contact is told by mail when an alarm rings. */
  readonly tellsContact?: boolean;
  /** A rule set of SES in the account, to which a rule is added; absent: no mail is received. */
  readonly receiptRuleSet?: string | undefined;
  /** Where the public pages are, as people see it; absent: where AWS puts them. */
  readonly pagesUrl?: string | undefined;
  /** Address of the embedded AWS. */
  readonly localEndpoint?: string | undefined;
  /** On the embedded AWS only: how much faster its time runs, and since when. */
  readonly time?: ScaledTime | undefined;
}

/** One region of a service: where data is, what Lethe keeps, and what runs. */
export class LetheStage extends Stage {
  readonly storage: StorageStack;
  readonly evidence: EvidenceStack;
  readonly erasure: ErasureStack;

  /**
   * @param declaration a policy as it is written in `policies/`; whatever it is, it is checked here.
   * @throws {PolicyRefused} naming every fault.
   * @throws {TimeNotScalable} if time is to be scaled elsewhere than on the embedded AWS, or more than the policy allows.
   */
  constructor(scope: Construct, declaration: unknown, target: Target) {
    const { region, local, account, file, today, strict = false, tellsContact = false, time } = target;
    const { receiptRuleSet, pagesUrl, localEndpoint } = target;
    const compiled = compilePolicy(declaration, file);
    const warnings = warningsOf(declaration, today);
    if (strict && warnings.length > 0) throw new PolicyRefused(file ?? "the policy", warnings);
    if (time) assertScalable(compiled.policy, time, { local });
    const owner = local ? EMBEDDED_ACCOUNT : account;
    super(scope, region, { env: { region, ...(owner === undefined ? {} : { account: owner }) } });
    const { service } = compiled.policy;
    const shared = { compiled, permanence: permanenceOf({ local }) };
    const named = (part: string) => ({
      ...shared,
      stackName: `lethe-${service.id}-${part}`,
      terminationProtection: !local,
    });
    this.storage = new StorageStack(this, "storage", { ...named("storage"), local });
    this.evidence = new EvidenceStack(this, "evidence", named("evidence"));
    this.erasure = new ErasureStack(this, "erasure", {
      ...named("erasure"),
      stores: this.storage.stores,
      storedObjects: this.storage.storedObjects,
      evidence: this.evidence.evidence,
      believesCallers: local,
      tell: tellsContact ? service.contact : undefined,
      runsAtOnceMax: local ? RUNS_AT_ONCE_LOCAL_MAX : RUNS_AT_ONCE_MAX,
      time,
      receiptRuleSet,
      pagesUrl,
      localEndpoint,
    });
    PermissionsBoundary.of(this).apply(this.storage.boundary);
    this.node.addValidation({
      validate: () => {
        acknowledge(this);
        return [];
      },
    });
    for (const { rule, path, what } of warnings) {
      Annotations.of(this.storage).addWarningV2(`lethe:${rule}:${path}`, `${path}: ${what}`);
    }
  }
}

function warningsOf(declaration: unknown, today: string | undefined): readonly PolicyProblem[] {
  const { problems } = checkPolicy(declaration, today === undefined ? {} : { today });
  return problems.filter(({ severity }) => severity === "warning");
}
