import PostalMime, { type Address, addressParser } from "postal-mime";
import type { FromReading } from "../../domain/mail/sender.ts";
import { ALL_HEADERS_BYTES_MAX, DEPTH_MAX } from "./mail-limits.ts";

/** A mail as `postal-mime` reads it. */
export interface PostalMimeReading {
  readonly from: FromReading;
  /** Types of the parts that are not its text, lower case. */
  readonly contentTypes: readonly string[];
}

const OPTIONS = {
  forceRfc822Attachments: true,
  maxRfc822NestingDepth: 0,
  maxNestingDepth: DEPTH_MAX,
  maxHeadersSize: ALL_HEADERS_BYTES_MAX,
} as const;

/** @throws what the parser throws, on limits too. */
export async function readWithPostalMime(raw: Uint8Array): Promise<PostalMimeReading> {
  const { headers, attachments } = await PostalMime.parse(raw, OPTIONS);
  const fields = headers.filter(({ key }) => key === "from");
  const addresses = fields.slice(0, 1).flatMap(({ value }) => addressParser(value));
  return {
    from: {
      fieldCount: fields.length,
      mailboxes: addresses.flatMap(addressesIn),
      hasGroup: addresses.some(({ group }) => group !== undefined),
    },
    contentTypes: attachments.map(({ mimeType }) => mimeType.toLowerCase()),
  };
}

function addressesIn({ address, group }: Address): readonly string[] {
  if (group) return group.flatMap(addressesIn);
  return address ? [address] : [];
}
