import { z } from "zod";
import { type Facts, objectFacts, oneOf, orNull } from "../facts.ts";
import type { Operation, Taken } from "./operation.ts";

const RawSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  nullable: z.boolean().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  const: z.union([z.string(), z.number(), z.boolean()]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  allOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
type Raw = z.infer<typeof RawSchema>;

/** An error lies in a field of its own. */
const ERROR_LEVELS = 2;

const ContentSchema = z.record(z.string(), z.looseObject({ schema: z.unknown() }));
const OperationSchema = z.looseObject({
  parameters: z
    .array(z.looseObject({ in: z.string(), name: z.string(), required: z.boolean().optional() }))
    .default([]),
  requestBody: z.looseObject({ content: ContentSchema, required: z.boolean().default(false) }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: ContentSchema.optional() })),
});
const DocumentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/**
 * Returns what an OpenAPI document says of some operations.
 *
 * @throws {z.ZodError} if one of them is not there.
 */
export function fromOpenapi(document: unknown, taken: readonly Taken[]): readonly Operation[] {
  const { paths, components } = DocumentSchema.parse(document);
  const facts = (raw: unknown, levels: number) => factsOf(raw, components.schemas, levels);
  return taken.map(({ method, path, below = "", levels = 2, errors }) => {
    const found = OperationSchema.parse(paths[path]?.[method.toLowerCase()]);
    const stated = Object.entries(found.responses).filter(
      ([status]) => errors === undefined || status === "200",
    );
    const answers = stated.map(
      ([status, { content }]) =>
        [status.toLowerCase(), facts(schemaIn(content), status === "200" ? levels : ERROR_LEVELS)] as const,
    );
    const body = found.requestBody;
    const [type] = Object.keys(body?.content ?? {});
    return {
      method,
      path: `${below}${path}`,
      parameters: found.parameters.map(({ in: where, name, required = false }) => ({
        in: where,
        name,
        required,
      })),
      ...(body && type !== undefined
        ? { body: { type, required: body.required, fields: facts(schemaIn(body.content), levels) } }
        : {}),
      answers: {
        ...Object.fromEntries(answers),
        ...(errors === undefined ? {} : { default: facts(components.schemas[errors], ERROR_LEVELS) }),
      },
    };
  });
}

function schemaIn(content: z.infer<typeof ContentSchema> | undefined): unknown {
  return Object.values(content ?? {})[0]?.schema ?? {};
}

function factsOf(value: unknown, schemas: Readonly<Record<string, unknown>>, levels: number): Facts {
  const raw = whole(value, schemas);
  const facts = bare(raw, schemas, levels);
  return raw.nullable === true ? orNull(facts) : facts;
}

function bare(raw: Raw, schemas: Readonly<Record<string, unknown>>, levels: number): Facts {
  const ways = raw.anyOf ?? raw.oneOf;
  if (ways && !raw.properties) return oneOf(ways.map((way) => factsOf(way, schemas, levels)));
  if (raw.const !== undefined) return { enum: [raw.const] };
  if (raw.enum) return { enum: raw.enum };
  const type = raw.type ?? (raw.properties ? "object" : undefined);
  if (type === "array") {
    return levels < 0 || raw.items === undefined
      ? { type }
      : { type, items: factsOf(raw.items, schemas, levels) };
  }
  if (type !== "object") return type === undefined ? {} : { type };
  const isOpen = raw.additionalProperties !== undefined && raw.additionalProperties !== false;
  if (levels <= 0 || !raw.properties || isOpen) return { type };
  const properties = Object.entries(raw.properties).map(
    ([name, one]) => [name, factsOf(one, schemas, levels - 1)] as const,
  );
  return objectFacts(Object.fromEntries(properties), raw.required);
}

/** Returns a schema with what it refers to, and with all that must be true of it besides. */
function whole(value: unknown, schemas: Readonly<Record<string, unknown>>): Raw {
  const raw = RawSchema.parse(value ?? {});
  if (raw.$ref !== undefined) return whole(schemas[raw.$ref.split("/").at(-1) ?? ""], schemas);
  if (!raw.allOf) return raw;
  const { allOf, ...own } = raw;
  return [...allOf.map((part) => whole(part, schemas)), own].reduce<Raw>(both, {});
}

/** Of what both say, the latter counts: that is the narrower where one is built on another. */
function both(first: Raw, second: Raw): Raw {
  const stated = Object.fromEntries(Object.entries(second).filter(([, value]) => value !== undefined));
  return {
    ...first,
    ...stated,
    ...(first.properties || second.properties
      ? { properties: { ...first.properties, ...second.properties } }
      : {}),
    ...(first.required || second.required
      ? { required: [...new Set([...(first.required ?? []), ...(second.required ?? [])])] }
      : {}),
  };
}
