import { Effect, ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { PURPOSE_TAG } from "./purpose-tag.ts";

/**
 * Services with one endpoint for all regions, which would be denied everywhere outside of us-east-1.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html
 */
const GLOBAL_SERVICES = ["cloudfront:*", "iam:*", "route53:*", "sts:*", "support:*"];

/** What makes or feeds a copy in another region or account through an endpoint of this one. */
const TAKING_DATA_OUT = [
  "s3:PutReplicationConfiguration",
  "s3:CreateMultiRegionAccessPoint",
  "dynamodb:CreateGlobalTable",
  "dynamodb:UpdateGlobalTable",
  "dynamodb:CreateTableReplica",
  "dynamodb:AssociateTableReplica",
  "kms:ReplicateKey",
  "kms:UpdatePrimaryRegion",
  "backup:StartCopyJob",
  "backup:CopyIntoBackupVault",
  "backup:CopyFromBackupVault",
];

/** The ways in which a principal could be given a purpose that nobody declared for it. */
const TAGGING = ["iam:TagRole", "iam:UntagRole", "iam:TagUser", "iam:UntagUser", "sts:TagSession"];

/**
 * The most that any role of a stage can do, whatever it is allowed: nothing outside the service's regions, nothing that
 * takes data out of them, and no new purpose for anybody.
 *
 * It allows everything else because a boundary grants nothing by itself:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export class RegionBoundary extends ManagedPolicy {
  constructor(scope: Construct, id: string, { service }: Policy) {
    super(scope, id, {
      description: `The most that roles of ${service.id} can do: nothing outside ${service.regions.join(", ")}.`,
      statements: [
        new PolicyStatement({ sid: "Otherwise", actions: ["*"], resources: ["*"] }),
        new PolicyStatement({
          sid: "OutsideTheRegions",
          effect: Effect.DENY,
          notActions: GLOBAL_SERVICES,
          resources: ["*"],
          conditions: { StringNotEquals: { "aws:RequestedRegion": service.regions } },
        }),
        new PolicyStatement({
          sid: "TakingDataOut",
          effect: Effect.DENY,
          actions: TAKING_DATA_OUT,
          resources: ["*"],
        }),
        new PolicyStatement({
          sid: "GivingPurposes",
          effect: Effect.DENY,
          actions: TAGGING,
          resources: ["*"],
          conditions: { "ForAnyValue:StringEquals": { "aws:TagKeys": [PURPOSE_TAG] } },
        }),
      ],
    });
  }
}
