import type { ProcessorSecret } from "../../shared/adapters/processor-calls/processor-secret.ts";
import type { CopyKind } from "../../shared/domain/processors/disclosure.ts";
import { cloudflareRoutes, emptyCloudflare } from "./cloudflare.ts";
import { cloudfrontRoutes, emptyCloudfront } from "./cloudfront.ts";
import { emptyFal, falRoutes } from "./fal.ts";
import { emptyGemini, geminiRoutes } from "./gemini.ts";
import { emptyGoogleOauth, googleOauthRoutes } from "./google-oauth.ts";
import { emptyGroq, groqRoutes } from "./groq.ts";
import { emptyOpenai, openaiRoutes } from "./openai.ts";
import { emptyOpenrouter, openrouterRoutes } from "./openrouter.ts";
import type { StandInRoute } from "./stand-in.ts";
import { stripeRoutes } from "./stripe.ts";
import { emptyStripe, newCustomer } from "./stripe-content.ts";

/** Where an invented service is served from by its CDN, if its policy does not say. */
const STAND_IN_HOST = "images.example";
const PROJECT = "proj_stand_in";
const MODEL = "fal-ai/flux/dev";

/** What a third party was sent, and has. */
interface Holding {
  /** Takes something that a service sends, under a name. */
  take(name: string): Sent;
  /** Has again what it was sent before this program was started anew. */
  putBack(reference: string): void;
  /** Says whether it still has what it was sent, as seen from inside. */
  has(reference: string): boolean;
  /** Returns all that it has. */
  held(): readonly string[];
}

/** A third party as it stands in: what it was sent, and how it is asked. */
export interface Party extends Holding {
  readonly routes: readonly StandInRoute[];
  /** What it takes to ask it, without its address. */
  readonly secret: ProcessorSecret;
  /** Kind of what a service sends it. */
  readonly kind: CopyKind;
}

/** How what was sent is called afterwards. */
export interface Sent {
  readonly reference: string;
  /** Of a grant: its token, which stands in no record. */
  readonly token?: string;
}

/** Every third party that stands in, by its id in a policy; each time with nothing in it. */
export const PARTIES: Readonly<Record<string, (now: () => Date, host?: string) => Party>> = {
  openai: () => {
    const content = emptyOpenai();
    content.retention.projects.set(PROJECT, "organization_default");
    return {
      ...{ routes: openaiRoutes(content), kind: "response" },
      secret: { ...KEY, adminKey: "admin-stand-in", projectId: PROJECT },
      ...named("resp_", content.responses),
    };
  },
  openrouter: () => {
    const content = emptyOpenrouter();
    return { routes: openrouterRoutes(content), secret: KEY, kind: "file", ...named("file_", content.files) };
  },
  gemini: () => {
    const content = emptyGemini();
    const { files } = content;
    return {
      ...{ routes: geminiRoutes(content), secret: KEY, kind: "file" },
      ...holding({
        referenceOf: (name) => `files/${name}`,
        put: (reference) => files.add(reference.replace("files/", "")),
        held: () => [...files].map((name) => `files/${name}`),
      }),
    };
  },
  groq: () => {
    const content = emptyGroq();
    return { routes: groqRoutes(content), secret: KEY, kind: "batch-file", ...named("file_", content.files) };
  },
  fal: (now) => {
    const content = emptyFal();
    const { requests } = content;
    return {
      ...{ routes: falRoutes(content, now), kind: "request-payload" },
      secret: { key: "admin-1", models: [MODEL] },
      ...holding({
        referenceOf: (name) => name,
        put: (name) =>
          requests.set(name, {
            ...{ model: MODEL, isStored: true },
            outputFiles: new Set([`https://files.example/${name}.png`]),
          }),
        held: () => [...requests].flatMap(([name, { isStored }]) => (isStored ? [name] : [])),
      }),
    };
  },
  stripe: (now) => {
    const content = emptyStripe();
    const { customers } = content;
    return {
      ...{ routes: stripeRoutes(content, now), secret: KEY, kind: "customer" },
      ...holding({
        referenceOf: (name) => `cus_${name}`,
        put: (reference) => customers.set(reference, newCustomer()),
        held: () => [...customers].flatMap(([id, { isDeleted }]) => (isDeleted ? [] : [id])),
      }),
    };
  },
  "google-oauth": () => {
    const content = emptyGoogleOauth();
    const { tokens } = content;
    const tokenOf = (reference: string) => reference.replace("grant-", "token-");
    return {
      ...{ routes: googleOauthRoutes(content), secret: {}, kind: "grant" },
      ...holding({
        tokenOf,
        referenceOf: (name) => `grant-${name}`,
        put: (reference) => tokens.add(tokenOf(reference)),
        held: () => [...tokens].map((token) => token.replace("token-", "grant-")),
      }),
    };
  },
  cloudflare: (_, host = STAND_IN_HOST) => {
    const content = emptyCloudflare("zone-1", host);
    const secret = { ...KEY, zoneId: "zone-1", host };
    const holds = cached(content.cached, host);
    return { routes: cloudflareRoutes(content), secret, kind: "cached-address", ...holds };
  },
  cloudfront: (_, host = STAND_IN_HOST) => {
    const content = emptyCloudfront("EDFDVBD6EXAMPLE");
    const secret = { distributionId: "EDFDVBD6EXAMPLE", host };
    const holds = cached(content.cached, host);
    return { routes: cloudfrontRoutes(content), secret, kind: "cached-address", ...holds };
  },
};

const KEY = { key: "stand-in-key" } as const;

function holding({
  referenceOf,
  tokenOf,
  put,
  held,
}: {
  readonly referenceOf: (name: string) => string;
  readonly tokenOf?: (reference: string) => string;
  readonly put: (reference: string) => unknown;
  readonly held: () => readonly string[];
}): Holding {
  return {
    take(name) {
      const reference = referenceOf(name);
      put(reference);
      return { reference, ...(tokenOf === undefined ? {} : { token: tokenOf(reference) }) };
    },
    putBack: put,
    has: (reference) => held().includes(reference),
    held,
  };
}

function named(prefix: string, ids: Set<string>): Holding {
  return holding({
    referenceOf: (name) => `${prefix}${name}`,
    put: (id) => ids.add(id),
    held: () => [...ids],
  });
}

function cached(paths: Map<string, readonly string[]>, host: string): Holding {
  return holding({
    referenceOf: (name) => `https://${host}/images/${name}/1.png`,
    put: (reference) => paths.set(new URL(reference).pathname, []),
    held: () => [...paths.keys()].map((path) => `https://${host}${path}`),
  });
}
