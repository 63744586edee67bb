import type { Policy } from "../policy.ts";
import { publishedHtml } from "./publish-html.ts";
import { publishedMarkdown } from "./publish-markdown.ts";
import { publishedPage } from "./publish-page.ts";

/** Returns the tables of a policy as they are published, by the names of their files. */
export function publishedFiles(
  policy: Policy,
  policyName: string,
  policyDigest: string,
): Readonly<Record<string, string>> {
  const page = publishedPage(policy, policyName, policyDigest);
  return { [`${policyName}.md`]: publishedMarkdown(page), [`${policyName}.html`]: publishedHtml(page) };
}
