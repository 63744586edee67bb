import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../../policies/coloring-book.ts";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { confirmRightsRequest } from "../../../shared/operations/confirm-rights-request.ts";
import { doDuties } from "../../../shared/operations/do-duties.ts";
import { lookBehindLink } from "../../../shared/operations/look-behind-link.ts";
import { readCertificateByStatus, readRightsStatus } from "../../../shared/operations/read-rights-status.ts";
import { takeMail } from "../../../shared/operations/take-mail.ts";
import { watchLastCopy } from "../../../shared/operations/watch-last-copy.ts";
import { type MailWorld, mailWorld } from "../../world/mail-world.ts";

const DAY_MS = 86_400_000;
const ADA = "ada@people.example";
const DELETE = { from: ADA, subject: "My account", text: "Hello,\r\nplease delete my account.\r\nAda" };

/** Runs what was confirmed to its certificate, and the duties that follow it. */
async function runToTheEnd(world: MailWorld): Promise<void> {
  const { standing } = await world.onlyRequest();
  if (standing.state !== "erasing") throw new Error(`Nothing is erased: ${standing.state}.`);
  for (const requestId of standing.requestIds) await world.drainAndRun(requestId);
  world.clock.advance(DAY_MS);
  await world.doDuties();
}

describe("a mail that asks for the erasure of an account", () => {
  it("leads by a link to a certificate", async () => {
    const world = await mailWorld();
    const ada = world.signUp("ada");
    const neighbour = world.signUp("ada-neighbour");

    expect(await world.deliver(DELETE)).toBe("waiting-for-proof");
    expect(world.lettersTo(ADA)).toHaveLength(2);
    const status = world.secretFor(ADA, "status");
    const confirmed = await confirmRightsRequest(world, world.service, world.secretFor(ADA, "confirm"));
    expect(confirmed.confirmed).toBe(true);
    await runToTheEnd(world);

    for (const store of world.stores) expect(store.holds(ada)).toEqual([]);
    for (const store of world.stores) expect(store.holds(neighbour)).not.toEqual([]);
    const seen = await readRightsStatus(world, status);
    expect(seen?.request.standing.state).toBe("answered");
    const [erasure] = seen?.erasures ?? [];
    expect(await readCertificateByStatus(world, status, erasure?.requestId ?? "")).toContain('"certificate');
    expect(world.lettersTo(ADA).at(-1)?.subject).toContain("deleted");
  });

  it("leads by the same link to the certificate of the last copy, long after its address was forgotten", async () => {
    const stores = dreamPortraits.stores.map((store) =>
      store.id === "portraits" ? { ...store, versioned: true } : store,
    );
    const vaults = [{ id: "nightly", stores: ["portraits"], retentionDays: 34 }];
    const backups = { publishedException: "DP5", longestDays: 35, vaults };
    const world = await mailWorld({ ...dreamPortraits, stores, backups });
    world.signUp("ada");
    await world.deliver(DELETE);
    await confirmRightsRequest(world, world.service, world.secretFor(ADA, "confirm"));
    await runToTheEnd(world);
    const status = world.secretFor(ADA, "status");
    const [erasure] = (await readRightsStatus(world, status))?.erasures ?? [];
    const certificate = () => readCertificateByStatus(world, status, erasure?.requestId ?? "");
    expect(await certificate()).toContain('"final":false');

    world.clock.advance(35 * DAY_MS);
    await doDuties(world, watchLastCopy(world));

    expect(await certificate()).toContain('"final":true');
  });

  it("ends with a letter in its language, with its number and the way to the certificate", async () => {
    const world = await mailWorld();
    world.signUp("ada");
    await world.deliver({ from: ADA, text: "Bitte löschen Sie mein Konto." });
    await confirmRightsRequest(world, world.service, world.secretFor(ADA, "confirm"));
    const { rightsRequestId } = await world.onlyRequest();
    const sentBefore = world.letters.sent.length;
    await runToTheEnd(world);

    const [letter, ...more] = world.letters.sent.slice(sentBefore);
    expect(more).toEqual([]);
    expect(letter?.subject).toContain("Ihr Konto wurde gelöscht");
    expect(letter?.text).toContain(`Nummer Ihrer Anfrage: ${rightsRequestId}`);
    const seen = await readRightsStatus(world, world.secretFor(ADA, "status"));
    expect(seen).toMatchObject({
      request: { rightsRequestId, standing: { state: "answered" } },
      erasures: [{ state: "completed", certificateKey: expect.any(String) }],
    });
    expect(letter?.text).toContain(`${world.pagesUrl}/status/${world.secretFor(ADA, "status")}`);
  });

  it("changes nothing by being looked at, fifty times", async () => {
    const world = await mailWorld();
    world.signUp("ada");
    await world.deliver(DELETE);
    const secret = world.secretFor(ADA, "confirm");

    for (let looks = 0; looks < 50; looks += 1) {
      expect(await lookBehindLink(world, "confirm", secret)).toBeDefined();
    }

    expect((await world.onlyRequest()).standing.state).toBe("waiting-for-proof");
    expect(await world.register.list(10)).toEqual([]);
  });

  it("is one request, delivered twice or written twice", async () => {
    const world = await mailWorld();
    world.signUp("ada");
    const arrival = world.post(DELETE);
    await takeMail(world, world.service, arrival);
    await takeMail(world, world.service, arrival);
    expect(world.lettersTo(ADA)).toHaveLength(2);

    expect(await world.deliver(DELETE)).toBe("joined: waiting-for-proof");

    await world.onlyRequest();
    expect(world.lettersTo(ADA)).toHaveLength(2);
  });

  it("is confirmed once", async () => {
    const world = await mailWorld();
    world.signUp("ada");
    await world.deliver(DELETE);
    const secret = world.secretFor(ADA, "confirm");

    const clicks = await Promise.all([1, 2, 3].map(() => confirmRightsRequest(world, world.service, secret)));
    const again = await confirmRightsRequest(world, world.service, secret);

    expect(clicks.filter(({ confirmed }) => confirmed).length).toBeGreaterThan(0);
    expect(again).toEqual({ confirmed: false, why: "link-over" });
    expect(await world.register.list(10)).toHaveLength(1);
  });

  it("ends unproved after a week, and the link with it", async () => {
    const world = await mailWorld();
    const ada = world.signUp("ada");
    await world.deliver(DELETE);
    const secret = world.secretFor(ADA, "confirm");

    world.clock.advance(7 * DAY_MS + 1);
    await world.doDuties();

    expect((await world.onlyRequest()).standing.state).toBe("not-proved");
    expect(await confirmRightsRequest(world, world.service, secret)).toMatchObject({ why: "link-over" });
    expect(world.store("photos").holds(ada)).not.toEqual([]);
  });

  it("works until the last second of the week", async () => {
    const world = await mailWorld();
    world.signUp("ada");
    await world.deliver(DELETE);

    world.clock.advance(7 * DAY_MS - 1);

    const secret = world.secretFor(ADA, "confirm");
    expect(await confirmRightsRequest(world, world.service, secret)).toMatchObject({ confirmed: true });
  });
});

describe("nobody learns who has an account", () => {
  it("writes the same to whoever has one and whoever has none", async () => {
    const [has, hasNot] = [await mailWorld(), await mailWorld()];
    has.signUp("ada");

    await has.deliver(DELETE);
    await hasNot.deliver(DELETE);

    const [told] = has.lettersTo(ADA);
    expect(hasNot.lettersTo(ADA)).toEqual([told]);
    const ofWriter = async (world: MailWorld) => readRightsStatus(world, world.secretFor(ADA, "status"));
    expect(await ofWriter(has)).toEqual(await ofWriter(hasNot));
  });

  it("is told before anybody looks for an account", async () => {
    const world = await mailWorld();
    world.letters.failNext(new Error("SES is away."));

    await expect(world.deliver(DELETE)).rejects.toThrow("SES is away.");

    expect(world.directory.lookedUp).toBe(0);
  });

  it("sends the link to the address on file, whoever wrote, and shows them nothing", async () => {
    const world = await mailWorld();
    world.signUp("ada");
    const mallory = "mallory@elsewhere.example";

    await world.deliver({ from: mallory, text: `Please delete my account. It is ${ADA}.` });

    expect(world.lettersTo(mallory)).toHaveLength(1);
    expect(world.lettersTo(mallory)[0]?.text).not.toContain("/confirm/");
    expect(world.lettersTo(ADA)).toHaveLength(1);
    expect(world.lettersTo(ADA)[0]).not.toHaveProperty("answers");
    await confirmRightsRequest(world, world.service, world.secretFor(ADA, "confirm"));
    const seen = await readRightsStatus(world, world.secretFor(mallory, "status"));
    expect(seen).toMatchObject({ erasures: [], request: { standing: { state: "received" } } });
  });

  it("does not take ada+work for ada", async () => {
    const world = await mailWorld();
    world.signUp("ada");

    await world.deliver({ ...DELETE, from: "ada+work@people.example" });

    expect(world.lettersTo(ADA)).toEqual([]);
  });
});

describe("what is not certain", () => {
  it("is recorded in silence when DMARC fails", async () => {
    const world = await mailWorld();
    world.signUp("ada");

    expect(await world.deliver({ ...DELETE, dmarc: "fail" })).toBe("nothing: not-from-whom-it-says");

    expect(world.letters.sent).toEqual([]);
    expect(await world.tasks.listOpen(10)).toEqual([]);
    expect(await world.rights.list(10)).toEqual([]);
  });

  it("is a person's when DMARC says neither", async () => {
    const world = await mailWorld();
    world.signUp("ada");

    expect(await world.deliver({ ...DELETE, dmarc: "doubtful" })).toBe("person: not-authenticated");

    expect(world.letters.sent).toEqual([]);
    const [task] = await world.tasks.listOpen(10);
    expect(task).toMatchObject({ kind: "look-at-mail", mailId: "m1" });
    expect(Date.parse(task?.dueAt ?? "") - world.clock.now().getTime()).toBeLessThanOrEqual(DAY_MS);
  });

  it("is a person's when it says not to", async () => {
    const world = await mailWorld();
    world.signUp("ada");

    expect(await world.deliver({ ...DELETE, text: "Please do not delete my account." })).toMatch(/^person: /);

    expect(await world.rights.list(10)).toEqual([]);
  });

  it("opens a task for each mail", async () => {
    const world = await mailWorld();

    await world.deliver({ from: ADA, text: "What is this?" });
    await world.deliver({ from: ADA, text: "And that?" });

    expect(await world.tasks.listOpen(10)).toHaveLength(2);
  });

  it("is answered by nobody when a machine wrote it", async () => {
    const world = await mailWorld();
    world.signUp("ada");

    expect(await world.deliver({ ...DELETE, headers: ["Auto-Submitted: auto-replied"] })).toBe(
      "nothing: auto-reply",
    );

    expect(world.letters.sent).toEqual([]);
  });
});

describe("erasures smaller than an account", () => {
  it("erases facial data, category by category, and leaves the account", async () => {
    const world = await mailWorld(dreamPortraits);
    world.signUp("ada");

    await world.deliver({ from: ADA, text: "Please delete all facial data you have of me." });
    await confirmRightsRequest(world, world.service, world.secretFor(ADA, "confirm"));

    const requests = await world.register.list(10);
    expect(requests.map(({ category }) => category).sort()).toEqual(["facial-landmarks", "original-photo"]);
  });

  it("asks on the page which project is meant, and uses nothing up by it", async () => {
    const world = await mailWorld(coloringBook);
    world.signUp("ada");
    await world.deliver({ from: ADA, text: "Please delete my project." });
    const secret = world.secretFor(ADA, "confirm");

    expect(await confirmRightsRequest(world, world.service, secret)).toMatchObject({ why: "which-project" });
    expect(await confirmRightsRequest(world, world.service, secret, "p7")).toMatchObject({ confirmed: true });

    const [request] = await world.register.list(10);
    expect(request).toMatchObject({ scope: "project", itemId: "p7" });
  });
});
