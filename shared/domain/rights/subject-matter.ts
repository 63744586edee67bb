import { canonicalJson } from "../canonical-json.ts";
import { hasEnded, type RightsRequest } from "./rights-request.ts";

/**
 * Returns what a rights request is about as one text: its right and all that is said of it. Of one address at most one is
 * open about it, so that the same mail sent twice is one request.
 */
export function subjectMatterOf({ right, about }: Pick<RightsRequest, "right" | "about">): string {
  return canonicalJson({ right, about });
}

/** Returns a request as it is kept: from its end on without what names the person or tells what they wrote. */
export function asKept(request: RightsRequest): RightsRequest {
  if (!hasEnded(request)) return request;
  const { address: _address, subjectId: _subjectId, thread: _thread, subjectLine: _line, ...kept } = request;
  return kept;
}
