import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { type ProcessorSecret, ProcessorSecretSchema } from "./processor-secret.ts";

/** A key that was rotated is used after so long at the latest, and at once when the old one is refused. */
const KEPT_MS = 5 * 60_000;

/** What is needed to ask a third party. */
export interface ProcessorSecrets {
  /** Returns it; undefined if there is none, or none that can be read as one. */
  read(processor: string): Promise<ProcessorSecret | undefined>;
  /** Reads it anew the next time: what it says was refused. */
  forget(processor: string): void;
}

/** Returns the name of the secret of a third party. */
export function secretNameOf(service: string, processor: string): string {
  return `lethe/${service}/${processor}`;
}

/** Returns the secrets of a service in Secrets Manager: one document of JSON for each third party, by its name. */
export function secretDocuments(
  client: SecretsManagerClient,
  service: string,
  now: () => Date = () => new Date(),
): ProcessorSecrets {
  const kept = new Map<string, { readonly secret: ProcessorSecret; readonly untilMs: number }>();
  return {
    async read(processor) {
      const known = kept.get(processor);
      if (known && known.untilMs > now().getTime()) return known.secret;
      kept.delete(processor);
      const SecretId = secretNameOf(service, processor);
      const text = await client.send(new GetSecretValueCommand({ SecretId })).then(
        ({ SecretString }) => SecretString,
        (error: unknown) => {
          if (error instanceof ResourceNotFoundException) return undefined;
          throw error;
        },
      );
      const secret = secretIn(text);
      if (secret) kept.set(processor, { secret, untilMs: now().getTime() + KEPT_MS });
      return secret;
    },
    forget(processor) {
      kept.delete(processor);
    },
  };
}

/** What is no such document is as good as none: what is wrong with it nobody may log. */
function secretIn(text: string | undefined): ProcessorSecret | undefined {
  if (text === undefined) return undefined;
  try {
    return ProcessorSecretSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
