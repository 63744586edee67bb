import type { APIGatewayProxyResult } from "aws-lambda";
import { z } from "zod";
import type { Actor } from "../shared/domain/requests/erasure-request.ts";
import { hasLocalActors } from "./deployed/settings.ts";

/** Names the member of staff; listened to on the embedded AWS only. */
const LOCAL_ACTOR_HEADER = "x-lethe-actor";

/** Where the service's own code calls for the person who is signed in to it. */
const SERVICE_PATH = "/service/";

/** What is used of an API Gateway event; who calls is what AWS verified. */
export const ApiEventSchema = z.object({
  body: z.string().nullable(),
  headers: z.record(z.string(), z.string()).nullable(),
  pathParameters: z.record(z.string(), z.string()).nullish(),
  /** The path as declared, such as `/requests/{requestId}/approval`: which permission the caller needed. */
  resource: z.string().nullish(),
  requestContext: z.object({ identity: z.object({ userArn: z.string().nullish() }) }),
});

export type ApiEvent = z.infer<typeof ApiEventSchema>;

/** Returns an answer of the API as JSON. */
export function answer(statusCode: number, body: Readonly<Record<string, unknown>>): APIGatewayProxyResult {
  return { statusCode, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** Returns the refusal of a request that nothing was done for. */
export function refusal(statusCode: number, error: string, message: string): APIGatewayProxyResult {
  return answer(statusCode, { error, message });
}

/**
 * Returns who calls: on AWS always a member of staff, by the identity whose signature AWS checked. On the embedded
 * AWS, where nothing is checked, the one a header names, and without it the person themselves.
 *
 * Below `/service/` it is the person, who is signed in to the service: only its own roles are allowed to call there.
 */
export function actorOf(event: ApiEvent): Actor | undefined {
  const { userArn } = event.requestContext.identity;
  if (event.resource?.startsWith(SERVICE_PATH)) {
    return userArn || hasLocalActors() ? { kind: "subject" } : undefined;
  }
  if (hasLocalActors()) {
    const name = headerOf(event, LOCAL_ACTOR_HEADER);
    return name ? { kind: "staff", name } : { kind: "subject" };
  }
  return userArn ? { kind: "staff", name: userArn } : undefined;
}

/** Returns the refusal of whoever is no named member of staff; `what` is what only they can do. */
export function onlyStaff(what: string): APIGatewayProxyResult {
  return refusal(
    403,
    "CallerUnknown",
    `Only a named member of staff can ${what}: locally say who with --as NAME.`,
  );
}

/** Returns the body by its schema; undefined if it is no JSON or has another shape. */
export function bodyOf<Body>(event: ApiEvent, schema: z.ZodType<Body>): Body | undefined {
  try {
    return schema.safeParse(JSON.parse(event.body ?? "")).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function headerOf(event: ApiEvent, name: string): string | undefined {
  const found = Object.entries(event.headers ?? {}).find(([header]) => header.toLowerCase() === name);
  return found?.[1];
}
