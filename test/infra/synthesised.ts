import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { LetheStage } from "../../infra/lethe-stage.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";

/** Returns the three templates of a policy, as deployed to AWS or to the embedded AWS. */
export function synthesised({
  policy = dreamPortraits,
  local = false,
}: {
  readonly policy?: PolicyDeclaration;
  readonly local?: boolean;
} = {}) {
  const stage = new LetheStage(new App(), compilePolicy(policy), { region: "eu-central-1", local });
  return {
    stage,
    storage: Template.fromStack(stage.storage),
    evidence: Template.fromStack(stage.evidence),
    erasure: Template.fromStack(stage.erasure),
  };
}

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
    Properties: resource.Properties,
    DeletionPolicy: resource.DeletionPolicy,
  }));
}
