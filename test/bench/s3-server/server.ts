import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import {
  deleteAnswer,
  errorAnswer,
  objectsAnswer,
  readDeleteCall,
  uploadAnswer,
  uploadsAnswer,
  versionsAnswer,
} from "./answers.ts";
import { Bucket } from "./bucket.ts";

const PAGE_MAX = 1000;
const NOT_IN_XML = /[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]|&#x(?:[0-8bcef]|1[0-9a-f]);/iu;

/** An S3 of the calls that an erasure makes, with buckets in memory. */
export interface S3Server {
  /** `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  /** Settings for a client of the AWS SDK. */
  readonly clientConfig: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** Calls answered since the last {@link forgetCalls}, by the names of the API. */
  readonly calls: ReadonlyMap<string, number>;
  forgetCalls(): void;
  newBucket(name: string, settings: { readonly isVersioned: boolean }): Bucket;
  stop(): Promise<void>;
}

interface Answer {
  readonly operation: string;
  readonly status?: number;
  readonly body?: string;
}

/** Starts the server on a free port of this machine. */
export async function startS3Server(): Promise<S3Server> {
  const buckets = new Map<string, Bucket>();
  const calls = new Map<string, number>();
  const server = createServer((request, response) => {
    answerTo(request, buckets).then(
      (answer) => {
        calls.set(answer.operation, (calls.get(answer.operation) ?? 0) + 1);
        reply(response, answer);
      },
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((started) => server.listen(0, "127.0.0.1", started));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const endpoint = `http://127.0.0.1:${port}`;
  const credentials = { accessKeyId: "nobody", secretAccessKey: "nothing" };
  return {
    endpoint,
    clientConfig: { endpoint, region: "eu-central-1", credentials },
    calls,
    forgetCalls: () => calls.clear(),
    newBucket(name, settings) {
      const bucket = new Bucket(settings);
      buckets.set(name, bucket);
      return bucket;
    },
    stop: () =>
      new Promise((stopped, failed) => {
        server.close((error) => (error ? failed(error) : stopped()));
        server.closeAllConnections();
      }),
  };
}

async function answerTo(request: IncomingMessage, buckets: ReadonlyMap<string, Bucket>): Promise<Answer> {
  const body = await text(request);
  // Not read as a URL: that would take `..` and `//` out of a key.
  const [path = "", search = ""] = (request.url ?? "").split("?", 2);
  const [, bucketName = "", ...rest] = path.split("/");
  const bucket = buckets.get(bucketName);
  if (!bucket) return { operation: "NoSuchBucket", status: 404, body: errorAnswer("NoSuchBucket") };
  const key = decodeURIComponent(rest.join("/"));
  const query = new URLSearchParams(search);
  return key === ""
    ? aboutBucket(bucket, request.method, query, body)
    : aboutObject(bucket, request.method, key, query, body);
}

function aboutBucket(
  bucket: Bucket,
  method: string | undefined,
  query: URLSearchParams,
  body: string,
): Answer {
  const prefix = query.get("prefix") ?? "";
  const count = Math.min(Number(query.get("max-keys") ?? PAGE_MAX), PAGE_MAX);
  if (method === "POST" && query.has("delete")) return deleteObjects(bucket, body);
  if (method === "GET" && query.has("versions")) {
    const key = query.get("key-marker");
    const versionId = query.get("version-id-marker") ?? undefined;
    if (versionId === "")
      return { operation: "ListObjectVersions", status: 400, body: errorAnswer("InvalidArgument") };
    const page = bucket.listVersions(prefix, key === null ? undefined : { key, versionId }, count);
    return { operation: "ListObjectVersions", body: versionsAnswer(query, page) };
  }
  if (method === "GET" && query.has("uploads"))
    return { operation: "ListMultipartUploads", body: uploadsAnswer(query, bucket.listUploads(prefix)) };
  if (method === "GET" && query.get("list-type") === "2") {
    const token = query.get("continuation-token");
    const after = token === null ? undefined : decodeURIComponent(token.replaceAll("+", " "));
    return {
      operation: "ListObjectsV2",
      body: objectsAnswer(query, bucket.listCurrent(prefix, after, count)),
    };
  }
  return notKnown;
}

function deleteObjects(bucket: Bucket, body: string): Answer {
  const operation = "DeleteObjects";
  const { isQuiet, objects } = readDeleteCall(body);
  if (objects.length === 0 || objects.length > PAGE_MAX || NOT_IN_XML.test(body))
    return { operation, status: 400, body: errorAnswer("MalformedXML") };
  for (const { key, versionId } of objects) {
    if (versionId === undefined) bucket.deleteCurrent(key);
    else bucket.deleteVersion(key, versionId);
  }
  const deleted = objects.map(({ key, versionId = "null" }) => ({ key, versionId }));
  return { operation, body: deleteAnswer(isQuiet ? [] : deleted) };
}

function aboutObject(
  bucket: Bucket,
  method: string | undefined,
  key: string,
  query: URLSearchParams,
  body: string,
): Answer {
  if (method === "PUT" && query.has("partNumber")) return { operation: "UploadPart" };
  if (method === "PUT") {
    bucket.put(key, Buffer.byteLength(body));
    return { operation: "PutObject" };
  }
  if (method === "POST" && query.has("uploads"))
    return { operation: "CreateMultipartUpload", body: uploadAnswer(bucket.beginUpload(key)) };
  if (method !== "DELETE") return notKnown;
  const uploadId = query.get("uploadId");
  if (uploadId !== null) {
    const operation = "AbortMultipartUpload";
    return bucket.abortUpload(uploadId)
      ? { operation, status: 204 }
      : { operation, status: 404, body: errorAnswer("NoSuchUpload") };
  }
  const versionId = query.get("versionId");
  if (versionId === null) bucket.deleteCurrent(key);
  else bucket.deleteVersion(key, versionId);
  return { operation: "DeleteObject", status: 204 };
}

const notKnown: Answer = { operation: "NotImplemented", status: 501, body: errorAnswer("NotImplemented") };

function reply(response: ServerResponse, { status = 200, body = "" }: Answer): void {
  response.writeHead(status, { "content-type": "application/xml", etag: '"none"' });
  response.end(status === 204 ? undefined : body);
}
