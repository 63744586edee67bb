/**
 * Returns an address that a record names, if it is one of HTTPS in the one form that everybody keeps it in, without anybody's
 * name or a fragment: in another form it might stand for something else than was recorded.
 */
export function plainAddress(reference: string): URL | undefined {
  if (!URL.canParse(reference)) return undefined;
  const url = new URL(reference);
  const isPlain = url.href === reference && url.username === "" && url.hash === "";
  return isPlain && url.protocol === "https:" ? url : undefined;
}
