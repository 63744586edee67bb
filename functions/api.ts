import type { APIGatewayProxyResult } from "aws-lambda";
import { z } from "zod";
import type { Actor } from "../shared/domain/requests/erasure-request.ts";
import { hasLocalActors } from "./deployed/settings.ts";

/** Names the member of staff; listened to on the embedded AWS only. */
const LOCAL_ACTOR_HEADER = "x-lethe-actor";

/** What is used of an API Gateway event; who calls is what AWS verified. */
export const ApiEventSchema = z.object({
  body: z.string().nullable(),
  headers: z.record(z.string(), z.string()).nullable(),
  pathParameters: z.record(z.string(), z.string()).nullish(),
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
 */
export function actorOf(event: ApiEvent): Actor | undefined {
  if (hasLocalActors()) {
    const name = headerOf(event, LOCAL_ACTOR_HEADER);
    return name ? { kind: "staff", name } : { kind: "subject" };
  }
  const { userArn } = event.requestContext.identity;
  return userArn ? { kind: "staff", name: userArn } : undefined;
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
