import { describe } from "vitest";
import { inMemoryStore } from "../world/stores/in-memory-store.ts";
import { storeContract } from "./store.ts";

describe("in memory", () => {
  storeContract(
    async () => {
      const adapter = inMemoryStore("photos", "s3");
      return { adapter, put: async (subject, entries) => adapter.put(subject, entries) };
    },
    { entries: 25 },
  );
});
