import {
  CloudFrontClient,
  CreateInvalidationCommand,
  GetInvalidationCommand,
  type Invalidation,
} from "@aws-sdk/client-cloudfront";
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";
import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type {
  ProcessorAnswer,
  ProcessorConnector,
  ProcessorSight,
  ProcessorTrouble,
} from "../../../operations/ports.ts";
import { cachedFor } from "../../processor-calls/cached-for.ts";
import { isTrouble, safeBase } from "../../processor-calls/call-api.ts";
import {
  addressOnEdge,
  type EdgeAnswer,
  type EdgePlace,
  hasThing,
  lookAtEdge,
  prefixOnEdge,
} from "../../processor-calls/look-at-edge.ts";
import { notAsked } from "../../processor-calls/not-asked.ts";
import { cloudfront } from "./processor.ts";
import { troubleOfCloudfront } from "./trouble.ts";

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-tags.html */
const TAG = /^[!-+\--~]{1,256}$/u;
const DEFAULT_TIMEOUT_MS = 10_000;

/** A distribution and the edge that serves it. */
export interface CloudfrontPlace {
  readonly distributionId: string;
  readonly edge: EdgePlace;
  /** Absent: what the environment gives. */
  readonly credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  /** Absent: that of AWS. */
  readonly endpoint?: string;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** What a record says of a copy, as far as it is asked for here. */
type Copy = Pick<Disclosure, "kind" | "reference">;

/** Returns the cache of one distribution as it is asked: an invalidation is a job, and its end is looked at on the edge. */
export function cloudfrontConnector(place: CloudfrontPlace): ProcessorConnector {
  const { edge } = place;
  const client = clientOf(place);
  const invalidate = (items: readonly string[], idempotencyKey: string) =>
    sent(place, async (abortSignal) => {
      const command = new CreateInvalidationCommand({
        DistributionId: place.distributionId,
        InvalidationBatch: {
          CallerReference: idempotencyKey,
          Paths: { Quantity: items.length, Items: [...items] },
        },
      });
      const { Invalidation } = await client.send(command, { abortSignal });
      return accepted(Invalidation, items, (one) => one.CallerReference === idempotencyKey);
    });
  return {
    processor: cloudfront.id,

    prevent: (lifetimeSeconds) =>
      cachedFor(
        lifetimeSeconds,
        "The smallest lifetime of a cache policy may be longer than the origin says.",
      ),

    async requestDeletion(disclosure, idempotencyKey) {
      const item = itemOf(edge, disclosure);
      if (item === undefined) return notAsked(`The record names no ${disclosure.kind} of this distribution.`);
      return invalidate([item], idempotencyKey);
    },

    async readStatus(disclosure, job) {
      const item = itemOf(edge, disclosure);
      if (item === undefined) return notAsked(`The record names no ${disclosure.kind} of this distribution.`);
      return sent(place, async (abortSignal) => {
        const command = new GetInvalidationCommand({ DistributionId: place.distributionId, Id: job });
        const { Invalidation } = await client.send(command, { abortSignal });
        const answer = accepted(Invalidation, [item], () => Invalidation?.Id === job);
        return Invalidation?.Status === "Completed" && !isTrouble(answer)
          ? completed(await look(edge, disclosure))
          : answer;
      });
    },

    verify: (disclosure) => look(edge, disclosure),

    cache: {
      async drop(addresses, idempotencyKey) {
        const items = addresses.flatMap(
          (reference) => itemOf(edge, { kind: "cached-address", reference }) ?? [],
        );
        const foreign = addresses.length - items.length;
        if (foreign > 0)
          return notAsked(`${foreign} of ${addresses.length} addresses are not of this distribution.`);
        return invalidate(items, idempotencyKey);
      },
      look: (reference) => look(edge, { kind: "cached-address", reference }),
    },
  };
}

/** One try: whoever asks decides when to ask again, and a client that waits by itself would outlast the time limit. */
function clientOf({ endpoint, credentials }: CloudfrontPlace): CloudFrontClient {
  return new CloudFrontClient({
    region: "us-east-1",
    maxAttempts: 1,
    ...(endpoint === undefined ? {} : { endpoint: safeBase(endpoint).href }),
    ...(credentials ? { credentials } : {}),
  });
}

/**
 * Returns what is invalidated, as CloudFront writes it: a path, a path with `*` for all below it, or a tag after `#`.
 * An address with a `*` would stand for others too.
 */
function itemOf(edge: EdgePlace, { kind, reference }: Copy): string | undefined {
  if (kind === "cached-tag") return TAG.test(reference) ? `#${reference}` : undefined;
  if (kind === "cached-prefix") {
    const path = prefixOnEdge(edge, reference);
    return path === undefined ? undefined : `${path}/*`;
  }
  const url = kind === "cached-address" ? addressOnEdge(edge, reference) : undefined;
  return url && !reference.includes("*") ? `${url.pathname}${url.search}` : undefined;
}

async function sent(
  { timeoutMs = DEFAULT_TIMEOUT_MS, now }: CloudfrontPlace,
  call: (abortSignal: AbortSignal) => Promise<ProcessorAnswer | ProcessorTrouble>,
): Promise<ProcessorAnswer | ProcessorTrouble> {
  try {
    return await call(AbortSignal.timeout(timeoutMs));
  } catch (error) {
    return troubleOfCloudfront(error, now?.() ?? new Date());
  }
}

/** An invalidation is ours if it is of what we asked for, and of nothing else. */
function accepted(
  invalidation: Invalidation | undefined,
  items: readonly string[],
  isOurs: (batch: { readonly CallerReference: string | undefined }) => boolean,
): ProcessorAnswer | ProcessorTrouble {
  const batch = invalidation?.InvalidationBatch;
  if (!invalidation?.Id || !batch) return { trouble: "unclear", why: "an answer without an invalidation" };
  const of = batch.Paths?.Items ?? [];
  const isSame = of.length === items.length && items.every((item) => of.includes(item));
  if (!isSame || !isOurs(batch)) {
    return { trouble: "mismatch", why: "it answered about another invalidation" };
  }
  return { outcome: "accepted-unverified", job: invalidation.Id };
}

/** That an invalidation is completed is CloudFront's word; where the edge can be asked, it has to say the same. */
function completed(sight: ProcessorSight | ProcessorTrouble): ProcessorAnswer | ProcessorTrouble {
  if (sight === "absent") return { outcome: "deleted" };
  if (sight === "cannot-look") return { outcome: "accepted-unverified" };
  if (sight === "still-there") return { trouble: "unclear", why: "completed, and the edge still answers it" };
  return sight;
}

async function look(edge: EdgePlace, { kind, reference }: Copy): Promise<ProcessorSight | ProcessorTrouble> {
  // What carried a tag, or lay below a prefix, the record does not say.
  if (kind !== "cached-address") return "cannot-look";
  const address = addressOnEdge(edge, reference);
  if (!address) return notAsked("The record names no address of this distribution.");
  const answer = await lookAtEdge(edge, address);
  return isTrouble(answer) ? answer : sightOf(answer);
}

/**
 * A thing that the origin still gives counts as there, though the edge had none: by answering, the edge has it again. A
 * refusal may be the edge's own, of a link without a signature, so it shows nothing; nor does a page for errors with a
 * status of its own.
 */
function sightOf(answer: EdgeAnswer): ProcessorSight {
  const [cache = ""] = (answer.headers.get("x-cache") ?? "").split(" from cloudfront");
  if (hasThing(answer)) return /^(RefreshHit|Hit|Miss)$/iu.test(cache) ? "still-there" : "cannot-look";
  const isFromCache = /^(RefreshHit|Hit|Miss|Error)$/iu.test(cache);
  return isFromCache && (answer.status === 404 || answer.status === 410) ? "absent" : "cannot-look";
}
