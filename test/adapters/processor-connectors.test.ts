import { afterEach, describe, expect, it, vi } from "vitest";
import { PARTIES } from "../../local/stand-ins/parties.ts";
import { startParties } from "../../local/stand-ins/running.ts";
import type { ProcessorSecret } from "../../shared/adapters/processor-calls/processor-secret.ts";
import { processorConnectors } from "../../shared/adapters/processor-connectors.ts";
import { disclosureOf } from "./processors/disclosed.ts";

const IDS = Object.keys(PARTIES);

/** Asks a third party by a secret, where stand-ins are to be asked or where they are not. */
function asked(processor: string, secret: ProcessorSecret, { asksStandIns }: { asksStandIns: boolean }) {
  const connectors = processorConnectors({
    ...{ asksStandIns, now: () => new Date("2026-11-23T10:00:00.000Z") },
    secrets: { read: async () => secret, forget: () => undefined },
    grantToken: async () => "token-1",
  });
  const kind = PARTIES[processor]?.(() => new Date()).kind ?? "file";
  const disclosure = disclosureOf(processor, kind, "file_1");
  return connectors(processor)?.requestDeletion(disclosure, "key-1");
}

describe("a secret", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(IDS)(
    "that names no stand-in has nobody asked where they are: %s itself is not called",
    async (id) => {
      const fetched = vi.fn<typeof fetch>();
      vi.stubGlobal("fetch", fetched);
      const { standInUrl: _gone, ...real } = { ...PARTIES[id]?.(() => new Date()).secret };
      expect(await asked(id, real, { asksStandIns: true })).toMatchObject({ trouble: "credentials" });
      expect(fetched).not.toHaveBeenCalled();
    },
  );

  it.each(IDS)("that names a stand-in has nobody asked on AWS: %s is not called by it", async (id) => {
    const fetched = vi.fn<typeof fetch>();
    vi.stubGlobal("fetch", fetched);
    const secret = { ...PARTIES[id]?.(() => new Date()).secret, standInUrl: "http://127.0.0.1:1" };
    expect(await asked(id, secret, { asksStandIns: false })).toMatchObject({ trouble: "credentials" });
    expect(fetched).not.toHaveBeenCalled();
  });

  it("that names one has that one asked where they are", async () => {
    const running = await startParties(["groq"]);
    const groq = running.parties.get("groq");
    await asked("groq", groq?.secret ?? {}, { asksStandIns: true });
    expect(groq?.standIn.calls.length).toBeGreaterThan(0);
    await running.stop();
  });
});
