import { tokenHashOf } from "../domain/rights/one-time-token.ts";
import { type LookBehindLinkPorts, lookBehindLink } from "./look-behind-link.ts";
import type { Tokens } from "./ports.ts";
import { type RecordDecisionPorts, recordDecision } from "./record-decision.ts";
import type { RightsService } from "./rights-service.ts";
import { purposesOf } from "./stop-use.ts";

export interface UndoPorts extends LookBehindLinkPorts, RecordDecisionPorts {
  readonly tokens: Tokens;
}

/**
 * Allows again what somebody had stopped, if the link is theirs; the same link works once.
 *
 * @returns false if the link is over. A link that leads to no account is answered like one that does.
 */
export async function undoStopOfUse(
  ports: UndoPorts,
  service: Omit<RightsService, "pagesUrl">,
  secret: string,
): Promise<boolean> {
  const behind = await lookBehindLink(ports, "undo", secret);
  const hash = tokenHashOf(secret);
  if (!behind || hash === undefined) return false;
  if (!(await ports.tokens.use(hash, ports.clock.now()))) return false;
  const { subjectId: subject } = behind.token;
  if (subject === undefined) return true;
  const compiled = { policy: service.policy, digest: service.policyDigest };
  for (const purpose of purposesOf(service.policy, behind.request.about)) {
    const how = "link in a letter";
    await recordDecision(ports, compiled, {
      subject,
      purpose,
      decided: "agreed",
      how,
      region: service.region,
    });
  }
  return true;
}
