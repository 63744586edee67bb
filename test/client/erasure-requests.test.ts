import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { ClientIncomplete } from "../../client/client-settings.ts";
import { erasureRequests } from "../../client/erasure-requests.ts";
import { InvalidScope } from "../../shared/domain/erasure/scope.ts";
import { InvalidSubjectId } from "../../shared/domain/erasure/subject-id.ts";

const SETTINGS = {
  apiUrl: "https://api1.execute-api.eu-central-1.amazonaws.com/v1/",
  region: "eu-central-1",
};
const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "test" };
let stop = async () => undefined as unknown;

afterEach(() => stop());

describe("asking for an erasure from the service's own code", () => {
  it("signs the call, names nobody as the one who asks, and returns what was opened", async () => {
    const opened = { requestId: "req_1", state: "verified", joined: false };
    const { endpoint, calls } = await api(202, { ...opened, subjectRef: "v1_1" });

    const requests = erasureRequests(SETTINGS, { credentials, endpoint });
    expect(await requests.requestErasure("person-1", "image:i-7", "deleted in the app")).toEqual(opened);

    expect(calls).toEqual([
      {
        path: "/restapis/api1/v1/_user_request_/service/requests",
        signedFor: expect.stringContaining("/eu-central-1/execute-api/aws4_request"),
        actor: undefined,
        body: { subject: "person-1", scope: "image:i-7", reason: "deleted in the app" },
      },
    ]);
  });

  it.each([
    [409, { error: "frozen-already", message: "There is no undo." }, "no undo"],
    [403, { Message: "User is not authorized" }, "RequestErasurePolicyArn"],
    [502, "no JSON", "502"],
  ])("says why when the API does not take it back: %i", async (statusCode, body, words) => {
    const { endpoint } = await api(statusCode, body);
    const requests = erasureRequests(SETTINGS, { credentials, endpoint });
    await expect(requests.withdrawErasure("person-1", "req_1")).rejects.toThrow(words);
  });

  it("is refused before any call for an id or a scope that is none", async () => {
    const { endpoint, calls } = await api(202, {});
    const requests = erasureRequests(SETTINGS, { credentials, endpoint });
    await expect(requests.requestErasure("", "account")).rejects.toThrow(InvalidSubjectId);
    await expect(requests.requestErasure("person-1", "everything")).rejects.toThrow(InvalidScope);
    expect(calls).toEqual([]);
  });

  it("is not possible without the address of the API", () => {
    expect(() => erasureRequests({ ...SETTINGS, apiUrl: "" })).toThrow(ClientIncomplete);
  });
});

/** Serves one answer, and keeps what it was asked. */
async function api(statusCode: number, answer: unknown) {
  const calls: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    calls.push({
      path: request.url,
      signedFor: request.headers.authorization,
      actor: request.headers["x-lethe-actor"],
      body: JSON.parse(Buffer.concat(chunks).toString("utf8")),
    });
    response.writeHead(statusCode, { "content-type": "application/json" });
    response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stop = () => new Promise((resolve) => server.close(resolve));
  const address = server.address();
  return { endpoint: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, calls };
}
