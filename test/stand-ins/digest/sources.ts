import { objectFacts } from "../facts.ts";
import type { Published } from "../published.ts";
import { fromAwsModel } from "./from-aws-model.ts";
import { fromOpenapi } from "./from-openapi.ts";
import { fromProtobuf } from "./from-protobuf.ts";
import { fromTypes } from "./from-types.ts";
import type { Operation, Taken } from "./operation.ts";

/** What is read of one third party. */
interface Source {
  readonly sources: Published["sources"];
  /** Takes the texts of the files that `sources` names, in that order. */
  readonly read: (texts: readonly string[]) => readonly Operation[];
}

const REDACTION_JOBS = "/v1/privacy/redaction_jobs";

/** Where the specification of each third party is published, and what is taken of it. */
export const SOURCES: Readonly<Record<string, Source>> = {
  openai: {
    sources: [
      at(
        "github.com/openai/openai-openapi",
        "f85dbe223d40e1a31cba812ab2d755c7e98a92a3",
        "2026-08-21",
        "MIT",
        "openapi.json",
      ),
    ],
    read: ([text = ""]) => fromOpenapi(JSON.parse(text), OPENAI),
  },
  openrouter: {
    sources: [
      at(
        "github.com/OpenRouterTeam/typescript-sdk",
        "cb9393a896016155780a7fd04d3429ee2317b608",
        "2026-08-22",
        "Apache-2.0",
        ".speakeasy/in.openapi.yaml",
      ),
    ],
    read: ([text = ""]) =>
      fromOpenapi(
        JSON.parse(text),
        ["GET", "DELETE"].map((method) => ({ method, path: "/files/{file_id}", below: "/api/v1" })),
      ),
  },
  groq: {
    // Its specification is nowhere to be had, so the types of its own library are read, which it is made into.
    sources: [at("npm groq-sdk", "1.6.0", "2026-08-27", "Apache-2.0", "resources/files.d.ts")],
    read: ([text = ""]) => [
      ofFile("GET", { "200": fromTypes(text, "FileInfoResponse") }),
      ofFile("DELETE", { "200": fromTypes(text, "FileDeleteResponse") }),
    ],
  },
  gemini: {
    sources: [
      at(
        "npm @google-ai/generativelanguage",
        "4.1.0",
        "2026-09-13",
        "Apache-2.0",
        "build/protos/protos.json",
      ),
    ],
    read: ([text = ""]) =>
      fromProtobuf(JSON.parse(text), "google.ai.generativelanguage.v1beta", [
        ...(["FileService.GetFile", "FileService.DeleteFile", "FileService.ListFiles"] as const),
        ...(["CacheService.GetCachedContent", "CacheService.DeleteCachedContent"] as const),
        "CacheService.ListCachedContents",
      ]),
  },
  stripe: {
    sources: [
      at(
        "github.com/stripe/openapi",
        "63a674638635c68de26b9f3add13e58198f4df44",
        "2023-09-12",
        "MIT",
        "openapi/spec3.yaml",
      ),
      // What is in preview stands in the library for it alone, as far as can be had.
      ...["Customers", "Privacy/RedactionJobs", "Privacy/RedactionJobValidationErrors"].map((file) =>
        at("npm stripe", "22.7.0-beta.1", "2026-09-16", "MIT", `esm/resources/${file}.d.ts`),
      ),
    ],
    read: ([text = "", ...types]) => stripeOperations(JSON.parse(text), types),
  },
  cloudflare: {
    // Later versions are too large for where this one was read.
    sources: [
      at(
        "github.com/cloudflare/api-schemas",
        "cca3064f1aba08cc6cef52fc7b3d3064a9eafcc9",
        "2024-08-06",
        "BSD-3-Clause",
        "openapi.json",
      ),
    ],
    read: ([text = ""]) =>
      fromOpenapi(JSON.parse(text), [
        { method: "POST", path: "/zones/{zone_id}/purge_cache", below: "/client/v4", levels: 3 },
      ]),
  },
  cloudfront: {
    sources: [
      at(
        "pypi botocore",
        "1.43.106",
        "2026-11-10",
        "Apache-2.0",
        "botocore/data/cloudfront/2020-05-31/service-2.json",
      ),
    ],
    read: ([text = ""]) => fromAwsModel(JSON.parse(text), ["CreateInvalidation", "GetInvalidation"]),
  },
};

const OPENAI: readonly Taken[] = [
  ...["/files/{file_id}", "/responses/{response_id}", "/chat/completions/{completion_id}"].flatMap((path) => [
    openai("GET", path),
    openai("DELETE", path),
  ]),
  openai("GET", "/conversations/{conversation_id}"),
  openai("DELETE", "/conversations/{conversation_id}"),
  openai("GET", "/conversations/{conversation_id}/items"),
  openai("DELETE", "/conversations/{conversation_id}/items/{item_id}"),
  openai("GET", "/organization/data_retention"),
  openai("GET", "/organization/projects/{project_id}/data_retention"),
];

/** It documents errors once for all; where one operation names one, it means the inner object of that. */
function openai(method: string, path: string): Taken {
  return { method, path, below: "/v1", levels: path.endsWith("/items") ? 2 : 1, errors: "ErrorResponse" };
}

function at(from: string, version: string, date: string, licence: string, file: string) {
  return { from, version, date, licence, file, readBy: "program" as const };
}

function ofFile(method: string, answers: Operation["answers"]): Operation {
  const parameters = [{ in: "path", name: "file_id", required: true }];
  return { method, path: "/openai/v1/files/{file_id}", parameters, answers };
}

function stripeOperations(document: unknown, [customers = "", jobs = "", errors = ""]: readonly string[]) {
  const stable = fromOpenapi(document, [
    { method: "GET", path: "/v1/customers/{customer}", levels: 1 },
    { method: "DELETE", path: "/v1/customers/{customer}", levels: 1 },
    { method: "GET", path: "/v1/charges/{charge}", levels: 1 },
    { method: "GET", path: "/v1/payment_intents/{intent}", levels: 1 },
  ]);
  const refused = stable[0]?.answers.default ?? {};
  const preview = (
    method: string,
    path: string,
    done: Operation["answers"][string],
    fields: readonly string[] = [],
  ): Operation => ({
    ...{ method, path, inPreview: true },
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => ({ in: "path", name, required: true })),
      ...(method === "GET" ? fields.map((name) => ({ in: "query", name, required: false })) : []),
    ],
    ...(method === "POST" ? { body: formOf(jobs, fields[0] ?? "") } : {}),
    answers: { "200": done, default: refused },
  });
  const job = fromTypes(jobs, "RedactionJob");
  const list = objectFacts(
    {
      object: { enum: ["list"] },
      data: { type: "array", items: fromTypes(errors, "RedactionJobValidationError") },
      has_more: { type: "boolean" },
      url: { type: "string" },
    },
    ["object", "data", "has_more", "url"],
  );
  return [
    ...stable,
    preview(
      "GET",
      "/v1/customers/{customer}",
      {
        anyOf: [fromTypes(customers, "Customer"), fromTypes(customers, "DeletedCustomer")],
      },
      ["expand"],
    ),
    preview("POST", REDACTION_JOBS, job, ["RedactionJobCreateParams"]),
    preview("GET", `${REDACTION_JOBS}/{job}`, job, ["expand"]),
    preview("POST", `${REDACTION_JOBS}/{job}/run`, job, ["RedactionJobRunParams"]),
    preview("POST", `${REDACTION_JOBS}/{job}/validate`, job, ["RedactionJobValidateParams"]),
    preview("POST", `${REDACTION_JOBS}/{job}/cancel`, job, ["RedactionJobCancelParams"]),
    preview("GET", `${REDACTION_JOBS}/{job}/validation_errors`, list, [
      ...["ending_before", "expand", "limit", "starting_after"],
    ]),
  ];
}

function formOf(types: string, name: string): NonNullable<Operation["body"]> {
  return { type: "application/x-www-form-urlencoded", required: false, fields: fromTypes(types, name, 2) };
}
