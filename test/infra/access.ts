import { z } from "zod";

const StatementSchema = z.object({
  Sid: z.string().default("(unnamed)"),
  Effect: z.enum(["Allow", "Deny"]),
  Action: z.unknown().optional(),
  NotAction: z.unknown().optional(),
  Resource: z.unknown().optional(),
  NotResource: z.unknown().optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});
const DocumentSchema = z.object({ Statement: z.array(StatementSchema) });
type Statement = z.infer<typeof StatementSchema>;

/** Somebody asks AWS for something. */
export interface AccessRequest {
  readonly action: string;
  readonly resource: string;
  /** Condition keys that the request carries, such as `aws:RequestedRegion`. */
  readonly context?: Readonly<Record<string, string | undefined>>;
}

/**
 * Returns the ids of the statements of a policy document that deny a request, as IAM would decide it. References of a
 * template are written `(LogicalId)`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function deniedBy(document: unknown, request: AccessRequest): readonly string[] {
  return statementsFor(document, "Deny", request);
}

/** Returns the ids of the statements of a policy document that allow a request. */
export function allowedBy(document: unknown, request: AccessRequest): readonly string[] {
  return statementsFor(document, "Allow", request);
}

/** Returns every resource that a policy document names. */
export function resourcesNamedIn(document: unknown): readonly string[] {
  return statementsOf(document).flatMap(({ Resource }) => texts(Resource));
}

/** None, if there is no document. */
function statementsOf(document: unknown): readonly Statement[] {
  return document === undefined ? [] : DocumentSchema.parse(document).Statement;
}

function statementsFor(document: unknown, effect: string, request: AccessRequest): readonly string[] {
  return statementsOf(document)
    .filter((one) => one.Effect === effect && covers(one, request))
    .map(({ Sid }) => Sid);
}

function covers(statement: Statement, { action, resource, context = {} }: AccessRequest): boolean {
  const actions = statement.NotAction === undefined;
  const resources = statement.NotResource === undefined;
  return (
    matchesOne(actions ? statement.Action : statement.NotAction, action) === actions &&
    matchesOne(resources ? statement.Resource : statement.NotResource, resource) === resources &&
    Object.entries(statement.Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => conditionHolds(operator, texts(values), context[key])),
    )
  );
}

/** An operator that negates is true without its key; one that does not is false. */
function conditionHolds(operator: string, values: readonly string[], found: string | undefined): boolean {
  switch (operator) {
    case "Null":
      return values.includes(String(found === undefined));
    case "StringEquals":
    case "ForAnyValue:StringEquals":
    case "Bool":
      return found !== undefined && values.includes(found);
    case "StringNotEquals":
      return found === undefined || !values.includes(found);
    case "StringLike":
      return found !== undefined && values.some((value) => pattern(value).test(found));
    case "NumericLessThan":
      return found !== undefined && Number(found) < Number(values[0]);
    default:
      throw new Error(`This test does not know the operator ${operator}.`);
  }
}

function matchesOne(patterns: unknown, text: string): boolean {
  return texts(patterns).some((one) => pattern(one).test(text));
}

function pattern(text: string): RegExp {
  const literal = text.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`);
}

/** Returns values as text; a reference as the logical id of what it means. */
export function texts(values: unknown): readonly string[] {
  return (Array.isArray(values) ? values : [values]).map(text);
}

function text(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if ("Ref" in value) return `(${String(value.Ref)})`;
  if ("Fn::GetAtt" in value) return `(${texts(value["Fn::GetAtt"])[0]})`;
  if ("Fn::ImportValue" in value) return `(${texts(value["Fn::ImportValue"])[0]})`;
  if (!("Fn::Join" in value) || !Array.isArray(value["Fn::Join"])) return JSON.stringify(value);
  return texts(value["Fn::Join"][1]).join("");
}
