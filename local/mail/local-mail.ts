import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Outputs } from "../deployed.ts";
import type { LocalAws } from "../local-environment.ts";
import { makeDemoKey } from "./demo-key.ts";
import { openMailDoor } from "./door.ts";
import { openMailbox } from "./mailbox.ts";
import { zoneResolver } from "./zone.ts";

/** Where mail goes in and out on this machine, and the key by which demo senders sign. */
const LocalMailSchema = z.strictObject({
  doorPort: z.number().int().positive(),
  mailboxUrl: z.url(),
  contact: z.string(),
  privateKeyPem: z.string(),
});

export type LocalMail = z.infer<typeof LocalMailSchema>;

/** Mail of this machine, while it runs. */
export interface RunningMail extends LocalMail {
  stop(): Promise<void>;
}

/** Opens the mail door and the mailbox, and writes down where they are for `lethe demo mail`. */
export async function openLocalMail(settings: {
  readonly aws: LocalAws;
  readonly home: string;
  readonly outputs: Outputs;
  readonly log: (line: string) => void;
}): Promise<RunningMail> {
  const { aws, home, outputs, log } = settings;
  const flat: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(outputs));
  const key = makeDemoKey();
  const contact = flat.LettersFrom ?? "";
  const door = await openMailDoor({
    aws: { endpoint: aws.endpoint, region: flat.Region ?? aws.region },
    bucket: flat.MailBucket ?? "",
    topicArn: flat.MailTopicArn ?? "",
    contact,
    resolver: zoneResolver(key.publicKey),
    log,
  });
  const mailbox = await openMailbox(aws);
  const mail = {
    doorPort: door.port,
    mailboxUrl: mailbox.url,
    contact,
    privateKeyPem: key.privateKeyPem,
  };
  writeFileSync(fileOf(home), `${JSON.stringify(mail)}\n`, { mode: 0o600 });
  return {
    ...mail,
    stop: async () => {
      rmSync(fileOf(home), { force: true });
      await Promise.all([door.stop(), mailbox.stop()]);
    },
  };
}

/** Returns where mail goes in and out now; undefined if nothing was opened. */
export function recordedMail(home: string): LocalMail | undefined {
  const file = fileOf(home);
  if (!existsSync(file)) return undefined;
  return LocalMailSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
}

function fileOf(home: string): string {
  return join(home, "mail.json");
}
