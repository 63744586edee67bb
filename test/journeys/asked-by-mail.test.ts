import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { addressOf } from "../../local/demo/people.ts";
import { seedDemo } from "../../local/demo/seed.ts";
import { openLocalMail, type RunningMail } from "../../local/mail/local-mail.ts";
import { sentLetters } from "../../local/mail/mailbox.ts";
import { sendDemoMail } from "../../local/mail/send-mail.ts";
import {
  type Correspondent,
  confirm,
  letterWith,
  linkIn,
  until,
  write,
} from "../../local/measure/asked-by-mail.ts";
import { verifyCertificate } from "../../shared/domain/ledger/verify-certificate.ts";
import { archivedKeys } from "../../shared/operations/archive-signing-key.ts";
import { type Service, startService } from "./service.ts";

const DoubtfulSchema = z.object({
  mail: z.array(z.object({ mailId: z.string(), outcome: z.string() })),
});

let service: Service;
let mail: RunningMail;
let ada: Correspondent;
let neighbour: Correspondent;

beforeAll(async () => {
  service = await startService("dream-portraits");
  mail = await openLocalMail({
    aws: service.aws,
    home: service.home,
    outputs: service.outputs,
    log: () => undefined,
  });
  const wanted = { subjects: 2, objects: 2 };
  const [first, second] = await seedDemo({ ...service.demo, home: service.home }, wanted, () => undefined);
  if (first === undefined || second === undefined) throw new Error("Nobody was stored.");
  ada = { aws: service.aws, mail, person: first };
  neighbour = { aws: service.aws, mail, person: second };
});

afterAll(async () => {
  await mail?.stop();
  await service?.stop();
});

const entriesOf = async ({ person }: Correspondent) => {
  const found = await Promise.all(service.demo.adapters.map(({ finder }) => finder.find(person)));
  return found.reduce((sum, { found: count }) => sum + count, 0);
};

it("erases whoever asks by mail and confirms, and shows them the certificate", async () => {
  const [hers, others] = [await entriesOf(ada), await entriesOf(neighbour)];
  expect(hers).toBeGreaterThan(0);

  await write(ada, { subject: "Privacy Request", text: "Please delete my account." });
  const status = linkIn(await letterWith(ada, "/status/"), "/status/");
  const link = linkIn(await letterWith(ada, "/confirm/"), "/confirm/");
  for (let scans = 0; scans < 50; scans += 1) await fetch(link, { method: scans % 2 ? "HEAD" : "GET" });
  expect(await entriesOf(ada)).toBe(hers);
  await confirm(link, "final");
  const completed = await letterWith(ada, "looked again");
  expect(completed.BodyText).toMatch(/rrq_[0-9a-v]{26}/u);
  expect((await fetch(linkIn(completed, "/status/"))).status).toBe(200);

  expect(await entriesOf(ada)).toBe(0);
  expect(await entriesOf(neighbour)).toBe(others);
  const certificate = await until("certificate on the status page", async () => {
    const page = await (await fetch(status)).text();
    const path = page.match(/certificate\/req_[0-9a-v]{26}/u)?.[0];
    return path === undefined ? undefined : fetch(`${status}/${path}`);
  });
  const verified = verifyCertificate(await certificate.text(), await archivedKeys(service.demo.anchors));
  expect(verified.valid).toBe(true);
  // The same link once more leads nowhere.
  expect((await fetch(link, { method: "POST" })).status).toBe(404);
});

it("sends nothing to whoever fails DMARC, and nothing about an account to whoever has none", async () => {
  const before = (await sentLetters(service.aws)).length;
  const { contact, doorPort } = mail;
  const forged = {
    from: "person-2@people.example",
    to: contact,
    subject: "Privacy Request",
    text: "Please delete my account.",
  };
  await sendDemoMail(forged, { port: doorPort });
  await write(neighbour, {
    from: "stranger@people.example",
    subject: "Privacy Request",
    text: "Please delete my account.",
  });

  const letters = await until("letter to the stranger", async () => {
    const all = await sentLetters(service.aws);
    return all.length > before ? all : undefined;
  });

  expect(letters.slice(0, letters.length - before).map(({ To }) => To)).toEqual([
    ["stranger@people.example"],
  ]);
});

it("sends the answer that a person writes, once, and closes what they had to do", async () => {
  await write(neighbour, {
    subject: "My data",
    text: "Please send me a copy of all the data you hold about me.",
  });
  const number = await until("request for a copy", async () => {
    const { stdout } = await service.lethe("rights", "list", "--open", "--right", "access", "--json");
    return /rrq_[0-9a-v]{26}/u.exec(stdout)?.[0];
  });
  const file = join(service.home, "answer.txt");
  await writeFile(file, "We hold <two> photos of yours.\r\n\r\nBoth are yours.\n");
  const answer = ["rights", "answer", number, "--text", file, "--evidence", "TICKET-17", "--as", "grace"];

  for (let times = 0; times < 2; times += 1) {
    const answered = await service.lethe(...answer);
    expect([answered.exitCode, answered.stderr]).toEqual([0, ""]);
  }

  const letters = await sentLetters(service.aws);
  const [letter, ...more] = letters.filter(({ BodyText }) => BodyText?.includes("photos of yours"));
  expect(more).toEqual([]);
  expect(letter?.To).toEqual([addressOf(neighbour.person)]);
  expect(letter?.BodyText).toMatch(/We hold <two> photos of yours\.\s+Both are yours\./u);
  expect(letter?.BodyHtml).toContain("<p>We hold &lt;two&gt; photos of yours.</p>");
  const shown = await service.lethe("rights", "show", number);
  expect([shown.exitCode, shown.stdout]).toEqual([0, expect.stringContaining("answer-by-person")]);
  expect((await service.lethe("tasks", "--json")).stdout).not.toContain(number);
  const late = await service.lethe("rights", "extend", number, "--reason", "Many.", "--as", "grace");
  expect([late.exitCode, late.stderr]).toEqual([1, expect.stringContaining("answered or has ended")]);
  const mails = (await service.lethe("mail", "list", "--json")).stdout;
  expect(mails).toContain(number);
});

it("asks whoever writes for somebody else what is needed, and a person reads what they send", async () => {
  await write(neighbour, { subject: "Authorised agent", text: "Please delete the account of my client." });
  const mailOf = (outcome: string) =>
    until(`mail of which comes: ${outcome}`, async () => {
      const { stdout } = await service.lethe("mail", "list", "--doubtful", "--json");
      const { mail: listed } = DoubtfulSchema.parse(JSON.parse(stdout));
      return listed.find((one) => one.outcome.startsWith(outcome))?.mailId;
    });
  const asked = [
    "mail",
    "ask",
    await mailOf("person: for-somebody-else"),
    "--sender",
    "agent",
    "--as",
    "grace",
  ];

  expect(await service.lethe(...asked)).toMatchObject({ exitCode: 0, stderr: "" });

  const again = await service.lethe(...asked);
  expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining("last 24 hours")]);
  const link = linkIn(await letterWith(neighbour, "/form/"), "/form/");
  expect(await (await fetch(link)).text()).toContain("a permission signed by them");
  const body = new URLSearchParams({ "needed-2": "It is attached to my mail.\u001b[31m" });
  expect((await fetch(link, { method: "POST", body })).status).toBe(200);
  expect((await fetch(link, { method: "POST", body })).status).toBe(404);
  const form = await mailOf("person: form of agent");
  expect((await service.lethe("tasks", "--json")).stdout).toContain(form);
  const shown = await service.lethe("mail", "show", form, "--text");
  expect(shown.stdout).toContain("It is attached to my mail.");
  expect(shown.stdout).not.toContain("\u001b");
});
