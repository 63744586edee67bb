import { z } from "zod";
import { type Facts, objectFacts } from "../facts.ts";
import type { Operation } from "./operation.ts";

const FieldSchema = z.looseObject({
  type: z.string(),
  rule: z.string().optional(),
  keyType: z.string().optional(),
});
const MethodSchema = z.looseObject({
  requestType: z.string(),
  responseType: z.string(),
  options: z.record(z.string(), z.unknown()).default({}),
});
const PackageSchema = z.looseObject({
  nested: z.record(
    z.string(),
    z.looseObject({
      fields: z.record(z.string(), FieldSchema).optional(),
      methods: z.record(z.string(), MethodSchema).optional(),
      values: z.record(z.string(), z.number()).optional(),
      nested: z
        .record(z.string(), z.looseObject({ values: z.record(z.string(), z.number()).optional() }))
        .optional(),
    }),
  ),
});
type Nested = z.infer<typeof PackageSchema>["nested"];
const TreeSchema = z.looseObject({ nested: z.record(z.string(), z.unknown()) });

/** What JSON has for these: https://protobuf.dev/programming-guides/json/ */
const SCALARS: Readonly<Record<string, Facts>> = {
  bool: { type: "boolean" },
  bytes: { type: "string" },
  double: { type: "number" },
  int32: { type: "integer" },
  int64: { type: "string" },
  string: { type: "string" },
  "google.protobuf.Duration": { type: "string" },
  "google.protobuf.Timestamp": { type: "string" },
};

/** One method of a service, `FileService.GetFile`. */
export type ProtobufMethod = `${string}.${string}`;

/** Returns what the descriptors of a package, as protobufjs writes them, say of some methods by their HTTP rules. */
export function fromProtobuf(
  document: unknown,
  packageName: string,
  methods: readonly ProtobufMethod[],
): readonly Operation[] {
  const { nested } = PackageSchema.parse(
    packageName.split(".").reduce<unknown>((within, name) => TreeSchema.parse(within).nested[name], document),
  );
  return methods.map((full) => {
    const [service = "", name = ""] = full.split(".");
    const found = MethodSchema.parse(nested[service]?.methods?.[name]);
    const [verb = "", path] =
      Object.entries(found.options).find(([option]) =>
        /^\(google\.api\.http\)\.(get|delete)$/u.test(option),
      ) ?? [];
    const asked = nested[found.requestType]?.fields ?? {};
    const inPath = /\{(\w+)=/u.exec(String(path))?.[1];
    return {
      method: verb.split(".").at(-1)?.toUpperCase() ?? "",
      path: String(path).replace(/\{\w+=(\w+)\/\*\}/u, "$1/{name}"),
      parameters: Object.keys(asked).map((field) => ({
        in: field === inPath ? "path" : "query",
        name: field,
        required: field === inPath,
      })),
      answers: { "200": messageFacts(found.responseType, nested, 2) },
    };
  });
}

/** A field that has its zero value is left out of JSON, so none is required. */
function messageFacts(name: string, nested: Nested, levels: number): Facts {
  if (name === "google.protobuf.Empty") return objectFacts({});
  const { fields, nested: inner = {} } = nested[name] ?? {};
  if (!fields || levels === 0) return { type: "object" };
  const properties = Object.entries(fields).map(([field, { type, rule, keyType }]) => {
    const values = inner[type]?.values ?? nested[type]?.values;
    const one = values
      ? { enum: Object.keys(values) }
      : (SCALARS[type] ?? messageFacts(type, nested, levels - 1));
    const isMap = keyType !== undefined;
    return [
      field,
      isMap ? { type: "object" } : rule === "repeated" ? { type: "array", items: one } : one,
    ] as const;
  });
  return objectFacts(Object.fromEntries(properties));
}
