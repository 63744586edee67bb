import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { mailReader } from "../../shared/adapters/mail/read-mail.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { type Verdict, type Verdicts, verdictsOf } from "../../shared/domain/mail/verdicts.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { doDuties } from "../../shared/operations/do-duties.ts";
import { rightsDuties } from "../../shared/operations/rights-duties.ts";
import type { RightsService } from "../../shared/operations/rights-service.ts";
import { takeMail } from "../../shared/operations/take-mail.ts";
import { watchDueDates } from "../../shared/operations/watch-due-dates.ts";
import { inMemoryDecisions } from "./decisions.ts";
import { erasureWorld } from "./erasure-world.ts";
import {
  inMemoryAccountDirectory,
  inMemoryCorrespondence,
  inMemoryMailRecords,
  inMemoryStoredMail,
} from "./mail.ts";
import { inMemoryRightsRegister } from "./rights.ts";

export type MailWorld = Awaited<ReturnType<typeof mailWorld>>;

/** A mail as somebody writes it. */
export interface Written {
  readonly from: string;
  readonly subject?: string;
  readonly text: string;
  /** Plain text, if it says nothing else. */
  readonly contentType?: "text/plain" | "text/html";
  /** Lines of the head besides. */
  readonly headers?: readonly string[];
  readonly dmarc?: Verdict;
  readonly spam?: Verdict;
  readonly virus?: Verdict;
  /** As its Date field says; now, if it says nothing else. */
  readonly dated?: Date;
  /** The same mail, sent again by somebody, has the same one. */
  readonly messageId?: string;
  /** The same mail, delivered again, has the same one. */
  readonly mailId?: string;
}

/** What SES calls each. */
const STATUS: Readonly<Record<Verdict, string>> = { pass: "PASS", fail: "FAIL", doubtful: "GRAY" };

/** Returns a service to which people write, with every port in memory and mail read by the real parsers. */
export async function mailWorld(policy: PolicyDeclaration = dreamPortraits) {
  const world = await erasureWorld({}, policy);
  const { compiled } = world;
  const service: RightsService = {
    service: compiled.policy.service.id,
    region: compiled.policy.service.regions[0] ?? "",
    policy: compiled.policy,
    policyDigest: compiled.digest,
    pagesUrl: world.pagesUrl,
  };
  let delivered = 0;
  const ports = {
    ...world,
    directory: inMemoryAccountDirectory(),
    correspondence: inMemoryCorrespondence(),
    mailRecords: inMemoryMailRecords(),
    mails: inMemoryStoredMail(),
    rights: inMemoryRightsRegister(),
    decisions: inMemoryDecisions(),
    reader: mailReader({ ownAddresses: [compiled.policy.service.contact] }),
    drainSignal: { send: async () => undefined },
    metrics: { put: async () => undefined },
  };

  return {
    ...ports,
    service,

    /** Somebody who has an account, with this address on file. */
    signUp(person: string, address = `${person}@people.example`): SubjectId {
      const subjectId = world.settle(person, 2);
      ports.accounts.open(subjectId, address);
      ports.directory.add({ subjectId, address });
      return subjectId;
    },

    /** Stores a mail, and returns what tells of it. */
    post(written: Written) {
      delivered += 1;
      const mailId = written.mailId ?? `m${delivered}`;
      const dated = written.dated ?? world.clock.now();
      return this.postRaw(mailId, rawMail({ ...written, dated }, mailId), verdictsWith(written));
    },

    /** Stores a mail as it is, and returns what tells of it. */
    postRaw(mailId: string, raw: Uint8Array | string, verdicts: Verdicts) {
      const [key, now] = [`mail/${mailId}`, world.clock.now()];
      ports.mails.put(key, raw, now);
      const receivedAt = now.toISOString();
      return { mailId, key, receivedAt, arrivedAt: receivedAt, verdicts, recipients: [] };
    },

    /** Stores a mail and takes it in. */
    async deliver(written: Written): Promise<string> {
      const arrival = this.post(written);
      await takeMail(ports, service, arrival);
      return (await ports.mailRecords.read(arrival.mailId))?.outcome ?? "not on record";
    },

    /** What was written to an address. */
    lettersTo: (address: string) => world.letters.sent.filter(({ to }) => to === address),

    /** The secret of the last link of a kind that was sent to an address. */
    secretFor(address: string, purpose: "confirm" | "status" | "undo"): string {
      const links = world.letters.sent
        .filter(({ to }) => to === address)
        .flatMap(({ text }) => [...text.matchAll(new RegExp(`/${purpose}/([\\w-]+)`, "gu"))]);
      const secret = links.at(-1)?.[1];
      if (secret === undefined) throw new Error(`No link to ${purpose} was sent to ${address}.`);
      return secret;
    },

    /** The one rights request there is. */
    async onlyRequest() {
      const [request, ...more] = await ports.rights.list(10);
      if (!request || more.length > 0)
        throw new Error(`There are ${more.length + (request ? 1 : 0)} requests.`);
      return request;
    },

    doDuties: () =>
      doDuties(
        { duties: world.duties, clock: world.clock },
        { ...rightsDuties(ports, service), ...watchDueDates(ports, service) },
      ),
  };
}

function rawMail(
  {
    from,
    subject,
    text,
    dated,
    messageId,
    contentType = "text/plain",
    headers = [],
  }: Written & { readonly dated: Date },
  mailId: string,
): string {
  const head = [
    `From: ${from}`,
    "To: privacy@service.example",
    ...(subject === undefined ? [] : [`Subject: ${subject}`]),
    `Message-ID: ${messageId ?? `<${mailId}@people.example>`}`,
    `Date: ${dated.toUTCString()}`,
    "MIME-Version: 1.0",
    `Content-Type: ${contentType}; charset=utf-8`,
    "Content-Transfer-Encoding: 8bit",
    ...headers,
  ];
  return `${[...head, "", text, ""].join("\r\n")}`;
}

/** Returns what SES says of a mail. */
export function verdictsWith({
  dmarc = "pass",
  spam = "pass",
  virus = "pass",
}: Pick<Written, "dmarc" | "spam" | "virus">): Verdicts {
  return verdictsOf({
    spamVerdict: { status: STATUS[spam] },
    virusVerdict: { status: STATUS[virus] },
    spfVerdict: { status: "PASS" },
    dkimVerdict: { status: "PASS" },
    dmarcVerdict: { status: STATUS[dmarc] },
  });
}
