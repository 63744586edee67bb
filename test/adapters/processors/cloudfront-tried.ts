import { onTestFinished } from "vitest";
import {
  type CloudfrontContent,
  cloudfrontRoutes,
  emptyCloudfront,
} from "../../../local/stand-ins/cloudfront.ts";
import { type StandInAnswer, type StandInRoute, startStandIn } from "../../../local/stand-ins/stand-in.ts";
import type { ApiPlace } from "../../../shared/adapters/processor-calls/call-api.ts";
import { cloudfrontConnector } from "../../../shared/adapters/processors/cloudfront/connector.ts";
import { disclosureOf } from "./disclosed.ts";

export const HOST = "images.example";
export const DISTRIBUTION = "EDFDVBD6EXAMPLE";
export const HERS = "/images/hers/1.png";
/** Begins as hers does, and is not below it. */
export const HIS = "/images/hers-too/1.png";

export const hers = disclosureOf("cloudfront", "cached-address", `https://${HOST}${HERS}`);

/** Starts a stand-in for one test. */
export async function started(routes: readonly StandInRoute[]) {
  const standIn = await startStandIn(routes);
  onTestFinished(() => standIn.stop());
  return { standIn, connector: connectorAt(standIn.url) };
}

/** The same, with another answer to one method. */
export function answering(method: string, answer: StandInAnswer) {
  const routes = cloudfrontRoutes(withTwo());
  return started(
    routes.map((route) => (route.method === method ? { ...route, answer: () => answer } : route)),
  );
}

/** A distribution that has cached something of two people. */
export function withTwo(): CloudfrontContent {
  const content = emptyCloudfront(DISTRIBUTION);
  content.cached.set(HERS, ["person-hers"]).set(HIS, ["person-his"]);
  return content;
}

export function connectorAt(url: string, { timeoutMs, now }: Partial<ApiPlace> = {}) {
  return cloudfrontConnector({
    distributionId: DISTRIBUTION,
    edge: { host: HOST, baseUrl: url },
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "not-secret" },
    endpoint: url,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(now ? { now } : {}),
  });
}
