import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addHold, extendHold, listHolds, releaseHold } from "../../cli/commands/holds.ts";
import type { Context } from "../../cli/context.ts";
import type { Deployment } from "../../cli/deployment.ts";
import { EXIT } from "../../cli/exit-codes.ts";
import { run } from "../../cli/run.ts";
import { sha256Hex } from "../../shared/domain/canonical-json.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { holdNumber, sealNumber } from "../world/holds.ts";
import { contextOver, type Written, written } from "./service.ts";

const WHY = { owner: "Legal", reason: "Claim 12", legalBasis: "GDPR Art. 17(3)(e)", reviewOn: "2027-06-01" };
const HOLD = holdNumber(1).holdId;

interface Call {
  readonly path: string | undefined;
  readonly actor: string | string[] | undefined;
  readonly body: unknown;
}

let world: ErasureWorld;
let api: Server;
let calls: Call[];
let answer: { readonly status: number; readonly body: unknown };
let streams: Written;

beforeEach(async () => {
  world = await erasureWorld();
  calls = [];
  streams = written();
  api = createServer(async (request, response) => {
    calls.push({
      path: request.url,
      actor: request.headers["x-lethe-actor"],
      body: JSON.parse(await textOf(request)),
    });
    response
      .writeHead(answer.status, { "content-type": "application/json" })
      .end(JSON.stringify(answer.body));
  });
  await new Promise<void>((listening) => api.listen(0, "127.0.0.1", listening));
});
afterEach(() => api.close());

describe("lethe hold", () => {
  it("add sends what to hold and why, times as instants, and says what is not covered", async () => {
    answer = {
      status: 201,
      body: {
        ...{ holdId: HOLD, covers: {}, stores: ["tickets"], expiring: ["tickets"] },
        notCovered: [{ category: "account", promises: ["ID5"] }],
      },
    };
    const options = { ...WHY, subject: "person-1", from: "2026-02-01", to: "2026-02-28", as: "ada" };

    expect(await addHold(context("text"), options)).toBe(EXIT.done);
    expect(calls).toEqual([
      {
        path: "/restapis/api/v1/_user_request_/holds",
        actor: "ada",
        body: {
          holdId: expect.stringMatching(/^hold_[0-9a-v]{26}$/),
          ...WHY,
          subject: "person-1",
          createdFrom: "2026-02-01T00:00:00.000Z",
          createdTo: "2026-02-28T23:59:59.999Z",
        },
      },
    ]);
    expect(streams.stdout()).toContain("Not covered: account (it would break ID5).");
    expect(streams.stdout()).toContain("AWS goes on deleting by age in: tickets.");
    expect(streams.stdout()).not.toContain("person-1");
  });

  it.each([
    ["nothing to hold", {}],
    ["a date that is none", { store: "tickets", reviewOn: "June" }],
    ["a time that is none", { store: "tickets", from: "yesterday" }],
    ["nobody who asks", { store: "tickets", as: undefined }],
  ])("add is not understood with %s, and calls nobody", async (_, changes) => {
    const { as, ...rest } = { as: "ada", ...changes };
    const options = { ...WHY, ...rest, ...(as === undefined ? {} : { as }) };
    await expect(addHold(context("json"), options)).rejects.toMatchObject({ name: "UsageError" });
    expect(calls).toEqual([]);
  });

  it("add fails with the reason for which it was refused", async () => {
    answer = { status: 409, body: { error: "HoldRefused", message: "It would break ID5." } };
    await expect(addHold(context("json"), { ...WHY, category: "account", as: "ada" })).rejects.toMatchObject({
      name: "CommandFailed",
      message: "It would break ID5.",
    });
  });

  it("release names the hold and prints what goes on", async () => {
    const released = { by: { kind: "staff", name: "ada" }, at: "2026-12-01T10:00:00.000Z" };
    answer = { status: 200, body: { holdId: HOLD, released, isFirst: true, lookedAtAgain: ["req_1"] } };
    expect(await releaseHold(context("json"), HOLD, { as: "ada" })).toBe(EXIT.done);
    expect(calls.map(({ path }) => path)).toEqual([`/restapis/api/v1/_user_request_/holds/${HOLD}/release`]);
    expect(JSON.parse(streams.stdout())).toMatchObject({ isFirst: true, lookedAtAgain: ["req_1"] });
    await expect(releaseHold(context("json"), "../requests", { as: "ada" })).rejects.toMatchObject({
      name: "UsageError",
    });
  });

  it("release of a seal says that another person has to want it too, and waits for them", async () => {
    answer = { status: 202, body: { holdId: HOLD, needs: "a-second-person" } };
    expect(await releaseHold(context("text"), HOLD, { as: "ada" })).toBe(EXIT.waiting);
    expect(streams.stdout()).toBe(`It is a seal. Another person runs: lethe hold release ${HOLD}\n`);
  });

  it("extend names a day, and waits for a second person who wants the same", async () => {
    const options = { until: "2028-06-30", as: "ada" };
    answer = { status: 202, body: { holdId: HOLD, outcome: "needs-a-second-person" } };
    expect(await extendHold(context("text"), HOLD, options)).toBe(EXIT.waiting);
    answer = { status: 200, body: { holdId: HOLD, outcome: "extended", until: "2028-06-30" } };
    expect(await extendHold(context("text"), HOLD, options)).toBe(EXIT.done);
    expect(streams.stdout()).toBe(
      `Another person runs: lethe hold extend ${HOLD} --until 2028-06-30\nSealed until 2028-06-30.\n`,
    );
    const call = { actor: "ada", body: { until: "2028-06-30" } };
    const path = `/restapis/api/v1/_user_request_/holds/${HOLD}/extension`;
    expect(calls).toEqual([
      { ...call, path },
      { ...call, path },
    ]);
    for (const [holdId, until] of [
      ["../requests", "2028-06-30"],
      [HOLD, "June"],
    ] as const) {
      const asked = extendHold(context("text"), holdId, { until, as: "ada" });
      await expect(asked).rejects.toMatchObject({ name: "UsageError" });
    }
  });

  it("list shows what a seal stands over, and what one of two wants to become of it", async () => {
    await world.holds.place(sealNumber(1, { stores: ["portraits", "accounts"] }));
    await listHolds(context("text"));
    expect(streams.stdout()).toContain("sealed in portraits accounts");
    const { seal } = sealNumber(1);
    const by = { kind: "staff", name: "ada" } as const;
    const asked = { change: { kind: "release" as const }, by, at: "2026-12-01T10:00:00.000Z" };
    await world.holds.changeSeal(HOLD, { ...seal, asked });
    await listHolds(context("text"));
    expect(streams.stdout()).toContain("one of two wants to release");
  });

  it("list shows the holds that stand, references shortened, or that there are none", async () => {
    expect(await listHolds(context("text"))).toBe(EXIT.done);
    expect(streams.stdout()).toBe("There are no holds.\n");
    const covers = { subjectRef: `v1_${"a".repeat(64)}`, item: sha256Hex("x"), store: "tickets" };
    await world.holds.place(holdNumber(1, { covers }));
    await world.holds.place(holdNumber(2));
    await world.holds.release(
      HOLD,
      { by: { kind: "staff", name: "ada" }, at: "2026-12-01T10:00:00.000Z" },
      1,
    );
    await world.holds.place(holdNumber(3, { covers }));
    streams = written();
    await listHolds(context("text"));
    expect(streams.stdout()).not.toContain(HOLD);
    expect(streams.stdout()).toContain(holdNumber(2).holdId);
    expect(streams.stdout()).toContain("subject v1_aaaaaaaaa…");
  });

  it("is refused by its usage, with exit code 2, when something that must be said is left out", async () => {
    const asked = ["hold", "add", "--store", "tickets", "--owner", "Legal", "--reason", "Claim 12"];
    expect(await run(asked, {}, streams)).toBe(EXIT.usage);
    expect(streams.stderr()).toContain("--legal-basis");
  });
});

function context(form: "text" | "json"): Context {
  const address = api.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const deployment: Deployment = {
    where: "embedded",
    region: "us-east-1",
    endpoint: `http://127.0.0.1:${port}`,
    clientConfig: { region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } },
    home: "/nowhere",
    output: () => "https://api.execute-api.us-east-1.amazonaws.com/v1/",
  };
  const whole = contextOver(world, deployment, streams);
  const terminal = {
    json: form === "json",
    result: (text: string) => (form === "text" ? streams.out(`${text}\n`) : undefined),
    document: (value: unknown) => (form === "json" ? streams.out(JSON.stringify(value)) : undefined),
    progress: streams.err,
  };
  return { ...whole, terminal };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
