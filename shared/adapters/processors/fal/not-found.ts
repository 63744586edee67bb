import { z } from "zod";
import type { ApiAnswer } from "../../processor-calls/call-api.ts";

const NotFoundSchema = z.looseObject({ error: z.looseObject({ type: z.literal("not_found") }) });

/** Says whether fal.ai has no such thing; without a look at the type, a wrong address would be taken for one that is gone. */
export function isNotFound({ status, body }: ApiAnswer): boolean {
  return status === 404 && NotFoundSchema.safeParse(body).success;
}
