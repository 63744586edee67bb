import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DemoAnswerOptions, demoAnswer } from "../../cli/commands/demo-answer.ts";
import { CommandFailed, EXIT, UsageError } from "../../cli/exit-codes.ts";
import { terminalOf } from "../../cli/terminal.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { recordedDoor, type TestDoor } from "./mail-door.ts";
import { contextOver, deploymentOf, written } from "./service.ts";

const CONTACT = "privacy@image-designer.example";
const ASKED_AT = "privacy@mail-vendor.example";
const letter = (task: string, to: string, at: number) => ({
  ...{ MessageId: `m${at}`, To: [to], Subject: `Please delete [${task}]`, Timestamp: at },
});

describe("lethe demo answer", () => {
  let home: string;
  let door: TestDoor;
  let outbox: Server;
  let endpoint: string;
  let world: ErasureWorld;

  beforeEach(async () => {
    world = await erasureWorld({}, imageDesigner);
    home = mkdtempSync(join(tmpdir(), "lethe-demo-answer-"));
    door = await recordedDoor(home, CONTACT);
    const sent = [letter("tsk_1", ASKED_AT, 1), letter("tsk_2", ASKED_AT, 2), letter("tsk_3", CONTACT, 3)];
    outbox = createServer((_, response) => void response.end(JSON.stringify({ messages: { all: sent } })));
    endpoint = `http://127.0.0.1:${await portOf(outbox.listen(0, "127.0.0.1"))}`;
  });
  afterEach(async () => {
    await door.stop();
    outbox.close();
    rmSync(home, { recursive: true });
  });

  const answered = async (
    id = "mail-vendor",
    options: Partial<DemoAnswerOptions> = {},
    where: "embedded" | "aws" = "embedded",
  ) => {
    const streams = written();
    const deployment = { ...deploymentOf(world, where, { endpoint }), home };
    const context = {
      ...contextOver(world, deployment, streams),
      terminal: terminalOf(streams, { json: false }),
    };
    return { exitCode: await demoAnswer(context, id, { text: "It is deleted.", ...options }), streams };
  };

  it("answers the newest letter to the third party, or the one about a task, from the address that was asked", async () => {
    const { exitCode, streams } = await answered();
    expect(exitCode).toBe(EXIT.done);
    expect(streams.stdout()).toContain("ab12");
    await answered("mail-vendor", { task: "tsk_1" });
    expect(door.received.map((mail) => /^Subject: (.*)$/mu.exec(mail)?.[1]?.trim())).toEqual([
      "Re: Please delete [tsk_2]",
      "Re: Please delete [tsk_1]",
    ]);
    expect(door.received[0]).toContain(`From: ${ASKED_AT}`);
    expect(door.received[0]).toContain(`To: ${CONTACT}`);
    expect(door.received[0]).toMatch(/DKIM-Signature:[\s\S]*?d=mail-vendor\.example;/u);
    await answered("mail-vendor", { failDmarc: true });
    expect(door.received[2]).not.toContain("DKIM-Signature");
  });

  it("answers nothing that was not written, for nobody who is not asked so, and not on AWS", async () => {
    await expect(answered("mail-vendor", { task: "tsk_9" })).rejects.toThrow(/No such letter/);
    await expect(answered("openrouter")).rejects.toThrow(/no invented address/);
    await expect(answered("mail-vendor", {}, "aws")).rejects.toThrow(UsageError);
    rmSync(join(home, "mail.json"));
    await expect(answered()).rejects.toThrow(CommandFailed);
    expect(door.received).toEqual([]);
  });
});

async function portOf(server: { address(): unknown; on(event: "listening", done: () => void): unknown }) {
  await new Promise<void>((resolve) => server.on("listening", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null && "port" in address ? Number(address.port) : 0;
}
