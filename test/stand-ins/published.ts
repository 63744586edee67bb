import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Operation, OperationSchema } from "./digest/operation.ts";

const FOLDER = join(import.meta.dirname, "published");

/** What a specification says of the calls that a stand-in answers, and where that was read. */
export const PublishedSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      /** Where it is published. */
      from: z.string(),
      /** Commit or version. */
      version: z.string(),
      /** Of that version, ISO 8601. */
      date: z.iso.date(),
      licence: z.string(),
      /** What was read in it. */
      file: z.string(),
      readBy: z.enum(["program", "hand"]),
    }),
  ),
  operations: z.array(OperationSchema),
});

export type Published = z.infer<typeof PublishedSchema>;

const READ = new Map<string, Published | undefined>();

/** Returns what is published of a third party, by its id in a policy; undefined where nothing is that a program can read. */
export function publishedOf(id: string): Published | undefined {
  if (!READ.has(id)) READ.set(id, read(fileOf(id)));
  return READ.get(id);
}

function read(file: string): Published | undefined {
  return existsSync(file) ? PublishedSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

/** Returns where the digest of a third party lies. */
export function fileOf(id: string): string {
  return join(FOLDER, `${id}.json`);
}

/** Returns the operation that a third party publishes for a call, whatever its path calls the parts that are left open. */
export function operationOf(
  id: string,
  { method, path }: Pick<Operation, "method" | "path">,
  { inPreview = false }: { readonly inPreview?: boolean } = {},
): Operation | undefined {
  const found = (publishedOf(id)?.operations ?? []).filter(
    (one) => one.method === method && open(one.path) === open(path),
  );
  return found.find((one) => (one.inPreview === true) === inPreview) ?? found[0];
}

function open(path: string): string {
  return path.replace(/\{[^}]+\}/gu, "{}");
}
