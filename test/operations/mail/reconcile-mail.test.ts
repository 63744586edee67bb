import { beforeEach, describe, expect, it } from "vitest";
import { doDuties } from "../../../shared/operations/do-duties.ts";
import { mailDuties, planMailDuties, reconcileMail } from "../../../shared/operations/reconcile-mail.ts";
import { inMemoryDuties } from "../../world/clock/duties.ts";
import { virtualClock } from "../../world/clock.ts";
import { inMemoryMail, inMemoryMailRecords } from "../../world/mail.ts";
import { inMemoryTasks } from "../../world/tasks.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const kept = { service: "dream-portraits", region: "eu-central-1", rawMailDays: 30 };

describe("stored mail without a record", () => {
  let mail: ReturnType<typeof inMemoryMail>;
  let ports: Parameters<typeof reconcileMail>[0] & {
    readonly clock: ReturnType<typeof virtualClock>;
    readonly mailRecords: ReturnType<typeof inMemoryMailRecords>;
    readonly tasks: ReturnType<typeof inMemoryTasks>;
  };

  beforeEach(() => {
    mail = inMemoryMail();
    ports = {
      storedMail: mail,
      mailAgain: mail,
      mailRecords: inMemoryMailRecords(),
      tasks: inMemoryTasks(),
      clock: virtualClock(),
    };
  });

  const storedAgo = (id: string, milliseconds: number) =>
    mail.put(`mail/${id}`, "", new Date(ports.clock.now().getTime() - milliseconds));
  const recorded = (mailId: string) =>
    ports.mailRecords.putOnce({
      schema: "lethe.mail/1",
      mailId,
      key: `mail/${mailId}`,
      receivedAt: ports.clock.now().toISOString(),
      outcome: "kept",
      expiresAtEpochSeconds: 1,
    });

  it("is put back, and what has one is not", async () => {
    storedAgo("missed", HOUR_MS);
    storedAgo("taken", HOUR_MS);
    await recorded("taken");

    expect(await reconcileMail(ports, kept)).toBe(1);
    expect(mail.putBack).toEqual(["missed"]);
  });

  it("is left alone while its notification may be on its way, to the minute", async () => {
    storedAgo("young", 15 * MINUTE_MS);
    storedAgo("old", 15 * MINUTE_MS + 1);
    await reconcileMail(ports, kept);
    expect(mail.putBack).toEqual(["old"]);
  });

  it("is not what SES stores to try the rule", async () => {
    storedAgo("AMAZON_SES_SETUP_NOTIFICATION", HOUR_MS);
    expect(await reconcileMail(ports, kept)).toBe(0);
  });

  it("is looked for as far back as a week, and never where its record may have ended", async () => {
    storedAgo("of-last-week", 7 * DAY_MS);
    storedAgo("before", 7 * DAY_MS + 1);
    await reconcileMail(ports, kept);
    expect(mail.putBack).toEqual(["of-last-week"]);

    storedAgo("ended", 2 * DAY_MS);
    mail.putBack.length = 0;
    await reconcileMail(ports, { ...kept, rawMailDays: 1 });
    expect(mail.putBack).toEqual([]);
  });

  it("is found behind more than a page of mail that was taken", async () => {
    for (let at = 0; at < 1_001; at += 1) {
      storedAgo(`taken-${at}`, 2 * HOUR_MS - at);
      await recorded(`taken-${at}`);
    }
    storedAgo("missed", HOUR_MS);
    expect(await reconcileMail(ports, kept)).toBe(1);
  });

  it("that is still there after a day of trying is for a person, once", async () => {
    storedAgo("poison", DAY_MS);
    await reconcileMail(ports, kept);
    expect(await ports.tasks.listOpen(10)).toEqual([]);

    ports.clock.advance(HOUR_MS);
    await reconcileMail(ports, kept);
    ports.clock.advance(HOUR_MS);
    await reconcileMail(ports, kept);
    expect((await ports.tasks.listOpen(10)).map(({ kind }) => kind)).toEqual(["look-at-mail"]);
    expect(mail.putBack).toHaveLength(3);
  });

  it("is looked for each hour", async () => {
    const duties = inMemoryDuties();
    const { clock } = ports;
    await planMailDuties(duties, clock.now());
    const did = async () => (await doDuties({ duties, clock }, mailDuties(ports, kept))).done;

    expect(await did()).toEqual(["reconcile-mail"]);
    clock.advance(HOUR_MS - 1);
    expect(await did()).toEqual([]);
    clock.advance(1);
    expect(await did()).toEqual(["reconcile-mail"]);
  });
});
