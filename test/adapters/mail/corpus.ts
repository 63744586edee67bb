import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A real mail, and whether a person or a machine sent it. */
export interface CorpusMail {
  readonly file: string;
  readonly isOrdinary: boolean;
  raw(): Uint8Array;
}

export const CORPUS_MISSING = "MAIL_CORPUS names no folder of real mail with a MANIFEST.tsv";

/**
 * Returns the mails of the folder that `MAIL_CORPUS` names, undefined if it is not set. Its `MANIFEST.tsv` has a row of a head
 * and one for each mail, with `file` and `contract` (`ordinary` or `never_reply`) among its columns.
 */
export function corpusOf(environment: NodeJS.ProcessEnv): readonly CorpusMail[] | undefined {
  const folder = environment.MAIL_CORPUS;
  if (!folder) return undefined;
  const [head = [], ...rows] = readFileSync(join(folder, "MANIFEST.tsv"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t"));
  return rows.map((row) => {
    const file = row[head.indexOf("file")] ?? "";
    return {
      file,
      isOrdinary: row[head.indexOf("contract")] === "ordinary",
      raw: () => readFileSync(join(folder, file)),
    };
  });
}
