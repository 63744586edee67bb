import { z } from "zod";

/** Names a promise everywhere: in policies, reports, tests and certificates. */
export const PromiseIdSchema = z
  .string()
  .regex(/^[A-Z]{2}[0-9]{1,2}[a-z]?$/, "write two letters and a number, such as DP2 or IG5a");
