import { z } from "zod";

/** What a value may be, in the part of JSON Schema that a digest has: no prose, no examples, no formats. */
export interface Facts {
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly (string | number | boolean | null)[] | undefined;
  readonly properties?: Readonly<Record<string, Facts>> | undefined;
  readonly required?: readonly string[] | undefined;
  /** False where the source names all fields: then what it does not name is a departure. */
  readonly additionalProperties?: false | undefined;
  readonly items?: Facts | undefined;
  readonly anyOf?: readonly Facts[] | undefined;
}

export const FactsSchema: z.ZodType<Facts> = z.lazy(() =>
  z.strictObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    properties: z.record(z.string(), FactsSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.literal(false).optional(),
    items: FactsSchema.optional(),
    anyOf: z.array(FactsSchema).optional(),
  }),
);

/** More ways than these are kept as one: what all of them must have, and what any may have. */
const WAYS_MAX = 3;
/** Of more than these, only what all of them have is kept. */
const NAMED_WAYS_MAX = 8;

/** Returns the facts of an object: all its fields by name, and what each is. */
export function objectFacts(
  properties: Readonly<Record<string, Facts>>,
  required: readonly string[] = [],
): Facts {
  return {
    type: "object",
    properties,
    ...(required.length > 0 ? { required: [...required].sort() } : {}),
    additionalProperties: false,
  };
}

/** Returns what may be one thing or another. */
export function oneOf(ways: readonly Facts[]): Facts {
  const distinct = [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
  const wide = distinct.filter(isPlain).flatMap(({ type = [] }) => type);
  const apart = distinct.filter(
    (way) => isPlain(way) || !way.enum?.every((value) => wide.includes(typeof value)),
  );
  const [only] = apart;
  if (only && apart.length === 1) return only;
  if (apart.every(isPlain)) return { type: [...new Set(wide)] };
  if (apart.length <= WAYS_MAX) return { anyOf: apart };
  return apart.every(({ type }) => type === "object") ? asOne(apart) : {};
}

function asOne(objects: readonly Facts[]): Facts {
  const all = (lists: readonly (readonly string[])[]) =>
    [...new Set(lists.flat())].filter((name) => lists.every((list) => list.includes(name)));
  const named = objects.map(({ properties = {} }) => Object.keys(properties));
  const kept = objects.length <= NAMED_WAYS_MAX ? [...new Set(named.flat())] : all(named);
  const properties = kept.map(
    (name) => [name, oneOf(objects.flatMap((one) => one.properties?.[name] ?? []))] as const,
  );
  const required = all(objects.map((one) => one.required ?? []));
  const whole = objectFacts(Object.fromEntries(properties), required);
  return objects.length <= NAMED_WAYS_MAX ? whole : { ...whole, additionalProperties: undefined };
}

function isPlain(facts: Facts): boolean {
  return Object.keys(facts).join() === "type";
}

/** Returns the same, or null. */
export function orNull(facts: Facts): Facts {
  if (facts.enum) return { ...facts, ...withNull(facts), enum: [...new Set([...facts.enum, null])] };
  if (facts.type === undefined) return facts.anyOf ? { anyOf: [...facts.anyOf, { type: "null" }] } : facts;
  return typeof facts.type === "string" && facts.properties === undefined
    ? { ...facts, ...withNull(facts) }
    : { anyOf: [facts, { type: "null" }] };
}

function withNull({ type }: Facts): Facts {
  return type === undefined ? {} : { type: [...new Set([type, "null"].flat())] };
}
