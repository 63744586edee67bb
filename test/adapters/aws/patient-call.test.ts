import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { patientPost } from "../../../shared/adapters/aws/patient-call.ts";
import { quickTime } from "../../world/stores/quick-time.ts";

type Answer = readonly [statusCode: number, body: string] | "hang-up";
const NO_ROOM: Answer = [429, '{"message":"Too Many Requests"}'];
const TAKEN: Answer = [202, '{"requestId":"req_1"}'];

let stop = async () => undefined as unknown;
afterEach(() => stop());

describe("a call of the API", () => {
  it.each<[string, Answer]>([
    ["there was no room for it", NO_ROOM],
    ["the API was not there", [503, ""]],
    ["nobody answered in time", [504, ""]],
    ["the connection broke", "hang-up"],
  ])("is made again when %s", async (_why, first) => {
    const { post, calls } = await api([first, first, TAKEN]);
    expect((await post()).status).toBe(202);
    expect(calls()).toBe(3);
  });

  it.each<[string, Answer]>([
    ["a limit of ours", [429, '{"error":"TooManyByOnePerson","message":"…"}']],
    ["a refusal", [409, '{"error":"ended-already","message":"…"}']],
    ["a function that failed", [502, '{"message":"Internal server error"}']],
  ])("is not made again after %s", async (_why, answer) => {
    const { post, calls } = await api([answer, TAKEN]);
    expect((await post()).status).toBe(answer[0]);
    expect(calls()).toBe(1);
  });

  it("gives up after five, having waited by chance and longer each time", async () => {
    const { post, calls, pauses } = await api([NO_ROOM]);
    expect((await post()).status).toBe(429);
    expect(calls()).toBe(5);
    expect(pauses).toEqual([200, 400, 800, 1600]);

    const silent = await api(["hang-up"]);
    await expect(silent.post()).rejects.toThrow(TypeError);
    expect(silent.calls()).toBe(5);
  });
});

/** Serves these answers one after another, the last one for ever. */
async function api(answers: readonly Answer[]) {
  let served = 0;
  const server = createServer((request, response) => {
    const answer = answers[Math.min(served, answers.length - 1)];
    served += 1;
    if (answer === undefined || answer === "hang-up") return request.socket.destroy();
    response.writeHead(answer[0], { "content-type": "application/json" });
    return response.end(answer[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stop = () => new Promise((resolve) => server.close(resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const time = quickTime();
  const call = {
    url: new URL(`http://127.0.0.1:${port}/requests`),
    region: "eu-central-1",
    credentials: { accessKeyId: "AKIATEST", secretAccessKey: "test" },
    body: {},
  };
  const post = () => patientPost(call, { time, chance: () => 0.5 });
  return { post, calls: () => served, pauses: time.pauses };
}
