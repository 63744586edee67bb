import { canonicalJson } from "../domain/canonical-json.ts";
import type { EntryBody } from "../domain/ledger/entry.ts";
import type { Ledger } from "./ports.ts";

/** Appends to a lane unless it says the same already, so that a step that runs twice is told once. */
export async function appendOnce(
  ledger: Ledger,
  lane: string,
  subjectRef: string,
  body: EntryBody,
): Promise<void> {
  const text = canonicalJson(body);
  const entries = await ledger.readLane(lane);
  if (entries.some((entry) => canonicalJson(entry.body) === text)) return;
  await ledger.append(lane, subjectRef, body);
}
