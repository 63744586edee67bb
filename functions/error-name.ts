/** As classes and AWS services name their errors; Step Functions writes `States.Timeout`. */
const NAME = /^[A-Za-z][A-Za-z0-9_.]{0,99}$/;

/** A name and nothing else: what does not look like one may be anything, and is not kept. */
export function plainErrorName(name: unknown): string {
  return typeof name === "string" && NAME.test(name) ? name : "UnknownError";
}
