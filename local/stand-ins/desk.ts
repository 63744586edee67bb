import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { COPY_KINDS } from "../../shared/domain/processors/disclosure.ts";
import type { RunningParties } from "./running.ts";
import { STAND_IN_FAULTS } from "./stand-in.ts";

/** How one third party stands in at this moment. */
export const PartyStateSchema = z.strictObject({
  /** Its id in the policy. */
  id: z.string(),
  url: z.string(),
  fault: z.enum(STAND_IN_FAULTS),
  /** References of what it was sent and still has. */
  holds: z.array(z.string()),
  /** Every call, `DELETE /v1/files/f1`, in order. */
  calls: z.array(z.string()),
  /** Calls that no published page of it describes. */
  undocumented: z.array(z.string()),
});

export const PartyStatesSchema = z.array(PartyStateSchema);

/** What is to go wrong with a stand-in from now on. */
export const NewFaultSchema = z.strictObject({
  fault: z.enum(STAND_IN_FAULTS),
  /** What it says with 429 and the like: seconds, a date, or anything. */
  retryAfter: z.string().optional(),
});

/** Under which name something is sent to it, or as what it has it without being sent it: as a cache takes things. */
const NewThingSchema = z.union([
  z.strictObject({ name: z.string().regex(/^[\w.-]{1,200}$/u) }),
  z.strictObject({ reference: z.string().min(1).max(1024) }),
]);

/** How it calls what it was sent, as a service keeps it. */
export const TakenSchema = z.strictObject({
  reference: z.string(),
  token: z.string().optional(),
  kind: z.enum(COPY_KINDS),
});

export type PartyState = z.infer<typeof PartyStateSchema>;
export type NewFault = z.infer<typeof NewFaultSchema>;
export type Taken = z.infer<typeof TakenSchema>;

/** A small server on this machine that shows what stands in, and changes it. */
export interface Desk {
  readonly url: string;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Opens the desk of some stand-ins on 127.0.0.1: `GET /`, `POST /ID/fault` and `POST /ID/things`, all of JSON. */
export async function openDesk({ parties }: RunningParties): Promise<Desk> {
  const server = createServer((request, response) => {
    void answerOf(parties, request).then(
      ({ status, body }) => send(response, status, body),
      (error: unknown) => send(response, 500, { error: error instanceof Error ? error.name : "unknown" }),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address !== "object") throw new Error("The desk has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answerOf(parties: RunningParties["parties"], request: IncomingMessage): Promise<Answer> {
  const [, id = "", what = ""] = new URL(request.url ?? "/", "http://127.0.0.1").pathname.split("/");
  if (request.method === "GET" && id === "") return { status: 200, body: statesOf(parties) };
  const party = parties.get(id);
  if (request.method !== "POST" || !party) return { status: 404, body: { error: "not here" } };
  // No page that somebody looks at in a browser can send this type without being asked for it.
  if (request.headers["content-type"] !== "application/json") return { status: 415, body: { error: "JSON" } };
  const body: unknown = JSON.parse(await textOf(request));
  if (what === "fault") {
    const parsed = NewFaultSchema.safeParse(body);
    if (!parsed.success) return { status: 400, body: { error: "no such fault" } };
    const { fault, retryAfter } = parsed.data;
    party.standIn.fail(fault, retryAfter === undefined ? {} : { retryAfter });
    return { status: 200, body: {} };
  }
  const thing = NewThingSchema.safeParse(body);
  if (what !== "things" || !thing.success) return { status: 400, body: { error: "no such thing" } };
  if ("name" in thing.data)
    return { status: 200, body: { ...party.take(thing.data.name), kind: party.kind } };
  party.putBack(thing.data.reference);
  return { status: 200, body: { reference: thing.data.reference, kind: party.kind } };
}

function statesOf(parties: RunningParties["parties"]): readonly PartyState[] {
  return [...parties].map(([id, { standIn, held }]) => ({
    ...{ id, url: standIn.url, fault: standIn.fault },
    holds: [...held()],
    calls: [...standIn.calls],
    undocumented: [...standIn.undocumented],
  }));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
