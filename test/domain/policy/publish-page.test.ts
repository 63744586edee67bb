import { describe, expect, it } from "vitest";
import { type Policy, PolicySchema } from "../../../shared/domain/policy/policy.ts";
import { publishedHtml } from "../../../shared/domain/policy/publish/publish-html.ts";
import { publishedMarkdown } from "../../../shared/domain/policy/publish/publish-markdown.ts";
import { publishedPage } from "../../../shared/domain/policy/publish/publish-page.ts";
import { minimalPolicy } from "./minimal-policy.ts";

const DIGEST = "a".repeat(64);
const policy = PolicySchema.parse(minimalPolicy);

function pagesOf(published: Policy) {
  const page = publishedPage(published, "minimal", DIGEST);
  return { markdown: publishedMarkdown(page), html: publishedHtml(page) };
}

describe("the published tables", () => {
  it("are the same each time, and name the policy by its digest", () => {
    expect(pagesOf(policy)).toEqual(pagesOf(structuredClone(policy)));
    expect(pagesOf(policy).html).toContain(DIGEST);
    expect(pagesOf(policy).markdown).toContain(DIGEST);
  });

  it("show every category and every third party, and the kinds of stores instead of their names", () => {
    const { markdown, html } = pagesOf(policy);
    for (const text of [markdown, html]) {
      expect(text).toContain("picture");
      expect(text).toContain("Amazon Web Services");
      expect(text).toContain("file storage (Amazon S3) in eu-central-1");
      expect(text).not.toContain("users/");
    }
  });

  it("give each cell a header to both sides, and run no script", () => {
    const { html } = pagesOf(policy);
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html.match(/<caption>/g)).toHaveLength(3);
    expect(html.match(/<th scope="row">/g)).toHaveLength(
      policy.categories.length + 1 + policy.ownRecords.length,
    );
    expect(html).not.toMatch(/<script|\son\w+=/);
  });

  it("escape whatever a policy says", () => {
    const evil = '<img src=x onerror="x()"> | `a` [b](javascript:c) \n# d';
    const { markdown, html } = pagesOf({
      ...policy,
      service: { ...policy.service, name: evil },
      categories: policy.categories.map((category) => ({ ...category, what: evil })),
      processors: policy.processors.map((one) => ({ ...one, name: evil, purpose: evil, gap: evil })),
    });
    expect(html).not.toContain("<img");
    expect(markdown).not.toContain("<img");
    expect(markdown).not.toMatch(/[^\\]\[b\]/);
    const pipes = markdown.split("\n").filter((line) => line.startsWith("| "));
    const cells = pipes.map((line) => line.replaceAll("\\|", "").split("|").length);
    expect(new Set(cells)).toEqual(new Set([11, 5]));
  });

  it("link to web pages only", () => {
    const { markdown, html } = pagesOf({
      ...policy,
      processors: policy.processors.map((one) => ({ ...one, policyUrl: "javascript:alert(1)" })),
    });
    expect(html).not.toContain("href");
    expect(markdown).not.toContain("](");
  });

  it("say what is not known instead of leaving it out", () => {
    const [first] = policy.processors;
    if (first === undefined) throw new Error("The minimal policy has a processor.");
    const { id, name, role, deletion, readOn, receives } = first;
    const { markdown } = pagesOf({ ...policy, processors: [{ id, name, role, deletion, readOn, receives }] });
    expect(markdown.match(/not stated/g)?.length).toBeGreaterThanOrEqual(5);
    expect(markdown).toContain("no contract on record");
  });

  it("say who chose a number, and how late AWS is by itself", () => {
    const { markdown } = pagesOf({
      ...policy,
      retention: policy.retention.map((rule) => ({
        ...rule,
        limit: { after: { days: 7 }, from: "created" },
        chosenBy: "ours",
      })),
    });
    expect(markdown).toContain("we (the policy text gives no number)");
    expect(markdown).toContain("removes up to a day and more later");
    expect(markdown).toContain("deleted by our clock 24 hours before the time is over");
  });
});
