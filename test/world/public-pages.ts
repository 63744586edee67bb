import type { APIGatewayProxyResult } from "aws-lambda";
import { PageEventSchema } from "../../functions/pages/page-call.ts";
import { answerPage } from "../../functions/pages/page-routes.ts";
import { takeForm } from "../../shared/operations/take-form.ts";
import { takeNeededForm } from "../../shared/operations/take-needed-form.ts";
import { inMemoryForms } from "./forms.ts";
import { type MailWorld, mailWorld } from "./mail-world.ts";

/** How a page is called, as far as it is not a plain look. */
export interface Called {
  readonly method?: string;
  readonly language?: string;
  readonly host?: string;
  /** Where the page that sends it is, as browsers tell. */
  readonly site?: string;
  readonly form?: Readonly<Record<string, string>>;
}

export type PagesWorld = MailWorld & Awaited<ReturnType<typeof pagesOf>>;

/** Returns a service with its public pages, as API Gateway calls them, and every port in memory. */
export async function pagesWorld(policy?: Parameters<typeof mailWorld>[0]): Promise<PagesWorld> {
  const world = await mailWorld(policy);
  return Object.assign(world, await pagesOf(world));
}

async function pagesOf(world: MailWorld) {
  const forms = inMemoryForms();
  const { pagesUrl: _pagesUrl, ...service } = world.service;
  const call = (
    path: string,
    { method, language, host, site, form }: Called = {},
  ): Promise<APIGatewayProxyResult> =>
    answerPage(
      { ...world, forms },
      service,
      PageEventSchema.parse({
        httpMethod: method ?? (form ? "POST" : "GET"),
        ...resourceOf(path),
        headers: {
          Host: host ?? "pages.example",
          ...(language ? { "accept-language": language } : {}),
          ...(site ? { "sec-fetch-site": site } : {}),
        },
        body: form ? new URLSearchParams(form).toString() : null,
      }),
    );
  return {
    forms,
    call,
    /** Takes in every form that waits. */
    async takeForms(): Promise<void> {
      for (const form of forms.waiting.splice(0)) {
        const ports = { ...world, storedForms: forms.stored };
        if (form.schema === "lethe.needed-form/1") await takeNeededForm(ports, world.service, form);
        else await takeForm(ports, world.service, form);
      }
    },
  };
}

/** What API Gateway makes of a path by the resources that the API declares. */
function resourceOf(path: string) {
  const [page = "", secret, certificate, requestId, ...more] = path.split("/").slice(1);
  const hasSecret = ["confirm", "undo", "status", "form"].includes(page) && secret !== undefined;
  if (hasSecret && certificate === undefined)
    return { resource: `/${page}/{secret}`, pathParameters: { secret: decodeURIComponent(secret) } };
  if (page === "status" && certificate === "certificate" && requestId !== undefined && more.length === 0)
    return {
      resource: "/status/{secret}/certificate/{requestId}",
      pathParameters: { secret: decodeURIComponent(secret ?? ""), requestId: decodeURIComponent(requestId) },
    };
  if (secret === undefined && (page === "" || page === "contact")) return { resource: `/${page}` };
  return { resource: "/{proxy+}", pathParameters: { proxy: path.slice(1) } };
}
