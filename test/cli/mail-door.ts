import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { makeDemoKey } from "../../local/mail/demo-key.ts";

/** A mail door that takes whatever comes, as `ab12`, and keeps it. */
export interface TestDoor {
  readonly received: string[];
  stop(): Promise<void>;
}

/** Opens one, and writes down in a folder where it is, as `npm start` does. */
export async function recordedDoor(home: string, contact: string): Promise<TestDoor> {
  const received: string[] = [];
  const door = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push(Buffer.concat(chunks).toString());
        done(null, "taken as ab12");
      });
    },
  });
  const doorPort = await new Promise<number>((resolve) => {
    const listening = door.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(address !== null && typeof address === "object" ? address.port : 0);
    });
  });
  const { privateKeyPem } = makeDemoKey();
  const running = { doorPort, mailboxUrl: "http://127.0.0.1:1/", contact, privateKeyPem };
  writeFileSync(join(home, "mail.json"), JSON.stringify(running));
  return { received, stop: () => new Promise((resolve) => door.close(resolve)) };
}
