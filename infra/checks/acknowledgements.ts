import { Validations } from "aws-cdk-lib";
import { RestApi } from "aws-cdk-lib/aws-apigateway";
import { CfnUserPool } from "aws-cdk-lib/aws-cognito";
import { CfnTable } from "aws-cdk-lib/aws-dynamodb";
import { CfnVPC } from "aws-cdk-lib/aws-ec2";
import { CfnManagedPolicy, CfnPolicy } from "aws-cdk-lib/aws-iam";
import { CfnEventSourceMapping, CfnFunction } from "aws-cdk-lib/aws-lambda";
import { CfnBucket } from "aws-cdk-lib/aws-s3";
import { CfnTopic } from "aws-cdk-lib/aws-sns";
import { CfnQueue } from "aws-cdk-lib/aws-sqs";
import { rules } from "cdk-nag";
import type { IConstruct } from "constructs";
import { BackupOfStores } from "../constructs/backup-plan.ts";
import { RegionBoundary } from "../constructs/region-boundary.ts";
import type { LetheStage } from "../lethe-stage.ts";

/** A rule that is not followed at one place, and why that is right there. */
interface Acknowledgement {
  readonly rule: string;
  readonly appliesTo: (construct: IConstruct) => boolean;
  readonly reason: string;
}

const ACKNOWLEDGED: readonly Acknowledgement[] = [
  {
    rule: "AwsSolutions-S1",
    appliesTo: (construct) => construct instanceof CfnBucket,
    reason:
      "An access log repeats object keys, which hold subject ids, and would outlive what it tells of. Deletions are in the ledger.",
  },
  {
    rule: "AwsSolutions-DDB3",
    appliesTo: (construct) => construct instanceof CfnTable,
    reason:
      "A copy that cannot be edited would break a promise: where a policy publishes that backups stay, a plan makes them.",
  },
  ...["AWSBackupServiceRolePolicyForS3Backup", "service-role/AWSBackupServiceRolePolicyForBackup"].map(
    (name) => ({
      rule: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`,
      appliesTo: (construct: IConstruct) => construct.node.scope?.node.scope instanceof BackupOfStores,
      reason: "AWS Backup asks its role for this, and AWS keeps it in step with what it calls.",
    }),
  ),
  {
    rule: "AwsSolutions-COG2",
    appliesTo: (construct) => construct instanceof CfnUserPool,
    reason: "The people of a consumer service choose; a second factor is offered.",
  },
  {
    rule: "AwsSolutions-COG8",
    appliesTo: (construct) => construct instanceof CfnUserPool,
    reason: "Threat protection keeps addresses and devices of people, which no policy declares.",
  },
  {
    rule: "AwsSolutions-COG4",
    appliesTo: (construct) => construct.node.path.includes("/requests/Default/"),
    reason:
      "Every call is signed by an IAM identity of the account; people of the service do not call this API.",
  },
  {
    rule: "AwsSolutions-APIG3",
    appliesTo: (construct) =>
      construct.node.scope instanceof RestApi || construct.node.path.includes("/requests/"),
    reason: "Only callers with IAM credentials of the account get through, and the stage limits how fast.",
  },
  ...["AwsSolutions-APIG4", "AwsSolutions-COG4"].map((rule) => ({
    rule,
    appliesTo: isOfPages,
    reason:
      "These pages are for everybody: a link of 256 random bits proves who may do what behind it, and the contact form proves nothing.",
  })),
  {
    rule: "AwsSolutions-APIG2",
    appliesTo: isOfPages,
    reason:
      "A form comes as text, which API Gateway has no schema for; the function checks each field and shows what cannot be taken beside it.",
  },
  ...["AwsSolutions-APIG6", "Serverless-APIGWXrayEnabled"].map((rule) => ({
    rule,
    appliesTo: isOfPages,
    reason:
      "Its lines and traces would keep the path of each call, which holds the secret of a link; the access log has the page without it.",
  })),
  {
    rule: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
    appliesTo: (construct) => construct.node.path.endsWith("/requests/CloudWatchRole/Resource"),
    reason: "API Gateway asks for exactly this role to write its logs.",
  },
  {
    rule: "AwsSolutions-SNS2",
    appliesTo: (construct) => construct instanceof CfnTopic && construct.kmsMasterKeyId === undefined,
    reason:
      "Alarms name nobody. What SES tells of mail SNS hands on and keeps none of; it has a key where the policy has one for what is sensitive. Neither CloudWatch nor SES can publish to a topic under the key of AWS.",
  },
  ...["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"].map((rule) => ({
    rule,
    appliesTo: (construct: IConstruct) =>
      construct instanceof CfnQueue && construct.redrivePolicy === undefined,
    reason: "This is a queue for what could not be delivered; nothing reads it but people.",
  })),
  {
    rule: "AwsSolutions-VPC7",
    appliesTo: (construct) => construct instanceof CfnVPC,
    reason:
      "Nothing leads out of this network but endpoints to declared stores; a flow log would be one more copy with an end of its own.",
  },
  ...["Action::*", "Resource::*"].map((finding) => ({
    rule: `AwsSolutions-IAM5[${finding}]`,
    appliesTo: (construct: IConstruct) =>
      construct instanceof CfnManagedPolicy && construct.node.scope instanceof RegionBoundary,
    reason: "A boundary grants nothing: it allows everything so that its denials are all it does.",
  })),
  {
    rule: "Serverless-LambdaEventSourceMappingDestination",
    appliesTo: (construct) =>
      construct instanceof CfnEventSourceMapping && construct.destinationConfig === undefined,
    reason: "It takes from a queue, which has a queue for its own dead letters; a stream names one here.",
  },
  {
    rule: "Serverless-LambdaDLQ",
    appliesTo: (construct) => construct instanceof CfnFunction,
    reason:
      "Whoever calls waits for the answer; those that are called without waiting have a failure destination.",
  },
];

function isOfPages(construct: IConstruct): boolean {
  return construct.node.path.includes("/erasure/pages/");
}

/** Wildcards that a policy of a function or of the state machine may have, by what they stand for. */
const WILDCARDS: readonly { readonly resource: RegExp; readonly reason: string }[] = [
  {
    resource: /^Resource::\*$/,
    reason: "X-Ray, log delivery and the network interfaces of functions take no resource.",
  },
  {
    resource: /:backup-vault:\*$/,
    reason: "A copy that nobody declared is looked for in every vault of the account.",
  },
  {
    resource: /:recovery-point:\*$|Arn\w*\/backup\/\*$/,
    reason: "Recovery points are named when they are made; only those with the tag of our plan may be ended.",
  },
  {
    resource: /Arn\w*\/export\/\*$/,
    reason: "Exports are named when they are made; they are looked at, and not into.",
  },
  { resource: /\/policies\/\*$/, reason: "Policies are named by digest, which is not known before." },
  { resource: /\/bindings\/\*$/, reason: "One document for each service." },
  {
    resource: /\/certificates\/\*$/,
    reason: "Certificates are named by request, which is not known before.",
  },
  {
    resource: /anchors[^/]*\/\*$/,
    reason: "The bucket holds checkpoints and public keys, and nothing else.",
  },
  {
    resource: /\/POST\/[a-z/]+\/\*(?:\/[a-z]+)?$/,
    reason: "A path of our own API: requests, holds and tasks are named by id, which is not known before.",
  },
  {
    resource: /:secretsmanager:.*:secret:lethe\/[^/]+\/\*$/,
    reason:
      "One secret for each third party, to the name of which Secrets Manager adds characters of its own.",
  },
  {
    resource: /:cloudfront:.*:distribution\/\*$/,
    reason:
      "Which distribution of the account serves the files, the secret says; nothing but a purge is allowed.",
  },
  {
    resource: /\/[a-z][a-z0-9/-]*\/\*$/,
    reason: "The prefix under which a policy keeps what subjects have.",
  },
  {
    resource: /:execute-api:.*\/requests\/\*\/withdrawal$/,
    reason: "A request is withdrawn below its number, which is not known before.",
  },
  {
    resource: /:ExportsOutputFnGetAtt\w+Arn\w+\/\*$/,
    reason: "All of a bucket on the clock: what was put under a key without an owner ends as well.",
  },
  {
    resource: /:table\/lethe-quarantine-\*$/,
    reason:
      "A copy of a table comes back to a table that is named after its restore, which is not known before.",
  },
  {
    resource: /\/backup\/\*$/,
    reason: "Backups of a declared table are named by DynamoDB.",
  },
  {
    resource: /^Resource::arn:<AWS::Partition>:s3:::\*$/,
    reason: "Keys of any bucket: one that nobody declared is what is looked for. No object is read.",
  },
  {
    resource: /:dynamodb:[^/]*:table\/\*$/,
    reason: "The description of any table: one that nobody declared is what is looked for. No item is read.",
  },
  {
    resource: /:execution:<[^>]+>:\*$/,
    reason: "Executions are named by request, which is not known before.",
  },
];

/**
 * Acknowledges what is right in spite of a rule, each on the one resource it is right for.
 *
 * Runs when references between stacks have been resolved: the names of findings contain them.
 */
export function acknowledge(stage: LetheStage): void {
  for (const construct of stage.node.findAll()) {
    for (const { rule, appliesTo, reason } of ACKNOWLEDGED) {
      if (appliesTo(construct)) Validations.of(construct).acknowledge({ id: rule, reason });
    }
    if (construct instanceof CfnPolicy || construct instanceof CfnManagedPolicy) {
      acknowledgeWildcards(construct);
    }
  }
}

function acknowledgeWildcards(policy: CfnPolicy | CfnManagedPolicy): void {
  const findings = rules.iam.IAMNoWildcardPermissions(policy);
  if (!Array.isArray(findings)) return;
  for (const finding of findings) {
    const allowed = WILDCARDS.find(({ resource }) => resource.test(finding));
    if (!allowed) continue;
    Validations.of(policy).acknowledge({ id: `AwsSolutions-IAM5[${finding}]`, reason: allowed.reason });
  }
}
