import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoMail } from "../../cli/commands/demo-mail.ts";
import type { Deployment } from "../../cli/deployment.ts";
import { CommandFailed, EXIT, UsageError } from "../../cli/exit-codes.ts";
import { keptTerminal } from "./kept-terminal.ts";
import { recordedDoor, type TestDoor } from "./mail-door.ts";

const MAIL = { from: "person-1@people.example", subject: "Privacy Request", text: "Delete my data." };
const CONTACT = "privacy@dream-portraits.example";

describe("lethe demo mail", () => {
  let home: string;
  let door: TestDoor;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), "lethe-demo-mail-"));
    door = await recordedDoor(home, CONTACT);
  });
  afterEach(async () => {
    await door.stop();
    rmSync(home, { recursive: true });
  });

  const sent = async (options: Parameters<typeof demoMail>[1], where: Deployment["where"] = "embedded") => {
    const terminal = keptTerminal();
    const clientConfig = { region: "eu-central-1", credentials: { accessKeyId: "x", secretAccessKey: "x" } };
    const deployment: Deployment = {
      ...{ where, home, clientConfig, region: "eu-central-1", endpoint: "http://127.0.0.1:1" },
      output: () => "",
    };
    const ports = () => Promise.reject(new Error("It needs none."));
    const context = { terminal, environment: {}, deployment: async () => deployment, ports };
    return { exitCode: await demoMail(context, options), terminal };
  };

  it("writes to the contact of the service, signed for the domain of who writes, and says what it was taken as", async () => {
    const { exitCode, terminal } = await sent(MAIL);

    expect(exitCode).toBe(EXIT.done);
    expect(terminal.documents).toEqual([{ mailId: "ab12", to: CONTACT, mailboxUrl: "http://127.0.0.1:1/" }]);
    expect(door.received[0]).toContain(`To: ${CONTACT}`);
    expect(door.received[0]).toContain("Delete my data.");
    expect(door.received[0]).toMatch(/DKIM-Signature:[\s\S]*?d=people\.example;/);
  });

  it("leaves the signature out where that is asked for", async () => {
    await sent({ ...MAIL, failDmarc: true });
    expect(door.received[0]).toContain("Delete my data.");
    expect(door.received[0]).not.toContain("DKIM-Signature");
  });

  it.each(["person@gmail.com", "person@example", "a@x.example, b@y.example", "person"])(
    "writes nothing as %s, who may be somebody or nobody",
    async (from) => {
      await expect(sent({ ...MAIL, from })).rejects.toThrow(UsageError);
      expect(door.received).toEqual([]);
    },
  );

  it("writes nothing on AWS, and says how to open the door where it is shut", async () => {
    await expect(sent(MAIL, "aws")).rejects.toThrow(UsageError);
    rmSync(join(home, "mail.json"));
    await expect(sent(MAIL)).rejects.toThrow(CommandFailed);
  });
});
