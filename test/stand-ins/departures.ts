import { z } from "zod";
import type { StandInAnswer, StandInCall, StandInRoute } from "../../local/stand-ins/stand-in.ts";
import { USUAL_HEADERS } from "../../local/stand-ins/stand-in.ts";
import type { Operation } from "./digest/operation.ts";
import type { Facts } from "./facts.ts";
import { operationOf } from "./published.ts";
import { headersInProse, isUnpublished } from "./unpublished.ts";
import { xmlValue } from "./xml-value.ts";

/** One call of a stand-in and what it answered. */
export interface Exchange {
  readonly standIn: string;
  readonly route: StandInRoute;
  readonly call: StandInCall;
  readonly answer: StandInAnswer;
}

/**
 * Returns in what a call, or the answer to it, departs from what the third party publishes; nothing where all is as it is
 * published, or where a list says that nothing is.
 */
export function departuresOf(exchange: Exchange): readonly string[] {
  const { route, call, standIn, answer } = exchange;
  if (isUnpublished(standIn, "calls", route.path)) return [];
  const inPreview = call.headers["stripe-version"]?.endsWith(".preview") === true;
  const operation = operationOf(standIn, route, { inPreview });
  const found = operation
    ? [...inRequest(exchange, operation), ...inAnswer({ standIn, answer }, operation)]
    : ["is published nowhere"];
  return found.map((one) => `${standIn} ${route.method} ${route.path} ${one}`);
}

/** Returns in what an answer departs, whatever the call was. */
export function inAnswer(
  { standIn, answer }: Pick<Exchange, "standIn" | "answer">,
  { answers, errors }: Operation,
): readonly string[] {
  const status = String(answer.status);
  const facts = answers[status] ?? answers[`${status[0]}xx`] ?? answers.default;
  if (facts) {
    const said = answer.text === undefined ? answer.body : xmlValue(answer.text, facts);
    return unlike(facts, said).map((one) => `answered ${status} with ${one}`);
  }
  const code = /<Code>(\w+)<\/Code>/u.exec(answer.text ?? "")?.[1];
  const isKnown = code !== undefined && errors?.[code] === answer.status;
  const isListed = status !== "200" && isUnpublished(standIn, "refusals", code);
  return isKnown || isListed ? [] : [`answers no ${[status, code].join(" ").trim()}`];
}

function inRequest({ standIn, call }: Exchange, { parameters, body }: Operation): readonly string[] {
  const named = (where: string) =>
    parameters.filter((one) => one.in === where).map(({ name }) => name.toLowerCase());
  const queried = [...call.query.keys()].map((name) => name.replace(/\[.*$/u, ""));
  const missing = parameters.filter(
    ({ in: where, name, required }) => where === "query" && required && !queried.includes(name),
  );
  const headers = [...USUAL_HEADERS, ...headersInProse(standIn), ...named("header")];
  return [
    ...queried
      .filter((name) => !named("query").includes(name.toLowerCase()))
      .map((name) => `takes no query ${name}`),
    ...missing.map(({ name }) => `needs the query ${name}`),
    ...Object.keys(call.headers)
      .filter((name) => !headers.includes(name))
      .map((name) => `takes no header ${name}`),
    ...inBody(call, body),
  ];
}

function inBody(call: StandInCall, body: Operation["body"]): readonly string[] {
  if (call.body === undefined) return body?.required ? ["needs a body"] : [];
  if (!body) return ["takes no body"];
  const type = call.headers["content-type"]?.split(";")[0];
  const sent = typeof call.body === "string" ? xmlValue(call.body, body.fields) : nested(call.body);
  return [
    ...(type === body.type ? [] : [`takes ${body.type}, not ${type}`]),
    ...unlike(body.fields, sent).map((one) => `was sent ${one}`),
  ];
}

/** What an answer or a body has that is not as it should be, by where it is in it. */
function unlike(facts: Facts, value: unknown): readonly string[] {
  const { success, error } = z.fromJSONSchema(JSON.parse(JSON.stringify(facts))).safeParse(value);
  const found = (success ? [] : error.issues).map(
    ({ path, message }) =>
      `${path.map((part) => (typeof part === "number" ? "*" : String(part))).join(".") || "a body"}: ${message}`,
  );
  return [...new Set(found)];
}

/** Returns the fields of a form as they are meant, `objects[customers][]` being a list in an object. */
function nested(body: unknown): unknown {
  const fields = Object.entries(typeof body === "object" && body !== null ? body : {});
  if (!fields.some(([name]) => name.includes("["))) return body;
  return Object.fromEntries(
    fields.map(([name, value]) => {
      const [first = "", ...inner] = name.replaceAll("]", "").split("[");
      return [
        first,
        inner.reduceRight<unknown>((held, part) => (part === "" ? [held] : { [part]: held }), value),
      ];
    }),
  );
}
