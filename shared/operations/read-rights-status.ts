import type { Progress } from "../domain/requests/erasure-request.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { type LookBehindLinkPorts, lookBehindLink } from "./look-behind-link.ts";
import type { Records, RequestRegister } from "./ports.ts";

export interface ReadRightsStatusPorts extends LookBehindLinkPorts {
  readonly register: Pick<RequestRegister, "read">;
  readonly records: Pick<Records, "readCertificate">;
}

/** What whoever asked may see of their request: states, dates and certificates, nothing of an account. */
export interface RightsStatus {
  readonly request: RightsRequest;
  readonly erasures: readonly {
    readonly requestId: string;
    readonly state: Progress["state"];
    /** Key of the signed certificate, once there is one. */
    readonly certificateKey?: string;
  }[];
}

/**
 * Returns where a request stands, for whoever has the link to it; undefined if the link is none of ours.
 *
 * The link goes to whoever wrote, who has proved nothing: until they have confirmed by the address on file, they see that
 * it came in, whether or not there is anybody who could confirm.
 */
export async function readRightsStatus(
  ports: ReadRightsStatusPorts,
  secret: string,
): Promise<RightsStatus | undefined> {
  const behind = await lookBehindLink(ports, "status", secret);
  if (!behind) return undefined;
  const { request, token } = behind;
  const isWriter = token.isOfOwner === undefined;
  if (isWriter && mayTellOfAnAccount(request)) {
    return { request: { ...request, standing: { state: "received" } }, erasures: [] };
  }
  if (request.standing.state !== "erasing" && request.standing.state !== "answered")
    return { request, erasures: [] };
  const ids = "requestIds" in request.standing ? request.standing.requestIds : [];
  const found = await Promise.all((ids ?? []).map((id) => ports.register.read(id)));
  const erasures = found.flatMap((erasure) => (erasure ? [erasure] : []));
  return {
    request,
    erasures: erasures.map(({ requestId, progress }) => ({
      requestId,
      state: progress.state,
      ...("certificateKey" in progress && progress.certificateKey !== undefined
        ? { certificateKey: progress.certificateKey }
        : {}),
    })),
  };
}

/**
 * Says whether it stands elsewhere for whoever has an account than for whoever has none, and the writer is not known to.
 * What a person wrote them they know.
 */
function mayTellOfAnAccount({ right, channel, provedBy, standing, replies = [] }: RightsRequest): boolean {
  if (provedBy === "writer" || standing.state === "withdrawn") return false;
  const isTold = replies.some(({ letter, sentAt }) => letter !== "extended" && sentAt !== undefined);
  if (isTold && provedBy === undefined) return false;
  return right === "erasure" || channel === "form";
}

/** Returns one of its certificates as it was signed; undefined if there is none. */
export async function readCertificateByStatus(
  ports: ReadRightsStatusPorts,
  secret: string,
  requestId: string,
): Promise<string | undefined> {
  const status = await readRightsStatus(ports, secret);
  const key = status?.erasures.find((erasure) => erasure.requestId === requestId)?.certificateKey;
  return key === undefined ? undefined : ports.records.readCertificate(key);
}
