import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  emptyGoogleOauth,
  type GoogleOauthContent,
  googleOauthRoutes,
} from "../../../local/stand-ins/google-oauth.ts";
import { type StandIn, startStandIn } from "../../../local/stand-ins/stand-in.ts";
import { googleOauthConnector } from "../../../shared/adapters/processors/google-oauth/connector.ts";
import { describeConnector } from "../../contracts/processor-connector.ts";
import { disclosureOf } from "./disclosed.ts";

const TOKEN = "1//token+of/hers=&token=his";
const secretOf = async (reference: string) =>
  reference === "hers" ? TOKEN : reference === "forgotten" ? undefined : "1//of-nobody";
const grant = disclosureOf("google-oauth", "grant", "hers");

describeConnector("Google sign-in, grant", () => {
  const { tokens } = emptyGoogleOauth();
  tokens.add(TOKEN).add("his");
  return {
    routes: googleOauthRoutes({ tokens }),
    connector: (at) => googleOauthConnector(at, { secretOf }),
    disclosure: grant,
    isThere: () => tokens.has(TOKEN),
    isNeighbourThere: () => tokens.has("his"),
    canLook: false,
  };
});

describe("the connector of Google sign-in", () => {
  let content: GoogleOauthContent;
  let standIn: StandIn;

  beforeEach(async () => {
    content = emptyGoogleOauth();
    content.tokens.add(TOKEN);
    standIn = await startStandIn(googleOauthRoutes(content));
  });
  afterEach(() => standIn.stop());

  const connector = () => googleOauthConnector({ baseUrl: standIn.url }, { secretOf });

  it("sends the token in a form and nothing that names us, and finds it invalid the second time", async () => {
    expect(await connector().requestDeletion(grant, "key-1")).toEqual({ outcome: "accepted-unverified" });
    expect(content.tokens.size).toBe(0);
    expect(await connector().requestDeletion(grant, "key-1")).toEqual({ outcome: "already-absent" });
    expect(standIn.calls).toEqual(["POST /revoke", "POST /revoke"]);
    expect(standIn.undocumented).toEqual([]);
  });

  it("does not take another refusal for a token that is invalid", async () => {
    const routes = [
      {
        method: "POST",
        path: "/revoke",
        body: ["token"],
        answer: () => ({ status: 400, body: { error: "invalid_request" } }),
      },
    ];
    const refusing = await startStandIn(routes);
    const asked = googleOauthConnector({ baseUrl: refusing.url }, { secretOf });
    expect(await asked.requestDeletion(grant, "key-1")).toMatchObject({ trouble: "unclear" });
    await refusing.stop();
  });

  it("asks nothing where the token is not kept any more: only the person can end the grant", async () => {
    const forgotten = disclosureOf("google-oauth", "grant", "forgotten");
    expect(await connector().requestDeletion(forgotten, "key-1")).toMatchObject({
      outcome: "not-possible",
      instead: expect.stringContaining("Google account"),
    });
    expect(standIn.calls).toEqual([]);
  });

  it("asks nothing of a kind that it does not have, and of no job, and adds nothing to a sign-in", async () => {
    const file = disclosureOf("google-oauth", "file", "hers");
    expect(await connector().requestDeletion(file, "key-1")).toMatchObject({ trouble: "mismatch" });
    expect(await connector().readStatus(grant, "job-1")).toMatchObject({ trouble: "mismatch" });
    expect(connector().prevent(60)).toMatchObject({ headers: {}, body: {} });
    expect(standIn.calls).toEqual([]);
  });
});
