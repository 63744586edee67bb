import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { ErasurePass } from "../../operations/ports.ts";
import { CHANGED, NOT_CHANGED } from "./in-passes.ts";

/** Makes a change that has a condition, and returns whether the item was still as the condition says. */
export async function ifStillSo(change: () => Promise<unknown>): Promise<ErasurePass> {
  try {
    await change();
    return CHANGED;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return NOT_CHANGED;
    throw error;
  }
}
