import { z } from "zod";
import { apiAddress, signedPost } from "../shared/adapters/aws/signed-call.ts";
import type { KnownName } from "../shared/domain/retention/named-thing.ts";
import type { SaveOutcome } from "../shared/operations/save-thing.ts";
import { SavingRefused } from "./clock-refusals.ts";

const OutcomeSchema = z.object({ outcome: z.enum(["saved", "too-late", "not-savable", "unknown"]) });
const RefusalSchema = z.object({ message: z.string() });

/** Where things are saved, and who asks. */
interface SavingApi {
  readonly apiUrl: string;
  readonly region: string;
  readonly credentials: Parameters<typeof signedPost>[0]["credentials"];
  readonly endpoint?: string;
}

/**
 * Returns what saves a thing through the API, which answers when it is written down: whether that comes before its
 * deletion is decided in one place.
 */
export function savedByApi({ apiUrl, region, credentials, endpoint }: SavingApi) {
  return async ({ thing }: KnownName): Promise<SaveOutcome> => {
    const url = new URL("service/things/saved", apiAddress(apiUrl, endpoint));
    const response = await signedPost({ url, region, credentials, body: thing });
    const answer: unknown = await response.json().catch(() => undefined);
    const answered = OutcomeSchema.safeParse(answer);
    if (answered.success) return answered.data.outcome;
    throw new SavingRefused(response.status, RefusalSchema.safeParse(answer).data?.message);
  };
}
