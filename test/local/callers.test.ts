import { request } from "node:http";
import { CreateBucketCommand, ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmulatedAws, startEmulatedAws } from "../../local/emulated-aws.ts";
import { clientConfig } from "./gap-probes/probe.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const OUR_PAGE = "http://127.0.0.1:5173";
const FOREIGN_PAGE = "https://attacker.example";
const REFUSED = 403;
/** What a socket is opened with. */
const SWITCHED = 101;

type Headers = Readonly<Record<string, string>>;

describe("the embedded AWS", () => {
  const home = temporaryFolder();
  let aws: EmulatedAws;

  beforeAll(async () => {
    aws = await startEmulatedAws({ home: home.path, origins: [OUR_PAGE], log: () => undefined });
  });
  afterAll(async () => {
    await aws.stop();
    home.remove();
  });

  const port = () => new URL(aws.endpoint).port;
  const status = (headers: Headers, { method = "GET", path = "/" } = {}) =>
    statusOf(aws.endpoint, { method, path, headers });

  it.each([
    ["no page at all, which is a program", {}],
    ["a page of our own", { origin: OUR_PAGE }],
    ["an address that a person typed", { "sec-fetch-site": "none" }],
    ["an image in a page of our own", { "sec-fetch-site": "same-site", referer: `${OUR_PAGE}/photos` }],
  ])("answers %s", async (_, headers) => {
    expect(await status(headers)).toBe(200);
  });

  it("answers a bucket that is named in the host", async () => {
    await new S3Client(clientConfig(aws)).send(new CreateBucketCommand({ Bucket: "photos" }));
    expect(await status({ host: `photos.127.0.0.1:${port()}` })).toBe(200);
  });

  it.each([
    ["a foreign page", { origin: FOREIGN_PAGE }],
    ["a page without an origin, such as a file or a sandboxed frame", { origin: "null" }],
    ["a page on another port of this machine", { origin: "http://127.0.0.1:5174" }],
    ["a page whose origin begins like ours", { origin: `${OUR_PAGE}.attacker.example` }],
    ["an image in a foreign page", { "sec-fetch-site": "cross-site", referer: `${FOREIGN_PAGE}/` }],
    ["a link that does not say whose it is", { "sec-fetch-site": "cross-site" }],
    [
      "a page whose address begins like ours",
      { "sec-fetch-site": "cross-site", referer: `${OUR_PAGE}.attacker.example/` },
    ],
  ])("refuses %s", async (_, headers) => {
    expect(await status(headers)).toBe(REFUSED);
  });

  it.each([
    ["of another name that leads to this machine", (own: string) => `attacker.example:${own}`],
    ["that ends like ours", (own: string) => `attacker127.0.0.1:${own}`],
    ["that begins like ours", (own: string) => `127.0.0.1:${own}.attacker.example`],
    ["with another port", () => "127.0.0.1:80"],
  ])("refuses a host %s", async (_, host) => {
    expect(await status({ host: host(port()) })).toBe(REFUSED);
  });

  it("refuses a page of our own that was reached by another name of this machine", async () => {
    expect(await status({ origin: OUR_PAGE, host: `attacker.example:${port()}` })).toBe(REFUSED);
  });

  it("opens a socket for a page of our own, and refuses that of a foreign page", async () => {
    // Messages of devices are what the emulator offers without anything being set up first.
    const handshake = {
      host: `iot.${aws.region}.127.0.0.1:${port()}`,
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "MDEyMzQ1Njc4OWFiY2RlZg==",
      "sec-websocket-protocol": "mqtt",
    };
    expect(await status({ ...handshake, origin: OUR_PAGE })).toBe(SWITCHED);
    expect(await status({ ...handshake, origin: FOREIGN_PAGE })).toBe(REFUSED);
  });

  it("does nothing of what a refused call asked for", async () => {
    const asked = { method: "PUT", path: "/made-by-a-foreign-page" };
    expect(await status({ origin: FOREIGN_PAGE }, asked)).toBe(REFUSED);

    const { Buckets } = await new S3Client(clientConfig(aws)).send(new ListBucketsCommand());

    expect(Buckets?.map(({ Name }) => Name)).not.toContain("made-by-a-foreign-page");
    expect(await status({ origin: OUR_PAGE }, asked)).toBe(200);
  });

  it("names nobody but its callers as allowed to read its refusals", async () => {
    const answer = await fetch(aws.endpoint, { headers: { origin: FOREIGN_PAGE } });
    expect(answer.status).toBe(REFUSED);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(await answer.text()).toContain("only local programs and the pages of this project");
  });
});

/** The fetch of Node does not let a caller choose the host. */
function statusOf(
  endpoint: string,
  options: { readonly method: string; readonly path: string; readonly headers: Headers },
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(endpoint, options, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.once("upgrade", (response, socket) => {
      socket.destroy();
      resolve(response.statusCode);
    });
    call.once("error", reject);
    call.end();
  });
}
