import { sha256Hex } from "../domain/canonical-json.ts";
import type { MailLanguage } from "../domain/mail/intent.ts";
import { addressReference } from "../domain/rights/address-reference.ts";
import { dueDatesOf } from "../domain/rights/due-dates.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { newRightsRequestId } from "../domain/rights/rights-request-id.ts";
import type { Duties, RightsRegister, SubjectKeys } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";
import { planDueDates } from "./watch-due-dates.ts";

export interface OpenRightsRequestPorts {
  readonly duties: Pick<Duties, "put" | "putOnce">;
  readonly rights: RightsRegister;
  readonly subjectKeys: SubjectKeys;
}

/** Who asks what, and where it came from. */
export interface RightsRequestToOpen
  extends Pick<RightsRequest, "right" | "about" | "channel" | "receivedAt"> {
  readonly source: string;
  readonly address: string;
  readonly language: MailLanguage;
  readonly thread?: NonNullable<RightsRequest["thread"]>;
}

/**
 * Opens a rights request, or joins the one that is open of the same address about the same; its dates run from receipt.
 * Opened again for the same message it is the same one, at whatever point it was left.
 */
export async function openRightsRequest(
  ports: OpenRightsRequestPorts,
  { service, region, policy, policyDigest }: RightsService,
  asked: RightsRequestToOpen,
): Promise<RightsRequest> {
  const { source, address, right, about, channel, language, receivedAt, thread } = asked;
  const id = newRightsRequestId(new Date(receivedAt), Buffer.from(sha256Hex(source), "hex"));
  const earlier = await ports.rights.read(id);
  if (earlier) return earlier;
  const key = await ports.subjectKeys.current();
  const request: RightsRequest = {
    schema: "lethe.rights-request/1",
    service,
    region,
    rightsRequestId: id,
    ...{ right, about, channel, language, receivedAt, address },
    addressRef: addressReference(key, service, address),
    ...(thread === undefined ? {} : { thread }),
    dueDates: [...dueDatesOf(policy, right, receivedAt)],
    policyDigest,
    standing: { state: "received" },
    revision: 1,
  };
  // The watch first: a date that is watched for nothing goes by in silence, one that nobody watches is missed.
  await planDueDates(ports.duties, request);
  return (await ports.rights.open(request)).request;
}
