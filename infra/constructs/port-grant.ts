import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { DeploymentSetting } from "../../shared/adapters/aws/deployment.ts";

/** What a port needs to work: permissions, and the settings that name what they are for. */
export interface PortGrant {
  readonly settings: Readonly<Partial<Record<DeploymentSetting, string>>>;
  readonly statements: readonly PolicyStatementProps[];
}
