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

/** Where the invented services are served from by their CDN. */
export const STAND_IN_HOST = "images.example";
const MODEL = "fal-ai/flux/dev";

/** A third party as it stands in: what it was sent, and how it is asked. */
export interface Party {
  readonly routes: readonly StandInRoute[];
  /** What it takes to ask it, without its address. */
  readonly secret: ProcessorSecret;
  /** Kind of what a service sends it. */
  readonly kind: CopyKind;
  /** Takes something that a service sends, under a name. */
  take(name: string): Sent;
  /** Says whether it still has what it was sent, as seen from inside. */
  has(reference: string): boolean;
}

/** How what was sent is called afterwards. */
export interface Sent {
  readonly reference: string;
  /** Of a grant: its token, which stands in no record. */
  readonly token?: string;
}

/** Every third party that stands in, by its id in a policy; each time with nothing in it. */
export const PARTIES: Readonly<Record<string, (now: () => Date) => Party>> = {
  openai: () => {
    const content = emptyOpenai();
    return {
      routes: openaiRoutes(content),
      secret: KEY,
      kind: "response",
      ...named("resp", content.responses),
    };
  },
  openrouter: () => {
    const content = emptyOpenrouter();
    return { routes: openrouterRoutes(content), secret: KEY, kind: "file", ...named("file", content.files) };
  },
  gemini: () => {
    const content = emptyGemini();
    const { take, has } = named("", content.files);
    return {
      ...{ routes: geminiRoutes(content), secret: KEY, kind: "file" },
      take: (name) => ({ reference: `files/${take(name).reference}` }),
      has: (reference) => has(reference.replace("files/", "")),
    };
  },
  groq: () => {
    const content = emptyGroq();
    return { routes: groqRoutes(content), secret: KEY, kind: "batch-file", ...named("file", content.files) };
  },
  fal: (now) => {
    const content = emptyFal();
    return {
      routes: falRoutes(content, now),
      secret: { key: "admin-1", models: [MODEL] },
      kind: "request-payload",
      take(name) {
        content.requests.set(name, {
          ...{ model: MODEL, isStored: true },
          outputFiles: new Set([`https://files.example/${name}.png`]),
        });
        return { reference: name };
      },
      has: (reference) => content.requests.get(reference)?.isStored === true,
    };
  },
  stripe: (now) => {
    const content = emptyStripe();
    return {
      ...{ routes: stripeRoutes(content, now), secret: KEY, kind: "customer" },
      take(name) {
        content.customers.set(`cus_${name}`, newCustomer());
        return { reference: `cus_${name}` };
      },
      has: (reference) => content.customers.get(reference)?.isDeleted === false,
    };
  },
  "google-oauth": () => {
    const content = emptyGoogleOauth();
    return {
      ...{ routes: googleOauthRoutes(content), secret: {}, kind: "grant" },
      take(name) {
        content.tokens.add(`token-${name}`);
        return { reference: `grant-${name}`, token: `token-${name}` };
      },
      has: (reference) => content.tokens.has(reference.replace("grant-", "token-")),
    };
  },
  cloudflare: () => {
    const content = emptyCloudflare("zone-1", STAND_IN_HOST);
    const secret = { ...KEY, zoneId: "zone-1", host: STAND_IN_HOST };
    return { routes: cloudflareRoutes(content), secret, kind: "cached-address", ...cached(content.cached) };
  },
  cloudfront: () => {
    const content = emptyCloudfront("EDFDVBD6EXAMPLE");
    const secret = { distributionId: "EDFDVBD6EXAMPLE", host: STAND_IN_HOST };
    return { routes: cloudfrontRoutes(content), secret, kind: "cached-address", ...cached(content.cached) };
  },
};

const KEY = { key: "stand-in-key" } as const;

function named(prefix: string, ids: Set<string>): Pick<Party, "take" | "has"> {
  return {
    take(name) {
      const id = prefix === "" ? name : `${prefix}_${name}`;
      ids.add(id);
      return { reference: id };
    },
    has: (reference) => ids.has(reference),
  };
}

function cached(paths: Map<string, readonly string[]>): Pick<Party, "take" | "has"> {
  const pathOf = (reference: string) => new URL(reference).pathname;
  return {
    take(name) {
      const reference = `https://${STAND_IN_HOST}/images/${name}/1.png`;
      paths.set(pathOf(reference), []);
      return { reference };
    },
    has: (reference) => paths.has(pathOf(reference)),
  };
}
