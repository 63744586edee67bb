import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../../policies/coloring-book.ts";
import { type PagesWorld, pagesWorld } from "../../world/public-pages.ts";

const ADA = "ada@people.example";
const DAY_MS = 86_400_000;
const DELETE = { from: ADA, subject: "My account", text: "Hello,\r\nplease delete my account.\r\nAda" };
/** As long as one of ours, and none of ours. */
const UNKNOWN = "A".repeat(43);

/** Returns a world in which Ada has a link that confirms the erasure of her account. */
async function asked(): Promise<{ readonly world: PagesWorld; readonly secret: string }> {
  const world = await pagesWorld();
  world.signUp("ada");
  await world.deliver(DELETE);
  return { world, secret: world.secretFor(ADA, "confirm") };
}

describe("the page that confirms", () => {
  it("says what was asked, and that it is final, before there is a button", async () => {
    const { world, secret } = await asked();

    const { statusCode, body } = await world.call(`/confirm/${secret}`);

    expect(statusCode).toBe(200);
    expect(body).toContain("deletion of your account");
    const final = body.indexOf("Deletion is final");
    expect(final).toBeGreaterThan(0);
    expect(final).toBeLessThan(body.indexOf("<button"));
    expect(body).toContain("Do nothing and close this page.");
  });

  it("changes nothing by fifty looks of any kind, and then confirms once", async () => {
    const { world, secret } = await asked();
    const path = `/confirm/${secret}`;
    for (let looks = 0; looks < 50; looks += 1) {
      const method = ["GET", "HEAD", "OPTIONS"][looks % 3] ?? "GET";
      expect((await world.call(path, { method })).statusCode).toBe(method === "OPTIONS" ? 204 : 200);
    }
    expect((await world.onlyRequest()).standing.state).toBe("waiting-for-proof");
    expect(await world.register.list(10)).toEqual([]);

    const first = await world.call(path, { method: "POST" });
    const second = await world.call(path, { method: "POST" });

    expect([first.statusCode, second.statusCode]).toEqual([200, 404]);
    expect(await world.register.list(10)).toHaveLength(1);
  });

  it("confirms nothing that the page of another site sends", async () => {
    const { world, secret } = await asked();
    const path = `/confirm/${secret}`;

    for (const site of ["cross-site", "same-site"]) {
      expect((await world.call(path, { site })).statusCode).toBe(200);
      expect((await world.call(path, { site, method: "POST" })).statusCode).toBe(403);
    }
    expect(await world.register.list(10)).toEqual([]);

    expect((await world.call(path, { site: "same-origin", method: "POST" })).statusCode).toBe(200);
    expect(await world.register.list(10)).toHaveLength(1);
  });

  it("leads to the page of the request by a link of its own, and shows the secret of neither page else", async () => {
    const { world, secret } = await asked();

    const shown = await world.call(`/confirm/${secret}`);
    const done = await world.call(`/confirm/${secret}`, { method: "POST" });

    expect(shown.body).not.toContain(secret);
    expect(done.body).not.toContain(secret);
    const [, status = ""] = /href="\.\.\/status\/([\w-]+)"/.exec(done.body) ?? [];
    expect((await world.call(`/status/${status}`)).body).toContain("the deletion is on its way");
  });

  it("asks which project is meant, says so beside the field, and keeps what was typed", async () => {
    const world = await pagesWorld(coloringBook);
    world.signUp("ada");
    await world.deliver({ from: ADA, text: "Please delete my project." });
    const path = `/confirm/${world.secretFor(ADA, "confirm")}`;
    expect((await world.call(path)).body).toContain('<label for="project">');

    const refused = await world.call(path, { form: { project: 'p 7"><b>' } });

    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('aria-describedby="project-hint project-error" aria-invalid="true"');
    expect(refused.body).toContain('value="p 7&quot;&gt;&lt;b&gt;"');
    expect((await world.call(path, { form: { project: "p7" } })).statusCode).toBe(200);
    expect(await world.register.list(10)).toMatchObject([{ scope: "project", itemId: "p7" }]);
  });

  it("speaks the language of the request, whatever its reader's browser says", async () => {
    const { world, secret } = await asked();

    const { body, headers } = await world.call(`/confirm/${secret}`, { language: "de" });

    expect(body).toContain('<html lang="en">');
    expect(headers).toMatchObject({ "Content-Language": "en" });
  });
});

describe("a link that leads to nothing", () => {
  it.each(["GET", "POST"])("is one same page, used, over, strange or of another kind: %s", async (method) => {
    const [used, over, fresh] = [await asked(), await asked(), await asked()];
    await used.world.call(`/confirm/${used.secret}`, { method: "POST" });
    over.world.clock.advance(7 * DAY_MS + 1);
    const status = fresh.world.secretFor(ADA, "status");

    const answers = [
      await used.world.call(`/confirm/${used.secret}`, { method }),
      await over.world.call(`/confirm/${over.secret}`, { method }),
      await fresh.world.call(`/confirm/${UNKNOWN}`, { method }),
      await fresh.world.call("/confirm/x", { method }),
      await fresh.world.call(`/confirm/${status}`, { method }),
      await fresh.world.call(`/undo/${fresh.secret}`, { method }),
    ];

    expect(answers[0]?.statusCode).toBe(404);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("is the same page for what can only be looked at", async () => {
    const { world, secret } = await asked();

    const answers = [
      await world.call(`/status/${UNKNOWN}`),
      await world.call(`/status/${secret}`),
      await world.call(`/status/${world.secretFor(ADA, "status")}/certificate/req_${"0".repeat(26)}`),
      await world.call(`/status/${UNKNOWN}/certificate/x`),
    ];

    const pages = answers.map(({ body }) => body.replace(/<footer>.*<\/footer>/s, ""));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
    expect(new Set(pages).size).toBe(1);
  });
});

describe("the page of a request", () => {
  it("leads to the certificate, as it was signed, to be saved", async () => {
    const { world, secret } = await asked();
    const status = world.secretFor(ADA, "status");
    await world.call(`/confirm/${secret}`, { method: "POST" });
    const [erasure] = await world.register.list(1);
    const requestId = erasure?.requestId ?? "";
    await world.drainAndRun(requestId);
    world.clock.advance(DAY_MS);
    await world.doDuties();

    const { body } = await world.call(`/status/${status}`);
    const file = await world.call(`/status/${status}/certificate/${requestId}`);

    expect(body).toContain(`href="${status}/certificate/${requestId}"`);
    expect(body).toContain("lethe verify FILE");
    expect(file.statusCode).toBe(200);
    expect(file.headers).toMatchObject({
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="certificate-${requestId}.json"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    });
    expect(JSON.parse(file.body)).toHaveProperty("body.requestId", requestId);
  });

  it("says until when an answer is owed, and the same before a proof whether or not there is an account", async () => {
    const [has, hasNot] = [await pagesWorld(), await pagesWorld()];
    has.signUp("ada");
    for (const world of [has, hasNot]) await world.deliver(DELETE);

    const pageOf = async (world: PagesWorld) =>
      (await world.call(`/status/${world.secretFor(ADA, "status")}`)).body;

    expect(await pageOf(has)).toBe(await pageOf(hasNot));
    expect(await pageOf(has)).toMatch(/Answered by, at the latest<\/dt>\n<dd><time datetime="20/);
  });
});

describe("the pages as a whole", () => {
  it("say nothing of what a request calls itself", async () => {
    const { world, secret } = await asked();
    const host = "evil.example";

    const answers = [
      await world.call("/", { host }),
      await world.call(`/confirm/${secret}`, { host }),
      await world.call(`/confirm/${secret}`, { host, method: "POST" }),
    ];

    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain(host);
    for (const letter of world.letters.sent) expect(letter.text).not.toContain(host);
  });

  it("are not there where nothing is declared, and say what may be done where something is", async () => {
    const { world, secret } = await asked();

    expect((await world.call("/confirm")).statusCode).toBe(404);
    expect((await world.call(`/status/${secret}/more`)).statusCode).toBe(404);
    expect((await world.call("/constructor")).statusCode).toBe(404);
    const refused = await world.call(`/confirm/${secret}`, { method: "DELETE" });
    expect([refused.statusCode, refused.headers?.Allow]).toEqual([405, "GET, HEAD, OPTIONS, POST"]);
    const onlyLooked = await world.call(`/status/${secret}`, { method: "POST" });
    expect([onlyLooked.statusCode, onlyLooked.headers?.Allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect((await world.call("/", { method: "HEAD" })).body).toBe("");
  });

  it("carry the same guards, whatever the answer, and no cookie", async () => {
    const { world, secret } = await asked();
    const answers = [
      await world.call("/"),
      await world.call("/nowhere"),
      await world.call(`/confirm/${secret}`),
      await world.call(`/confirm/${secret}`, { method: "OPTIONS" }),
      await world.call(`/confirm/${secret}`, { method: "PUT" }),
      await world.call(`/confirm/${secret}`, { method: "POST" }),
      await world.call(`/status/${UNKNOWN}`),
      await world.call("/contact"),
    ];

    for (const { headers = {} } of answers) {
      expect(headers["Content-Security-Policy"]).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
      );
      expect(headers).toMatchObject({
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Strict-Transport-Security": "max-age=63072000",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex",
      });
      expect(Object.keys(headers).map((name) => name.toLowerCase())).not.toContain("set-cookie");
    }
  });
});
