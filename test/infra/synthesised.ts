import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { LetheStage } from "../../infra/lethe-stage.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";

/**
 * Returns the three templates of a policy, as deployed to AWS or to the embedded AWS.
 *
 * @param change what is done to the stage before it is synthesised, such as taking a guard out.
 */
export function synthesised({
  policy: declaration = dreamPortraits,
  local = false,
  tellsContact = false,
  receiptRuleSet,
  pagesUrl,
  localEndpoint,
  change = () => undefined,
}: {
  readonly policy?: unknown;
  readonly local?: boolean;
  readonly tellsContact?: boolean;
  readonly receiptRuleSet?: string;
  readonly pagesUrl?: string;
  readonly localEndpoint?: string;
  readonly change?: (stage: LetheStage) => void;
} = {}) {
  const { policy } = compilePolicy(declaration);
  const [region = ""] = policy.service.regions;
  const stage = new LetheStage(new App(), declaration, {
    ...{ region, local, tellsContact, receiptRuleSet, pagesUrl, localEndpoint },
  });
  change(stage);
  return {
    policy,
    stage,
    storage: Template.fromStack(stage.storage),
    evidence: Template.fromStack(stage.evidence),
    erasure: Template.fromStack(stage.erasure),
  };
}

export type Synthesised = ReturnType<typeof synthesised>;

/** A resource of a template, as far as tests look into it. */
export interface Resource {
  readonly logicalId: string;
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** Returns the resources of a type. */
export function resourcesOf(template: Template, type: string): readonly Resource[] {
  return Object.entries(template.findResources(type)).map(([logicalId, resource]) => ({
    logicalId,
    Type: type,
    Properties: resource.Properties ?? {},
    DeletionPolicy: resource.DeletionPolicy,
  }));
}
