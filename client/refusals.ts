import type { ReIdentificationFinding } from "../shared/domain/anonymisation/re-identification-rules.ts";
import type { Purpose } from "../shared/domain/policy/category.ts";

/** Findings named in a message; all of them are in the error. */
const NAMED_MAX = 10;

/** It could not be found out whether a use is allowed, so it is not. */
export class DecisionsUnreadable extends Error {
  override readonly name = "DecisionsUnreadable";

  constructor(purpose: Purpose, options: ErrorOptions) {
    super(
      `Whether data may be used for ${purpose} could not be read, so it may not: the cause says what failed; the role needs the managed policy of the output ClientPolicyArn.`,
      options,
    );
  }
}

/** The person does not allow the use; nothing was given out. */
export class UseRefused extends Error {
  override readonly name = "UseRefused";

  constructor(purpose: Purpose, because: string) {
    super(`Not to be used for ${purpose}: ${because}.`);
  }
}

/** A category is not declared as anonymised, so there are no numbers to test it by; nothing was given out. */
export class NotDeclaredAnonymised extends Error {
  override readonly name = "NotDeclaredAnonymised";

  constructor(category: string) {
    super(
      `The policy does not declare the category ${category} as anonymised: give it \`anonymised\` with the smallest group and the columns that together identify.`,
    );
  }
}

/** Rows lead back to a person; none was given out. */
export class LeadsBackToAPerson extends Error {
  override readonly name = "LeadsBackToAPerson";
  readonly findings: readonly ReIdentificationFinding[];

  constructor(category: string, findings: readonly ReIdentificationFinding[]) {
    const named = findings
      .slice(0, NAMED_MAX)
      .map(({ columns, what, rows }) => `${columns.join(" + ") || "the table"}: ${what} (${rows} rows)`);
    super(
      `Rows of ${category} lead back to a person. ${named.join("; ")}. Leave columns out, coarsen them, or leave small groups out.`,
    );
    this.findings = findings;
  }
}

/** The API did not take a request; nothing was changed. */
export class ErasureRefused extends Error {
  override readonly name = "ErasureRefused";
  /** What the API calls the reason, such as `frozen-already`. */
  readonly because: string | undefined;

  constructor(statusCode: number, because: string | undefined, message: string | undefined) {
    super(
      message ??
        `The API answered ${statusCode}: the role needs the managed policy of the output RequestErasurePolicyArn.`,
    );
    this.because = because;
  }
}

/** The API had no room for a call, also when it was made again; nothing was changed that asking again would repeat. */
export class ApiBusy extends Error {
  override readonly name = "ApiBusy";

  constructor(statusCode: number) {
    super(`The API answered ${statusCode}, several times: too many call at once. Ask again later.`);
  }
}
