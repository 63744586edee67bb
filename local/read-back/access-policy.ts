import { comparable, isProperties, type Properties } from "./settings.ts";

/** What stands for something that only a deployment knows: an ARN or the id of a network. */
const DEPLOYED = "(deployed)";
const KNOWN_ONLY_DEPLOYED = /^(arn:|vpc-)/;

/**
 * Returns an access policy as text to compare, whether it is in a template or deployed. What a template leaves to
 * CloudFormation, references to other resources, counts only as being there; of resources, what follows the ARN.
 *
 * @param document a policy document, as an object or as JSON.
 */
export function comparablePolicy(document: unknown): string {
  const policy: unknown = typeof document === "string" ? JSON.parse(document) : document;
  if (!isProperties(policy)) return comparable(undefined);
  return comparable(listOf(policy.Statement).filter(isProperties).map(statement));
}

function statement({ Condition, Resource, NotResource, Principal, ...rest }: Properties): Properties {
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, texts(value)])),
    resources: listOf(Resource).map(afterArn).toSorted(),
    otherThan: listOf(NotResource).map(afterArn).toSorted(),
    principals: isProperties(Principal) ? Object.keys(Principal) : Principal,
    conditions: conditions(Condition),
  };
}

function conditions(operators: unknown): Properties {
  if (!isProperties(operators)) return {};
  return Object.fromEntries(
    Object.entries(operators).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(isProperties(keys) ? keys : {}).map(([key, of]) => [key, texts(of)])),
    ]),
  );
}

/** One value may stand without its list, and a number may have become text. */
function texts(values: unknown): readonly string[] {
  return listOf(values)
    .map((value) =>
      isProperties(value) || KNOWN_ONLY_DEPLOYED.test(String(value)) ? DEPLOYED : String(value),
    )
    .toSorted();
}

/** Returns `/users/*`, of a joined reference in a template as of `arn:aws:s3:::bucket/users/*`. */
function afterArn(resource: unknown): string {
  if (!isProperties(resource)) return String(resource).replace(/^arn:[^/]*/, "");
  const last = listOf(listOf(resource["Fn::Join"]).at(1)).at(-1);
  return typeof last === "string" ? last : "";
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
