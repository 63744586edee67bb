/** The grounds on which the law lets an erasure be refused; there are no others. */
export const REFUSAL_GROUNDS = [
  "identity-not-proved",
  "unfounded-or-excessive",
  "freedom-of-expression",
  "legal-obligation",
  "public-health",
  "archiving-or-research",
  "legal-claims",
  "not-applicable",
] as const;

export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** Each ground with its article, in the words that people are shown. */
export const GROUND_TEXTS: Readonly<Record<RefusalGround, string>> = {
  "identity-not-proved":
    "reasonable doubts about who asks were not removed (GDPR Art. 12(6); also 11(2), 12(2))",
  "unfounded-or-excessive":
    "manifestly unfounded or excessive, which whoever refuses has to show (GDPR Art. 12(5)(b))",
  "freedom-of-expression": "freedom of expression and information (GDPR Art. 17(3)(a))",
  "legal-obligation":
    "a law that requires the processing, or a task in the public interest (GDPR Art. 17(3)(b))",
  "public-health": "public interest in the area of public health (GDPR Art. 17(3)(c))",
  "archiving-or-research":
    "archiving in the public interest, research or statistics, which erasure would seriously impair (GDPR Art. 17(3)(d))",
  "legal-claims": "establishment, exercise or defence of legal claims (GDPR Art. 17(3)(e))",
  "not-applicable": "none of the cases of GDPR Art. 17(1)(a) to (f) applies",
};
