import { LinkRefused } from "./one-time-token.ts";

/** Our own machine, where nobody listens in between. */
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Returns the link that is written into a letter.
 *
 * @param baseUrl of our pages, from the settings of the deployment; never what a request says in its Host field, which
 *   whoever sends it chooses.
 * @param page what it leads to, such as `confirm`.
 * @param secret as {@link newTokenSecret} made it.
 * @throws {LinkRefused} if the base is not an https address (http: on this machine alone) without query, fragment and name.
 */
export function linkTo(baseUrl: string, page: string, secret: string): string {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isSafe =
    base?.protocol === "https:" || (base?.protocol === "http:" && LOOPBACK.includes(base.hostname));
  const isPlain = base && `${base.search}${base.hash}${base.username}${base.password}` === "";
  if (!base || !isSafe || !isPlain) {
    throw new LinkRefused(`Links cannot begin with ${baseUrl}: set the https address of the public pages.`);
  }
  const path = [page, secret].map(encodeURIComponent).join("/");
  return `${base.origin}${base.pathname.replace(/\/*$/u, "")}/${path}`;
}
