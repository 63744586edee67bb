import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type NewFault, type PartyState, PartyStatesSchema, type Taken, TakenSchema } from "./desk.ts";

const DeskFileSchema = z.strictObject({ deskUrl: z.url() });

/** The stand-ins that run somewhere on this machine, seen from any process of it. */
export interface StandIns {
  /** Returns how each stands in, by the id that a policy has for it. */
  list(): Promise<readonly PartyState[]>;
  /** Sends one something under a name, as a service would. */
  take(id: string, name: string): Promise<Taken>;
  /** Lets one have something that nobody sent it: as a cache takes what is looked at through it. */
  have(id: string, reference: string): Promise<void>;
  /** Makes one fail, or stop failing. */
  fail(id: string, fault: NewFault): Promise<void>;
}

/** A stand-in was asked for that is not there, or for something that it does not do. */
class NotAtTheDesk extends Error {
  override readonly name = "NotAtTheDesk";
}

/** Returns the stand-ins that run beside the embedded AWS of a folder; undefined if none were started. */
export function recordedStandIns(home: string): StandIns | undefined {
  const file = fileOf(home);
  if (!existsSync(file)) return undefined;
  const { data } = DeskFileSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return data && standInsAt(data.deskUrl);
}

/** Writes down where the desk is. */
export function recordDesk(home: string, deskUrl: string): void {
  writeFileSync(fileOf(home), `${JSON.stringify({ deskUrl })}\n`);
}

/** Forgets where it was. */
export function forgetDesk(home: string): void {
  rmSync(fileOf(home), { force: true });
}

/** Returns the stand-ins whose desk answers at an address. */
function standInsAt(deskUrl: string): StandIns {
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(new URL(path, deskUrl), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) return answer.json();
    throw new NotAtTheDesk(`The stand-ins answered ${answer.status} to ${path}.`);
  };
  return {
    async list() {
      return PartyStatesSchema.parse(await (await fetch(deskUrl)).json());
    },
    take: async (id, name) => TakenSchema.parse(await post(`/${id}/things`, { name })),
    async have(id, reference) {
      await post(`/${id}/things`, { reference });
    },
    async fail(id, fault) {
      await post(`/${id}/fault`, fault);
    },
  };
}

function fileOf(home: string): string {
  return join(home, "stand-ins.json");
}
