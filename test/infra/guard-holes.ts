import { PURPOSES } from "../../shared/domain/policy/category.ts";
import type { MechanismName } from "../../shared/domain/policy/mechanism.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { DynamodbStore, S3Store } from "../../shared/domain/policy/store.ts";
import { type AccessRequest, deniedBy, texts } from "./access.ts";
import { type Resource, resourcesOf, type Synthesised } from "./synthesised.ts";

/** Returns in words what a guard leaves open, nothing if it holds. */
type Holes = (made: Synthesised, policy: Policy) => readonly string[];

/** What each guard has to keep out, asked of the templates as IAM and a network would decide it. */
export const GUARD_HOLES = {
  "purpose-tags": (made, policy) => [
    ...bucketStores(policy).flatMap((store) =>
      readerHoles(policy, store, bucketPolicy(made, policy, store), {
        action: "s3:GetObject",
        resource: `(${hostOf(made, policy, store).logicalId})/${exampleKey(store)}`,
      }),
    ),
    ...tableStores(policy).flatMap((store) =>
      ["GetItem", "Query", "Scan", "BatchGetItem", "PartiQLSelect", "ExportTableToPointInTime"].flatMap(
        (operation) =>
          readerHoles(policy, store, tablePolicy(made, store), {
            action: `dynamodb:${operation}`,
            resource: "table",
          }),
      ),
    ),
  ],
  "declared-places-only": (made, policy) =>
    bucketStores(policy).flatMap((store) => {
      const host = hostOf(made, policy, store).logicalId;
      const put = (key: string): AccessRequest => ({ action: "s3:PutObject", resource: `(${host})/${key}` });
      const denied = (key: string) =>
        deniedBy(bucketPolicy(made, policy, store), put(key)).includes("UndeclaredPlaces");
      return [
        ...["elsewhere/1/x.png", "users", "x"]
          .filter((key) => !denied(key))
          .map((key) => `${store.id} takes ${key}`),
        ...(denied(exampleKey(store)) ? [`${store.id} refuses ${exampleKey(store)}`] : []),
      ];
    }),
  "encryption-required": (made, policy) => {
    const under = policy.stores.filter(({ key, kind }) => key === "customer-managed" && kind !== "cognito");
    return under.flatMap((store) =>
      store.kind === "s3" ? keyHoles(made, policy, store) : unencrypted(made, store.id),
    );
  },
  "region-boundary": (made, policy) => [
    ...[made.storage, made.evidence, made.erasure].flatMap((template) =>
      resourcesOf(template, "AWS::IAM::Role")
        .filter(({ Properties }) => !texts(Properties.PermissionsBoundary)[0]?.includes("regionboundary"))
        .map(({ logicalId }) => `${logicalId} has no boundary`),
    ),
    ...boundaryHoles(made, policy),
    ...bucketStores(policy)
      .filter((store) => {
        const resource = `(${hostOf(made, policy, store).logicalId})`;
        const request = { action: "s3:PutReplicationConfiguration", resource };
        return deniedBy(bucketPolicy(made, policy, store), request).length === 0;
      })
      .map(({ id }) => `${id} can be replicated`),
  ],
  "isolated-processing": (made, policy) => [
    ...[made.storage, made.evidence, made.erasure].flatMap((template) =>
      WAYS_OUT.flatMap((type) => resourcesOf(template, type).map(({ logicalId }) => `${type} ${logicalId}`)),
    ),
    ...(resourcesOf(made.storage, "AWS::EC2::VPC").length === 1 ? [] : ["no network"]),
    ...isolatedStores(policy).flatMap((store) => outsideHoles(made, policy, store)),
  ],
} satisfies Partial<Record<MechanismName, Holes>>;

export type GuardName = keyof typeof GUARD_HOLES;

/** Whatever leads out of a network, a route of any kind included: endpoints for gateways add theirs themselves. */
const WAYS_OUT = [
  "AWS::EC2::InternetGateway",
  "AWS::EC2::EgressOnlyInternetGateway",
  "AWS::EC2::NatGateway",
  "AWS::EC2::CarrierGateway",
  "AWS::EC2::VPNGateway",
  "AWS::EC2::VPCPeeringConnection",
  "AWS::EC2::TransitGateway",
  "AWS::EC2::TransitGatewayAttachment",
  "AWS::EC2::ClientVpnEndpoint",
  "AWS::EC2::Route",
];

/** Purposes that get in without being declared, and declared ones that do not. */
function readerHoles(
  policy: Policy,
  store: S3Store | DynamodbStore,
  document: unknown,
  request: AccessRequest,
): readonly string[] {
  const declared = policy.categories.filter(({ id }) => store.categories.includes(id));
  const purposes: readonly string[] = declared.flatMap((category) => category.purposes);
  const own = store.kind === "dynamodb" ? ["erasure"] : [];
  return [undefined, "erasure", "", ...PURPOSES].flatMap((purpose) => {
    const context = { "aws:PrincipalTag/lethe:purpose": purpose };
    const denied = deniedBy(document, { ...request, context }).some((sid) => sid.startsWith("Readers"));
    const welcome = purpose !== undefined && [...purposes, ...own].includes(purpose);
    if (denied !== welcome) return [];
    return [`${store.id}: ${request.action} for ${purpose ?? "no purpose"} is ${denied ? "denied" : "open"}`];
  });
}

function keyHoles(made: Synthesised, policy: Policy, store: S3Store): readonly string[] {
  const header = "s3:x-amz-server-side-encryption";
  const [{ logicalId: key } = { logicalId: "" }] = resourcesOf(made.storage, "AWS::KMS::Key");
  const resource = `(${hostOf(made, policy, store).logicalId})/${exampleKey(store)}`;
  const denied = (context: AccessRequest["context"] = {}) =>
    deniedBy(bucketPolicy(made, policy, store), { action: "s3:PutObject", resource, context }).length > 0;
  const wrong = {
    "S3's key": { [header]: "AES256" },
    "the account's key": { [header]: "aws:kms" },
    "another key": { [header]: "aws:kms", [`${header}-aws-kms-key-id`]: "arn:another" },
    "a key of the caller": { [`${header}-customer-algorithm`]: "AES256" },
    "no TLS": { "aws:SecureTransport": "false" },
  };
  const right = { [header]: "aws:kms", [`${header}-aws-kms-key-id`]: `(${key})` };
  return [
    ...Object.entries(wrong).flatMap(([name, context]) =>
      denied(context) ? [] : [`${store.id} takes ${name}`],
    ),
    ...(denied() ? [`${store.id} refuses what names no key`] : []),
    ...(denied(right) ? [`${store.id} refuses its own key`] : []),
    ...(JSON.stringify(hostOf(made, policy, store).Properties.BucketEncryption).includes(key)
      ? []
      : [`${store.id} is under another key by default`]),
  ];
}

function unencrypted(made: Synthesised, storeId: string): readonly string[] {
  const of = ["AWS::DynamoDB::Table", "AWS::Logs::LogGroup"].flatMap((type) =>
    resourcesOf(made.storage, type),
  );
  const found = of.find(({ logicalId }) => isNamed(logicalId, storeId));
  const { SSESpecification, KmsKeyId } = found?.Properties ?? {};
  return JSON.stringify([SSESpecification, KmsKeyId]).includes("sensitivedata")
    ? []
    : [`${storeId} has no key`];
}

function boundaryHoles(made: Synthesised, { service }: Policy): readonly string[] {
  const [boundary] = resourcesOf(made.storage, "AWS::IAM::ManagedPolicy").filter(({ logicalId }) =>
    logicalId.startsWith("regionboundary"),
  );
  const denied = (action: string, region: string, more = {}) =>
    deniedBy(boundary?.Properties.PolicyDocument, {
      action,
      resource: "x",
      context: { "aws:RequestedRegion": region, ...more },
    }).length > 0;
  const [home = ""] = service.regions;
  return [
    ...["s3:PutObject", "dynamodb:PutItem", "lambda:InvokeFunction"]
      .filter((action) => !denied(action, "eu-north-1") || denied(action, home))
      .map((action) => `${action} is the same in every region`),
    ...[
      "dynamodb:CreateTableReplica",
      "kms:ReplicateKey",
      "s3:PutReplicationConfiguration",
      "backup:StartCopyJob",
    ]
      .filter((action) => !denied(action, home))
      .map((action) => `${action} takes data out`),
    ...(denied("sts:TagSession", home, { "aws:TagKeys": "lethe:purpose" })
      ? []
      : ["a role can take a purpose"]),
    ...(denied("cloudfront:CreateInvalidation", "us-east-1") ? ["a global service is denied"] : []),
  ];
}

function outsideHoles(made: Synthesised, policy: Policy, store: S3Store | DynamodbStore): readonly string[] {
  const declared = policy.isolatedProcessing?.purpose;
  const [vpc] = resourcesOf(made.storage, "AWS::EC2::VPC");
  const denied = (context: AccessRequest["context"]) => {
    const carried = { "aws:PrincipalTag/lethe:purpose": declared, ...context };
    return store.kind === "s3"
      ? deniedBy(bucketPolicy(made, policy, store), {
          action: "s3:GetObject",
          resource: `(${hostOf(made, policy, store).logicalId})/${exampleKey(store)}`,
          context: carried,
        })
      : deniedBy(tablePolicy(made, store), { action: "dynamodb:Query", resource: "table", context: carried });
  };
  return [
    ...(denied({}).length > 0 ? [] : [`${store.id} is read from everywhere`]),
    ...(denied({ "aws:SourceVpc": "vpc-other" }).length > 0
      ? []
      : [`${store.id} is read from another network`]),
    ...(denied({ "aws:SourceVpc": `(${vpc?.logicalId})` }).length > 0
      ? [`${store.id} cannot be read inside`]
      : []),
  ];
}

function isolatedStores(policy: Policy): readonly (S3Store | DynamodbStore)[] {
  const isolated = policy.isolatedProcessing?.categories ?? [];
  return [...bucketStores(policy), ...tableStores(policy)].filter(({ categories }) =>
    categories.some((category) => isolated.includes(category)),
  );
}

function bucketStores({ stores }: Policy): readonly S3Store[] {
  return stores.filter((store) => store.kind === "s3");
}

function tableStores({ stores }: Policy): readonly DynamodbStore[] {
  return stores.filter((store) => store.kind === "dynamodb");
}

/** A key that the store's template foresees. */
function exampleKey({ keyTemplate }: S3Store): string {
  return keyTemplate.replaceAll(/\{[^}]*\}/g, "7f3").replace("…", "a/b.png");
}

/** Returns the bucket that a store lies in. */
export function hostOf(made: Synthesised, { stores }: Policy, store: S3Store): Resource {
  const host = stores.find(({ id }) => id === (store.sharesBucketOf ?? store.id))?.id ?? "";
  const found = resourcesOf(made.storage, "AWS::S3::Bucket").find(({ logicalId }) =>
    isNamed(logicalId, host),
  );
  if (!found) throw new Error(`There is no bucket for ${store.id}.`);
  return found;
}

function bucketPolicy(made: Synthesised, policy: Policy, store: S3Store): unknown {
  const bucket = `(${hostOf(made, policy, store).logicalId})`;
  const policies = resourcesOf(made.storage, "AWS::S3::BucketPolicy");
  return policies.find(({ Properties }) => texts(Properties.Bucket)[0] === bucket)?.Properties.PolicyDocument;
}

function tablePolicy(made: Synthesised, { id }: DynamodbStore): unknown {
  const tables = resourcesOf(made.storage, "AWS::DynamoDB::Table");
  const { ResourcePolicy } = tables.find(({ logicalId }) => isNamed(logicalId, id))?.Properties ?? {};
  return typeof ResourcePolicy === "object" && ResourcePolicy && "PolicyDocument" in ResourcePolicy
    ? ResourcePolicy.PolicyDocument
    : undefined;
}

function isNamed(logicalId: string, id: string): boolean {
  return logicalId.replace(/[0-9A-F]{8}$/, "") === id.replaceAll("-", "");
}
