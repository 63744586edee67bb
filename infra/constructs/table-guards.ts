import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { carriesNoneOf, ERASURE_PURPOSE, EXPIRY_PURPOSE, purposesOf } from "./purpose-tag.ts";

/**
 * What gives out items. TransactGetItems counts as GetItem; the stream of a store holds keys alone.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html
 */
const READING = [
  "dynamodb:GetItem",
  "dynamodb:BatchGetItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:PartiQLSelect",
  "dynamodb:ExportTableToPointInTime",
];

/** What can give out the item that it changes. */
const CHANGING = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"];

/** Returns what nobody may do with a table that holds these, whatever else they are allowed: a deny always wins. */
export function tableGuards(
  policy: Policy,
  categories: readonly string[],
  isolatedVpcId?: string,
): PolicyDocument {
  const others = carriesNoneOf([...purposesOf(policy, categories), ERASURE_PURPOSE, EXPIRY_PURPOSE]);
  return new PolicyDocument({
    statements: [
      deny("Readers", READING, others),
      deny("ReadersByChange", CHANGING, {
        ...others,
        StringEquals: { "dynamodb:ReturnValues": ["ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"] },
      }),
      ...(isolatedVpcId === undefined ? [] : [deny("OutsideTheNetwork", READING, outsideOf(isolatedVpcId))]),
    ],
  });
}

/** Erasing and expiring work from everywhere; they are in no network. */
function outsideOf(vpcId: string) {
  const { StringNotEquals } = carriesNoneOf([ERASURE_PURPOSE, EXPIRY_PURPOSE]);
  return { StringNotEquals: { ...StringNotEquals, "aws:SourceVpc": vpcId } };
}

/** The policy lies on the table, so `*` is the table and its indexes; its ARN would make a circle. */
function deny(sid: string, actions: string[], conditions: Record<string, unknown>): PolicyStatement {
  return new PolicyStatement({
    sid,
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions,
    resources: ["*"],
    conditions,
  });
}
