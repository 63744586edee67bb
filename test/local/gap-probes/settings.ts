import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { LambdaClient } from "@aws-sdk/client-lambda";
import {
  CreateBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import {
  CreateReceiptRuleCommand,
  CreateReceiptRuleSetCommand,
  DescribeReceiptRuleSetCommand,
  SESClient,
} from "@aws-sdk/client-ses";
import { foundInBucket } from "../../../local/read-back/bucket-settings.ts";
import { foundInFunction } from "../../../local/read-back/function-settings.ts";
import { foundInRole } from "../../../local/read-back/role-settings.ts";
import { foundInTable } from "../../../local/read-back/table-settings.ts";
import type { BareEmbeddedAws } from "../../embedded-aws.ts";
import { createStack, createStackOrNot, type GapProbe, inlineFunction } from "./probe.ts";

const TABLE_KEYS = {
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
};

/** A bucket with every setting that stock CloudFormation drops. */
export const FULL_BUCKET = {
  Type: "AWS::S3::Bucket",
  Properties: {
    LifecycleConfiguration: {
      Rules: [{ Id: "photos", Status: "Enabled", Prefix: "photos/", ExpirationInDays: 30 }],
    },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } }],
    },
    ObjectLockEnabled: true,
    ObjectLockConfiguration: {
      ObjectLockEnabled: "Enabled",
      Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 3 } },
    },
    Tags: [{ Key: "holds", Value: "photos" }],
  },
};

/** A table with every setting that stock CloudFormation drops. */
export const FULL_TABLE = {
  Type: "AWS::DynamoDB::Table",
  Properties: {
    ...TABLE_KEYS,
    TimeToLiveSpecification: { Enabled: true, AttributeName: "expiresAt" },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
    DeletionProtectionEnabled: "true",
    ResourcePolicy: {
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Deny",
            Principal: "*",
            Action: "dynamodb:GetItem",
            Resource: "*",
            Condition: { StringNotEquals: { "aws:PrincipalTag/lethe:purpose": ["generation"] } },
          },
        ],
      },
    },
  },
};

export const EMPTY_BUCKET = { Type: "AWS::S3::Bucket", Properties: {} };
export const EMPTY_TABLE = { Type: "AWS::DynamoDB::Table", Properties: TABLE_KEYS };

/** What a bucket has when its template says nothing; S3 encrypts every one. */
export const BARE_BUCKET_SETTINGS = {
  versioning: "none",
  "Object Lock": "none",
  lifecycle: "none",
  tags: "none",
  encryption: '"AES256"',
};

/** What a table has when its template says nothing. */
export const BARE_TABLE_SETTINGS = {
  indexes: "[]",
  "time to live": "none",
  "point-in-time recovery": "false",
  "encryption with a key of its own": "false",
  "deletion protection": "false",
  policy: "none",
};

/** What stock CloudFormation drops without a word, and a write that stock S3 refuses. */
export const settingProbes: readonly GapProbe[] = [
  {
    gap: "bucket_settings",
    fact: "gives a bucket the lifecycle, encryption, Object Lock and tags of its template",
    probe: async (aws) => {
      const nameOf = await createStack(aws, "bucket-settings", { Bucket: FULL_BUCKET });
      return foundInBucket(new S3Client(aws.clientConfig), nameOf("Bucket"));
    },
    onStock: BARE_BUCKET_SETTINGS,
    closed: {
      versioning: '"Enabled"',
      "Object Lock": '{"days":3,"mode":"GOVERNANCE"}',
      lifecycle:
        '["{\\"days\\":30,\\"expiredMarkers\\":false,\\"id\\":\\"photos\\",\\"prefix\\":\\"photos/\\",\\"status\\":\\"Enabled\\"}"]',
      tags: '["{\\"Key\\":\\"holds\\",\\"Value\\":\\"photos\\"}"]',
      encryption: '"aws:kms"',
    },
  },
  {
    gap: "table_settings",
    fact: "gives a table the time to live, recovery, encryption, deletion protection and policy of its template",
    probe: async (aws) => {
      const nameOf = await createStack(aws, "table-settings", { Table: FULL_TABLE });
      return foundInTable(new DynamoDBClient(aws.clientConfig), nameOf("Table"));
    },
    onStock: BARE_TABLE_SETTINGS,
    closed: {
      indexes: "[]",
      "time to live": '"expiresAt"',
      "point-in-time recovery": "true",
      "encryption with a key of its own": "true",
      "deletion protection": "true",
      policy:
        '[{"Action":["dynamodb:GetItem"],"Effect":["Deny"],"conditions":{"StringNotEquals":{"aws:PrincipalTag/lethe:purpose":["generation"]}},"otherThan":[],"principals":"*","resources":["*"]}]',
    },
  },
  {
    gap: "role_settings",
    fact: "gives a role the permissions boundary of its template",
    probe: async (aws) => {
      const nameOf = await createStack(aws, "role-settings", {
        Boundary: {
          Type: "AWS::IAM::ManagedPolicy",
          Properties: { PolicyDocument: allowing("s3:GetObject") },
        },
        Role: {
          Type: "AWS::IAM::Role",
          Properties: {
            AssumeRolePolicyDocument: allowing("sts:AssumeRole", {
              Principal: { Service: "lambda.amazonaws.com" },
            }),
            PermissionsBoundary: { Ref: "Boundary" },
            Tags: [{ Key: "lethe:purpose", Value: "erasure" }],
          },
        },
      });
      const iam = new IAMClient(aws.clientConfig);
      const { Role } = await iam.send(new GetRoleCommand({ RoleName: nameOf("Role") }));
      const { PermissionsBoundaryArn } = Role?.PermissionsBoundary ?? {};
      return {
        ...(await foundInRole(iam, nameOf("Role"))),
        "is that of the template": PermissionsBoundaryArn === nameOf("Boundary"),
      };
    },
    onStock: {
      "permissions boundary": "false",
      tags: '["{\\"Key\\":\\"lethe:purpose\\",\\"Value\\":\\"erasure\\"}"]',
      "is that of the template": false,
    },
    closed: {
      "permissions boundary": "true",
      tags: '["{\\"Key\\":\\"lethe:purpose\\",\\"Value\\":\\"erasure\\"}"]',
      "is that of the template": true,
    },
  },
  {
    gap: "function_settings",
    fact: "gives a function the reserved concurrency and the dead-letter queue of its template",
    probe: async (aws) => {
      const nameOf = await createStack(aws, "function-settings", {
        Queue: { Type: "AWS::SQS::Queue", Properties: {} },
        Function: inlineFunction("exports.handler = async () => {};", {
          ReservedConcurrentExecutions: 2,
          DeadLetterConfig: { TargetArn: { "Fn::GetAtt": ["Queue", "Arn"] } },
        }),
      });
      return foundInFunction(new LambdaClient(aws.clientConfig), nameOf("Function"));
    },
    onStock: { "reserved concurrency": "none", "dead-letter queue": "false" },
    closed: { "reserved concurrency": "2", "dead-letter queue": "true" },
  },
  {
    gap: "receipt_rules",
    fact: "adds the receipt rule of a template to a rule set, beside those of others",
    probe: receiptRulesAfterStack,
    onStock: ["of-others"],
    closed: ["ours", "of-others"],
  },
  {
    gap: "encryption_without_key",
    fact: "encrypts a write with aws:kms that names no key, with the account's own",
    probe: putWithoutKey,
    onStock: "InvalidArgument",
    closed: "arn:aws:kms:eu-central-1:000000000000:alias/aws/s3",
  },
];

function allowing(action: string, more: object = { Resource: "*" }) {
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, ...more }] };
}

async function receiptRulesAfterStack(aws: BareEmbeddedAws): Promise<readonly string[]> {
  const ses = new SESClient(aws.clientConfig);
  const RuleSetName = "shared";
  await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName }));
  const bare = { Enabled: true, ScanEnabled: true, TlsPolicy: "Require" } as const;
  await ses.send(new CreateReceiptRuleCommand({ RuleSetName, Rule: { Name: "of-others", ...bare } }));
  const properties = { RuleSetName, Rule: { Name: "ours", ...bare } };
  // Stock does not know the type, and the stack fails.
  await createStackOrNot(aws, "receipt-rules", {
    Rule: { Type: "AWS::SES::ReceiptRule", Properties: properties },
  });
  const { Rules = [] } = await ses.send(new DescribeReceiptRuleSetCommand({ RuleSetName }));
  return Rules.map(({ Name = "" }) => Name);
}

async function putWithoutKey(aws: BareEmbeddedAws): Promise<string | undefined> {
  const s3 = new S3Client(aws.clientConfig);
  const object = { Bucket: "without-key", Key: "photo" };
  await s3.send(new CreateBucketCommand({ Bucket: object.Bucket }));
  try {
    await s3.send(new PutObjectCommand({ ...object, Body: "x", ServerSideEncryption: "aws:kms" }));
  } catch (error) {
    if (error instanceof S3ServiceException) return error.name;
    throw error;
  }
  return (await s3.send(new HeadObjectCommand(object))).SSEKMSKeyId;
}
