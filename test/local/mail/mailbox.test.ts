import { createServer, request, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Mailbox, openMailbox } from "../../../local/mail/mailbox.ts";

const LETTER = {
  MessageId: "1@email.amazonses.com",
  To: ["person@people.example"],
  Subject: "<b>Your request</b>",
  BodyText: 'Confirm: https://service.example/confirm?token=1&x="><script>alert(1)</script>',
  BodyHtml: "<p>Confirm</p><script>alert(1)</script>",
  Timestamp: 1_795_000_000,
};

describe("the mailbox page", () => {
  let aws: Server;
  let mailbox: Mailbox;

  beforeEach(async () => {
    aws = createServer((_, response) =>
      response.end(JSON.stringify({ messages: { "000000000000": [LETTER] } })),
    );
    await new Promise<void>((resolve) => aws.listen(0, "127.0.0.1", resolve));
    const address = aws.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    mailbox = await openMailbox({ endpoint: `http://127.0.0.1:${port}` });
  });
  afterEach(async () => {
    await mailbox.stop();
    aws.closeAllConnections();
    aws.close();
  });

  const get = (path: string) => fetch(new URL(path, mailbox.url));
  /** The status of a request with headers that `fetch` would not send. */
  const statusWith = (headers: Readonly<Record<string, string>>, method = "GET") =>
    new Promise<number>((resolve, reject) => {
      request(mailbox.url, { headers, method }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .once("error", reject)
        .end();
    });

  it("is on this machine alone, and lists what was written", async () => {
    expect(mailbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await (await get("/")).text();
    expect(page).toContain("person@people.example");
    expect(page).toContain("&lt;b&gt;Your request");
  });

  it("shows a letter as text whose links can be followed, and nothing of it as HTML of ours", async () => {
    const page = await (await get(`/letters/${encodeURIComponent(LETTER.MessageId)}`)).text();
    expect(page).toContain('href="https://service.example/confirm?token=1&amp;x=');
    expect(page).not.toContain("<script>");
    expect(page).toContain("default-src 'none'");
  });

  it("shows the HTML of a letter in a page that may run and load nothing", async () => {
    const response = await get(`/letters/${encodeURIComponent(LETTER.MessageId)}/html`);
    expect(await response.text()).toBe(LETTER.BodyHtml);
    expect(response.headers.get("content-security-policy")).toMatch(/^sandbox .*default-src 'none'/);
    expect(response.headers.get("content-security-policy")).not.toContain("allow-scripts");
  });

  it("answers no other page of the browser, and no name that only leads here", async () => {
    const { host } = new URL(mailbox.url);
    expect(await statusWith({ host })).toBe(200);
    expect(await statusWith({ host, origin: "https://elsewhere.example" })).toBe(403);
    expect(await statusWith({ host: host.replace("127.0.0.1", "elsewhere.example") })).toBe(403);
    expect((await get("/")).headers.get("access-control-allow-origin")).toBeNull();
    expect(await statusWith({ host }, "POST")).toBe(405);
  });

  it("says that a letter is not there", async () => {
    expect((await get("/letters/other")).status).toBe(404);
  });
});
