/** Somebody was to be erased, and something is not as it must be afterwards. */
export class NotErased extends Error {
  override readonly name = "NotErased";
}
