import { z } from "zod";
import { type Facts, objectFacts } from "../facts.ts";
import type { Operation } from "./operation.ts";

const MemberSchema = z.looseObject({
  shape: z.string(),
  location: z.string().optional(),
  locationName: z.string().optional(),
});
const ShapeSchema = z.looseObject({
  type: z.string(),
  members: z.record(z.string(), MemberSchema).default({}),
  required: z.array(z.string()).default([]),
  member: MemberSchema.optional(),
  payload: z.string().optional(),
  enum: z.array(z.string()).optional(),
  error: z.looseObject({ httpStatusCode: z.number() }).optional(),
});
const ModelSchema = z.looseObject({
  operations: z.record(
    z.string(),
    z.looseObject({
      http: z.looseObject({
        method: z.string(),
        requestUri: z.string(),
        responseCode: z.number().default(200),
      }),
      input: z.looseObject({ shape: z.string() }).optional(),
      output: z.looseObject({ shape: z.string() }).optional(),
      errors: z.array(z.looseObject({ shape: z.string() })).default([]),
    }),
  ),
  shapes: z.record(z.string(), ShapeSchema),
});
type Shapes = z.infer<typeof ModelSchema>["shapes"];

/** Returns what a service model of AWS, `service-2.json`, says of some operations that speak XML. */
export function fromAwsModel(document: unknown, names: readonly string[]): readonly Operation[] {
  const { operations, shapes } = ModelSchema.parse(document);
  return names.map((name) => {
    const found = operations[name];
    const input = shapes[found?.input?.shape ?? ""];
    const output = shapes[found?.output?.shape ?? ""];
    if (!found || !input || !output) throw new Error(`The model has no operation ${name}.`);
    const payload = input.members[input.payload ?? ""]?.shape;
    const answer = output.members[output.payload ?? ""]?.shape ?? "";
    const inUri = Object.entries(input.members).filter(([, { location }]) => location === "uri");
    return {
      method: found.http.method,
      path: found.http.requestUri,
      parameters: inUri.map(([, { locationName = "" }]) => ({
        in: "path",
        name: locationName,
        required: true,
      })),
      ...(payload === undefined
        ? {}
        : { body: { type: "application/xml", required: true, fields: factsOf(payload, shapes) } }),
      answers: { [String(found.http.responseCode)]: factsOf(answer, shapes) },
      errors: Object.fromEntries(
        found.errors.map(({ shape }) => [shape, shapes[shape]?.error?.httpStatusCode ?? 400]),
      ),
    };
  });
}

function factsOf(name: string, shapes: Shapes): Facts {
  const shape = shapes[name];
  if (shape?.type === "structure") {
    const members = Object.entries(shape.members).map(
      ([member, one]) => [one.locationName ?? member, factsOf(one.shape, shapes)] as const,
    );
    return objectFacts(Object.fromEntries(members), shape.required);
  }
  if (shape?.type === "list") return { type: "array", items: factsOf(shape.member?.shape ?? "", shapes) };
  if (shape?.enum) return { enum: shape.enum };
  if (shape?.type === "integer" || shape?.type === "boolean") return { type: shape.type };
  return { type: "string" };
}
