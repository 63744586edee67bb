import { readFileSync, writeFileSync } from "node:fs";
import { fileOf } from "../published.ts";
import { SOURCES } from "./sources.ts";

/** Makes the digest of one third party's specification out of the files that SOURCES names, in that order, YAML as JSON. */
const [id = "", ...files] = process.argv.slice(2);
const source = SOURCES[id];
if (!source || files.length !== source.sources.length) {
  const wanted = source?.sources.map(({ from, version, file }) => `${from} ${version} ${file}`).join("\n  ");
  console.error(
    `node test/stand-ins/digest/make.ts ID FILE...\n  ${wanted ?? Object.keys(SOURCES).join(", ")}`,
  );
  process.exit(2);
}
const operations = source.read(files.map((file) => readFileSync(file, "utf8")));
const lines = operations.map((operation) => `  ${JSON.stringify(operation)}`);
writeFileSync(
  fileOf(id),
  `{"sources": ${JSON.stringify(source.sources)},\n "operations": [\n${lines.join(",\n")}\n]}\n`,
);
