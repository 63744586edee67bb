import type { ListedVersion, Page, StoredUpload } from "./bucket.ts";

const NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

/** Returns text as S3 encodes keys in a listing when it is asked to: a space is a plus sign, a slash stays. */
export function urlEncoded(text: string): string {
  const encoded = encodeURIComponent(text).replaceAll("%20", "+").replaceAll("%2F", "/");
  return encoded.replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Returns how keys are to be written in an answer to this query. */
export function keyWriter(query: URLSearchParams): (key: string) => string {
  return query.get("encoding-type") === "url" ? urlEncoded : escaped;
}

/** Returns the answer to ListObjectVersions. */
export function versionsAnswer(query: URLSearchParams, { listed, next }: Page<ListedVersion>): string {
  const key = keyWriter(query);
  const entries = listed.map((entry) => {
    const name = entry.kind === "version" ? "Version" : "DeleteMarker";
    const size = entry.kind === "version" ? `<Size>${entry.bytes}</Size>` : "";
    return `<${name}><Key>${key(entry.key)}</Key><VersionId>${entry.versionId}</VersionId>${size}</${name}>`;
  });
  const marker = next
    ? `<NextKeyMarker>${key(next.key)}</NextKeyMarker><NextVersionIdMarker>${next.versionId}</NextVersionIdMarker>`
    : "";
  return document("ListVersionsResult", encodingOf(query) + truncation(next) + marker + entries.join(""));
}

/** Returns the answer to ListObjectsV2; the key itself serves as continuation token. */
export function objectsAnswer(query: URLSearchParams, { listed, next }: Page<ListedVersion>): string {
  const key = keyWriter(query);
  const entries = listed.map(
    (entry) => `<Contents><Key>${key(entry.key)}</Key><Size>${entry.bytes}</Size></Contents>`,
  );
  const token = next ? `<NextContinuationToken>${urlEncoded(next.key)}</NextContinuationToken>` : "";
  const count = `<KeyCount>${listed.length}</KeyCount>`;
  return document(
    "ListBucketResult",
    encodingOf(query) + truncation(next) + token + count + entries.join(""),
  );
}

/** Returns the answer to ListMultipartUploads; there are never more than one page of them here. */
export function uploadsAnswer(query: URLSearchParams, uploads: readonly StoredUpload[]): string {
  const key = keyWriter(query);
  const entries = uploads.map(
    (upload) => `<Upload><Key>${key(upload.key)}</Key><UploadId>${upload.uploadId}</UploadId></Upload>`,
  );
  return document("ListMultipartUploadsResult", encodingOf(query) + truncation(undefined) + entries.join(""));
}

/** Returns the answer to DeleteObjects; without names it is the one that Quiet asks for. */
export function deleteAnswer(
  deleted: readonly { readonly key: string; readonly versionId: string }[],
): string {
  const entries = deleted.map(
    ({ key, versionId }) =>
      `<Deleted><Key>${escaped(key)}</Key><VersionId>${versionId}</VersionId></Deleted>`,
  );
  return document("DeleteResult", entries.join(""));
}

/** Returns the answer to CreateMultipartUpload. */
export function uploadAnswer(uploadId: string): string {
  return document("InitiateMultipartUploadResult", `<UploadId>${uploadId}</UploadId>`);
}

/** Returns an answer that refuses. */
export function errorAnswer(code: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}

/** What a DeleteObjects call asks for. */
export interface DeleteCall {
  readonly isQuiet: boolean;
  readonly objects: readonly { readonly key: string; readonly versionId: string | undefined }[];
}

/** Reads the body of DeleteObjects. */
export function readDeleteCall(body: string): DeleteCall {
  const objects = [...body.matchAll(/<Object>(.*?)<\/Object>/gs)].map(([, object = ""]) => ({
    key: plain(/<Key>(.*?)<\/Key>/s.exec(object)?.[1] ?? ""),
    versionId: /<VersionId>(.*?)<\/VersionId>/.exec(object)?.[1],
  }));
  return { isQuiet: body.includes("<Quiet>true</Quiet>"), objects };
}

function document(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="${NAMESPACE}">${content}</${root}>`;
}

function encodingOf(query: URLSearchParams): string {
  return query.get("encoding-type") === "url" ? "<EncodingType>url</EncodingType>" : "";
}

function truncation(next: unknown): string {
  return `<IsTruncated>${next !== undefined}</IsTruncated>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const NAMED = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" } as const;

function plain(text: string): string {
  return text
    .replace(/&#x([0-9a-fA-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#([0-9]+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof NAMED) => NAMED[name]);
}
