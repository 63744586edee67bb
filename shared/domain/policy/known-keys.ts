import { z } from "zod";
import { isObject } from "./value-at.ts";

/** Returns the keys that an object of the schema can have at a path, as far as the declaration says which object. */
export function knownKeys(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  declaration: unknown,
): readonly string[] {
  let at: unknown = declaration;
  let schemas = objectsOf(schema, at);
  for (const key of path) {
    at = isObject(at) ? at[String(key)] : undefined;
    schemas = schemas.flatMap((inner) => memberOf(inner, key)).flatMap((inner) => objectsOf(inner, at));
  }
  return [...new Set(schemas.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : [])))];
}

function memberOf(schema: z.core.$ZodType, key: PropertyKey): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  const member = schema instanceof z.ZodObject ? schema.shape[String(key)] : undefined;
  return member === undefined ? [] : [member];
}

/** Looks through what makes a schema optional, and takes the options of a union that the value can be meant as. */
function objectsOf(schema: z.core.$ZodType, value: unknown): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return objectsOf(schema.unwrap(), value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const key = schema.def.discriminator;
    const meant = isObject(value) ? value[key] : undefined;
    return schema.options.filter(
      (option) => option instanceof z.ZodObject && option.shape[key]?.safeParse(meant).success,
    );
  }
  return schema instanceof z.ZodUnion ? schema.options : [schema];
}
