import type {
  AskedCache,
  AskedProcessor,
  Connectors,
  Prevention,
  ProcessorConnector,
  ProcessorTrouble,
} from "../operations/ports.ts";
import type { ApiPlace } from "./processor-calls/call-api.ts";
import type { ProcessorSecret } from "./processor-calls/processor-secret.ts";
import type { ProcessorSecrets } from "./processor-calls/secret-documents.ts";
import { cloudflareConnector } from "./processors/cloudflare/connector.ts";
import { cloudflare } from "./processors/cloudflare/processor.ts";
import { cloudfrontConnector } from "./processors/cloudfront/connector.ts";
import { cloudfront } from "./processors/cloudfront/processor.ts";
import { falConnector } from "./processors/fal/connector.ts";
import { fal } from "./processors/fal/processor.ts";
import { geminiConnector } from "./processors/gemini/connector.ts";
import { gemini } from "./processors/gemini/processor.ts";
import { googleOauthConnector } from "./processors/google-oauth/connector.ts";
import { googleOauth } from "./processors/google-oauth/processor.ts";
import { groqConnector } from "./processors/groq/connector.ts";
import { groq } from "./processors/groq/processor.ts";
import { openaiConnector } from "./processors/openai/connector.ts";
import { openai } from "./processors/openai/processor.ts";
import { openrouterConnector } from "./processors/openrouter/connector.ts";
import { openrouter } from "./processors/openrouter/processor.ts";
import { stripeConnector } from "./processors/stripe/connector.ts";
import { stripe } from "./processors/stripe/processor.ts";

/** What connectors are made of. */
export interface ConnectorPorts {
  readonly secrets: ProcessorSecrets;
  /** Returns the token behind the name of a grant; undefined if it is not kept any more. */
  readonly grantToken: (reference: string) => Promise<string | undefined>;
  /** True on the embedded AWS alone: a secret may then say where a stand-in answers. */
  readonly asksStandIns: boolean;
  readonly now: () => Date;
}

type Make = (secret: ProcessorSecret, ports: ConnectorPorts) => ProcessorConnector | undefined;

/** Every third party with an API that deletes, by its id in a policy; undefined if its secret lacks what it takes. */
const MAKERS: Readonly<Record<string, Make>> = {
  [openai.id]: ({ key, adminKey, projectId, standInUrl }, ports) => {
    const at = (one: string) => placeOf(ports, "https://api.openai.com", "/v1", standInUrl, bearer(one));
    if (key === undefined) return undefined;
    return openaiConnector(at(key), { admin: adminKey === undefined ? undefined : at(adminKey), projectId });
  },
  [openrouter.id]: ({ key, standInUrl }, ports) =>
    key === undefined
      ? undefined
      : openrouterConnector(placeOf(ports, "https://openrouter.ai", "/api/v1", standInUrl, bearer(key))),
  [groq.id]: ({ key, standInUrl }, ports) =>
    key === undefined
      ? undefined
      : groqConnector(placeOf(ports, "https://api.groq.com", "/openai/v1", standInUrl, bearer(key))),
  [gemini.id]: ({ key, standInUrl }, ports) =>
    key === undefined
      ? undefined
      : geminiConnector(
          placeOf(ports, "https://generativelanguage.googleapis.com", "/v1beta", standInUrl, {
            "x-goog-api-key": key,
          }),
        ),
  [fal.id]: ({ key, models = [], standInUrl }, ports) =>
    key === undefined
      ? undefined
      : falConnector(
          placeOf(ports, "https://api.fal.ai", "/v1", standInUrl, { authorization: `Key ${key}` }),
          { models },
        ),
  [stripe.id]: ({ key, way = "delete-customer", standInUrl }, ports) =>
    key === undefined
      ? undefined
      : stripeConnector(placeOf(ports, "https://api.stripe.com", "/v1", standInUrl, bearer(key)), { way }),
  [googleOauth.id]: ({ standInUrl }, ports) =>
    googleOauthConnector(placeOf(ports, "https://oauth2.googleapis.com", "", standInUrl, {}), {
      secretOf: ports.grantToken,
    }),
  [cloudflare.id]: ({ key, zoneId, host, standInUrl }, ports) => {
    if (key === undefined || zoneId === undefined || host === undefined) return undefined;
    const api = placeOf(ports, "https://api.cloudflare.com", "/client/v4", standInUrl, bearer(key));
    return cloudflareConnector({ api, zoneId, edge: { host, ...edgeOf(ports, standInUrl) } });
  },
  [cloudfront.id]: ({ distributionId, host, standInUrl }, ports) => {
    if (distributionId === undefined || host === undefined) return undefined;
    const standIn = edgeOf(ports, standInUrl);
    return cloudfrontConnector({
      ...{ distributionId, edge: { host, ...standIn }, now: ports.now },
      ...(standIn.baseUrl === undefined ? {} : { endpoint: standIn.baseUrl }),
    });
  },
};

/** Returns how third parties are asked, each with what its secret says at that moment. */
export function processorConnectors(ports: ConnectorPorts): Connectors {
  return (processor) => {
    const make = MAKERS[processor];
    return make && bySecret(processor, make, ports);
  };
}

/** Any secret: what is added to a call does not depend on it. */
const ANY_SECRET: ProcessorSecret = {
  key: "none",
  zoneId: "none",
  distributionId: "none",
  host: "none.example",
};

/** Returns what to add when something is sent to a third party that may be kept for so long; undefined if nothing can be. */
export function preventionAt(processor: string, lifetimeSeconds: number): Prevention | undefined {
  const ports: ConnectorPorts = {
    secrets: { read: async () => undefined, forget: () => undefined },
    grantToken: async () => undefined,
    asksStandIns: false,
    now: () => new Date(),
  };
  return MAKERS[processor]?.(ANY_SECRET, ports)?.prevent(lifetimeSeconds);
}

/** Those that drop copies by their addresses. */
const CACHES: readonly string[] = [cloudflare.id, cloudfront.id];

/** Without a secret nothing is sent to anybody; one that was refused is read anew the next time. */
function bySecret(processor: string, make: Make, ports: ConnectorPorts): AskedProcessor {
  const connectorNow = async () => {
    const secret = await ports.secrets.read(processor);
    // What stands in for somebody must never be mistaken for them, and never the other way round.
    const isComplete = secret && ports.asksStandIns === (secret.standInUrl !== undefined);
    return isComplete ? make(secret, ports) : undefined;
  };
  const asking: Asking = async (ask) => {
    const connector = await connectorNow();
    if (!connector) return { trouble: "credentials", why: "there is no secret of it, or it lacks something" };
    const said = await ask(connector);
    if (typeof said === "object" && "trouble" in said && said.trouble === "credentials") {
      ports.secrets.forget(processor);
    }
    return said;
  };
  return {
    processor,
    requestDeletion: (disclosure, key) => asking((one) => one.requestDeletion(disclosure, key)),
    readStatus: (disclosure, job) => asking((one) => one.readStatus(disclosure, job)),
    verify: (disclosure) => asking((one) => one.verify(disclosure)),
    readSetting: async (now) => (await connectorNow())?.readSetting?.(now),
    ...(CACHES.includes(processor) ? { cache: cacheOf(asking) } : {}),
  };
}

type Asking = <Said extends object | string>(
  ask: (connector: ProcessorConnector) => Promise<Said | ProcessorTrouble>,
) => Promise<Said | ProcessorTrouble>;

function cacheOf(asking: Asking): AskedCache {
  return {
    drop: (addresses, key) => asking(async ({ cache }) => cache?.drop(addresses, key) ?? NO_CACHE),
    look: (address) => asking(async ({ cache }) => cache?.look(address) ?? NO_CACHE),
  };
}

const NO_CACHE: ProcessorTrouble = { trouble: "mismatch", why: "it is no cache" };

function bearer(key: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${key}` };
}

function placeOf(
  { asksStandIns, now }: ConnectorPorts,
  origin: string,
  path: string,
  standInUrl: string | undefined,
  authorization: Readonly<Record<string, string>>,
): ApiPlace {
  const base = asksStandIns && standInUrl !== undefined ? standInUrl : origin;
  return { baseUrl: `${base}${path}`, authorization: async () => authorization, now };
}

function edgeOf({ asksStandIns }: ConnectorPorts, standInUrl: string | undefined) {
  return asksStandIns && standInUrl !== undefined ? { baseUrl: standInUrl } : {};
}
