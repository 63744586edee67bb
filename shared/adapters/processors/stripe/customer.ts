import { z } from "zod";
import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type { ProcessorAnswer, ProcessorSight, ProcessorTrouble } from "../../../operations/ports.ts";
import { type ApiAnswer, type ApiPlace, callApi, isTrouble } from "../../processor-calls/call-api.ts";

/**
 * The version in which customers say whether they are redacted:
 * https://docs.stripe.com/changelog/dahlia/2026-06-24/customer-object-redaction-details
 */
export const PREVIEW = { "Stripe-Version": "2026-06-24.preview" } as const;

const MissingSchema = z.looseObject({ error: z.looseObject({ code: z.literal("resource_missing") }) });
/** What else it says, a name and an address among it, is left out. */
const CustomerSchema = z.object({
  id: z.string(),
  deleted: z.literal(true).optional(),
  redaction: z.looseObject({ status: z.string() }).nullish(),
});
type Customer = z.infer<typeof CustomerSchema>;

/** Idempotent by itself, so no key is sent: https://docs.stripe.com/api/customers/delete */
export async function deleteCustomer(
  place: ApiPlace,
  { reference }: Disclosure,
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const answer = await callApi(place, { method: "DELETE", path: ["customers", reference] });
  if (isTrouble(answer)) return answer;
  if (isMissing(answer)) return { outcome: "already-absent" };
  const said = customerIn(answer, reference);
  if ("trouble" in said) return said;
  if (!said.deleted) return { trouble: "unclear", why: "status 200 without the word that it was deleted" };
  return { outcome: "accepted-unverified" };
}

/** "Deleted customers can still be retrieved", and say that they are deleted. */
export function sightOfDeleted(place: ApiPlace, disclosure: Disclosure) {
  return sightOf(place, disclosure, { headers: {}, isGone: ({ deleted }) => deleted === true });
}

/** `processing`, `validated` and no status at all mean that it is still shown: https://docs.stripe.com/privacy/redaction */
export function sightOfRedacted(place: ApiPlace, disclosure: Disclosure) {
  return sightOf(place, disclosure, {
    headers: PREVIEW,
    isGone: ({ redaction }) => redaction?.status === "redacted",
  });
}

/** A wrong address is answered by 404 as well; only the code says that the thing itself is missing. */
export function isMissing({ status, body }: ApiAnswer): boolean {
  return status === 404 && MissingSchema.safeParse(body).success;
}

async function sightOf(
  place: ApiPlace,
  { reference }: Disclosure,
  look: {
    readonly headers: Readonly<Record<string, string>>;
    readonly isGone: (customer: Customer) => boolean;
  },
): Promise<ProcessorSight | ProcessorTrouble> {
  const path = ["customers", reference];
  const answer = await callApi(place, { method: "GET", path, headers: look.headers });
  if (isTrouble(answer)) return answer;
  if (isMissing(answer)) return "absent";
  const customer = customerIn(answer, reference);
  if ("trouble" in customer) return customer;
  return look.isGone(customer) ? "absent" : "still-there";
}

function customerIn({ status, body }: ApiAnswer, id: string): Customer | ProcessorTrouble {
  const customer = CustomerSchema.safeParse(body);
  if (status !== 200 || !customer.success) {
    return { trouble: "unclear", why: `status ${status} without a customer` };
  }
  if (customer.data.id !== id) return { trouble: "mismatch", why: "it answered about another customer" };
  return customer.data;
}
