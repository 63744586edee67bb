import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { costPage } from "./cost-page.ts";
import { meteredPurge } from "./metered-purge.ts";

const page = costPage(await meteredPurge(1_000_000), await meteredPurge(100_000_000));
writeFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "cost.md"), page);
process.stdout.write(page);
