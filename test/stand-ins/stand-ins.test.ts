import { describe, expect, it } from "vitest";
import { PARTIES } from "../../local/stand-ins/parties.ts";
import { type StandInCall, type StandInRoute, startStandIn } from "../../local/stand-ins/stand-in.ts";
import { inAnswer } from "./departures.ts";
import type { Operation } from "./digest/operation.ts";
import { SOURCES } from "./digest/sources.ts";
import { operationOf, publishedOf } from "./published.ts";
import { headersInProse, isUnpublished, UNPUBLISHED } from "./unpublished.ts";

/** What any third party may refuse with, and what has no thing of that name. */
const REFUSALS = [400, 401, 403, 404, 429, 500];

const ROUTES = Object.entries(PARTIES).flatMap(([id, party]) =>
  party(() => new Date()).routes.map((route) => [id, `${route.method} ${route.path}`, route] as const),
);
const PUBLISHED = ROUTES.flatMap(([id, name, route]) => {
  const operation = operationOf(id, route, { inPreview: route.path.includes("/privacy/") });
  return operation ? [[id, name, route, operation] as const] : [];
});

/** A call of a route about a thing that is not there, by somebody who may ask. */
function aboutNothing(id: string, { path }: StandInRoute): StandInCall {
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => [name, "never-sent"] as const);
  const keys: Readonly<Record<string, string>> = {
    fal: "Key admin-1",
    cloudfront: "AWS4-HMAC-SHA256 Credential=",
  };
  return {
    parts: Object.fromEntries(names),
    query: new URLSearchParams({ endpoint_id: "fal-ai/flux/dev" }),
    headers: {
      ...{ authorization: keys[id] ?? "Bearer admin-1", "x-goog-api-key": "key" },
      ...{ "stripe-version": "2026-06-24.preview", "content-type": "application/x-www-form-urlencoded" },
    },
    body: undefined,
    lies: false,
    neverEnds: false,
  };
}

function namesIn({ parameters }: Operation, where: string): readonly string[] {
  return parameters.filter((one) => one.in === where).map(({ name }) => name.toLowerCase());
}

describe("what stands in for a third party", () => {
  it.each(ROUTES)("of %s answers what is published, or what a list says is not: %s", (id, _name, route) => {
    const isPublished = operationOf(id, route) !== undefined;
    expect([isPublished, isUnpublished(id, "calls", route.path)].filter(Boolean)).toHaveLength(1);
  });

  it("is listed as unpublished only where that is true, and where it stands in at all", () => {
    for (const { standIn, path, what, names = [] } of UNPUBLISHED) {
      const routes = ROUTES.filter(([id, , route]) => id === standIn && (path ?? route.path) === route.path);
      expect(routes, `${standIn} ${path}`).not.toEqual([]);
      if (what === "calls") expect(routes.some(([id, , route]) => operationOf(id, route))).toBe(false);
      const operations = PUBLISHED.filter(([id]) => id === standIn).map(([, , , operation]) => operation);
      const published = operations.flatMap((one) => [
        ...namesIn(one, "header"),
        ...Object.keys(one.errors ?? {}),
      ]);
      expect(published.filter((name) => names.includes(name))).toEqual([]);
    }
  });

  it("has a digest that says where it comes from, as the program that makes it does", () => {
    for (const id of Object.keys(PARTIES).filter((one) => publishedOf(one))) {
      const { sources = [] } = publishedOf(id) ?? {};
      expect(sources.length).toBeGreaterThan(0);
      if (sources.every(({ readBy }) => readBy === "program")) expect(sources).toEqual(SOURCES[id]?.sources);
    }
  });

  it.each(PUBLISHED)("of %s takes no more than is published: %s", (id, _name, route, operation) => {
    const fields = (operation.body?.fields.properties ?? {}) satisfies object;
    const taken = {
      query: (route.query ?? []).map((name) => name.replace(/\[.*$/u, "")),
      headers: route.headers ?? [],
      body: (route.body ?? []).map((name) => name.replace(/\[.*$/u, "")),
    };
    expect(taken.query.filter((name) => !namesIn(operation, "query").includes(name.toLowerCase()))).toEqual(
      [],
    );
    const headers = [...namesIn(operation, "header"), ...headersInProse(id)];
    expect(taken.headers.filter((name) => !headers.includes(name))).toEqual([]);
    expect(taken.body.filter((name) => !(name in fields))).toEqual([]);
  });

  it.each(PUBLISHED)("of %s refuses in the form that is published: %s", (id, _name, route, operation) => {
    const stated = Object.keys(operation.answers);
    const said = REFUSALS.filter((status) =>
      stated.some((one) => one === String(status) || one === "default" || one === `${String(status)[0]}xx`),
    );
    for (const status of said) {
      const answer = route.refused?.(status);
      expect(answer?.status).toBe(status);
      expect(answer && inAnswer({ standIn: id, answer }, operation)).toEqual([]);
    }
  });

  it.each(PUBLISHED)(
    "of %s says in that form that something is not there: %s",
    (id, _name, route, operation) => {
      const answer = route.answer(aboutNothing(id, route));
      expect(inAnswer({ standIn: id, answer }, operation)).toEqual([]);
    },
  );

  it.each(ROUTES)(
    "of %s takes neither a field of the head, nor of the query, that nobody published: %s",
    async (_id, _name, route) => {
      const standIn = await startStandIn([route]);
      const url = `${standIn.url}${route.path.replace(/\{\w+\}/gu, "x")}`;
      const { method } = route;
      const answers = [
        await fetch(url, { method, headers: { "x-invented": "1" } }),
        await fetch(`${url}?invented=1`, { method }),
        await fetch(`${url}/invented`, { method }),
      ];
      await standIn.stop();
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 404]);
      expect(standIn.undocumented).toHaveLength(3);
    },
  );
});
