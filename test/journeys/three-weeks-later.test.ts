import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { localTime } from "../../local/local-time.ts";
import { openStandIns } from "../../local/stand-ins/local-stand-ins.ts";
import type { RunningParties } from "../../local/stand-ins/running.ts";
import { CertificateFileSchema } from "../../shared/domain/ledger/certificate.ts";
import { type Service, startService } from "./service.ts";

/** Three weeks are half a minute, and a day is longer than the two ticks in which a duty is seen and done. */
const TIME_SCALE = 60_480;
const WEEK_MS = (7 * 86_400_000) / TIME_SCALE;
/** A run takes ten seconds of a busy machine, and the next week is over in as many. */
const RUN_MS = 30_000;

const ReportSchema = z.looseObject({
  requestId: z.string(),
  state: z.string(),
  certificate: z.string().nullable(),
  settling: z.looseObject({ missing: z.number() }).optional(),
});

describe("a third party that answers three weeks later, on an embedded AWS whose week is ten seconds", () => {
  let service: Service;
  let standIns: RunningParties;

  beforeAll(async () => {
    // Of the policies that limit nothing to a day, so that no limit on the scale is in the way.
    service = await startService("coloring-book", { timeScale: TIME_SCALE });
    const { aws, home, demo, outputs } = service;
    standIns = await openStandIns({ aws, home, demo, outputs, time: localTime(home, TIME_SCALE) });
  });
  afterAll(async () => {
    await standIns.stop();
    await service.stop();
  });

  const held = () => standIns.parties.get("openai")?.held().join() ?? "";
  const status = async (requestId: string) => {
    const { stdout } = await service.lethe("status", requestId, "--json");
    return ReportSchema.parse(JSON.parse(stdout));
  };
  /** What the newest certificate says of it. */
  const certified = ({ certificate }: z.infer<typeof ReportSchema>) => {
    const { body } = CertificateFileSchema.parse(JSON.parse(readFileSync(certificate ?? "", "utf8")));
    const { outcome, things } = body.processors.outcomes?.find(({ id }) => id === "openai") ?? {};
    return { final: body.final, outcome, things, gaps: body.gaps.join(" ") };
  };

  it("is asked until then, and the request settles by itself, with what it did in the final certificate", async () => {
    await service.lethe("demo", "seed", "--subjects", "2", "--objects", "1");
    await service.lethe("demo", "processor", "openai", "--fault", "423");
    const askedAtMs = Date.now();
    const opened = await service.lethe("erase", "--subject", "person-1", "--json");
    const { requestId } = ReportSchema.parse(JSON.parse(opened.stdout));
    const standing = { timeout: RUN_MS, interval: 500 };

    await expect.poll(async () => (await status(requestId)).state, standing).toBe("completed");
    const first = await status(requestId);
    expect(first.settling).toMatchObject({ missing: 1 });
    expect(certified(first)).toMatchObject({ final: false, things: { asked: 1, deleted: 0, unanswered: 1 } });
    expect(certified(first).gaps).toContain("it has not deleted yet: something there stands against it");

    const weeksOver = () => (Date.now() - askedAtMs) / WEEK_MS;
    await expect.poll(weeksOver, { timeout: 4 * WEEK_MS, interval: 200 }).toBeGreaterThan(3);
    expect(held()).toContain("person-1");
    await service.lethe("demo", "processor", "openai", "--fault", "none");

    await expect.poll(async () => (await status(requestId)).settling, standing).toBeUndefined();
    const last = await status(requestId);
    const done = { outcome: "deleted", things: { asked: 1, deleted: 1, unanswered: 0 } };
    expect(certified(last)).toMatchObject(done);
    expect(held()).toMatch(/^resp_person-2-[^,]*$/u);
    const key = join(service.home, "public-key.pem");
    writeFileSync(key, service.publicKeyPem);
    expect((await service.lethe("verify", last.certificate ?? "", "--key", key)).exitCode).toBe(0);
    const report = await service.lethe("status", requestId);
    expect(report.stdout).toMatch(/^openai +1 +1 +0 +0 +0 +0 +deleted$/mu);

    // Not final before the last copy of ours is gone as well, five weeks after what it is of.
    const copies = { timeout: 5 * WEEK_MS + RUN_MS, interval: 1_000 };
    await expect.poll(async () => certified(await status(requestId)).final, copies).toBe(true);
    expect(certified(await status(requestId))).toMatchObject(done);
  });
});
