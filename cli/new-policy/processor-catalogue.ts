import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ProcessorFacts } from "../../shared/domain/policy/processor.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "shared", "adapters", "processors");

/** A third party that somebody has read the pages of, and where its declaration is. */
export interface KnownProcessor {
  readonly facts: ProcessorFacts;
  readonly file: string;
  readonly exportName: string;
}

/** Returns every declared third party. A folder's constant is named like it: `mail-vendor` exports `mailVendor`. */
export async function knownProcessors(): Promise<readonly KnownProcessor[]> {
  const known: KnownProcessor[] = [];
  for (const name of readdirSync(FOLDER).sort()) {
    const file = join(FOLDER, name, "processor.ts");
    const exportName = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const module: Readonly<Record<string, ProcessorFacts | undefined>> = await import(
      pathToFileURL(file).href
    );
    const facts = module[exportName];
    if (facts === undefined) throw new Error(`${file} does not export ${exportName}.`);
    known.push({ facts, file, exportName });
  }
  return known;
}
