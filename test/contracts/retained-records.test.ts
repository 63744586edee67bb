import { describe } from "vitest";
import { inMemoryTable } from "../world/stores/in-memory-table.ts";
import { retainedRecordsContract } from "./retained-records.ts";

describe("in memory", () => {
  retainedRecordsContract(async () => ({ ...inMemoryTable("owner", "invoice"), table: "invoices" }));
});
