import { createTransport } from "nodemailer";
import { describe, expect, it } from "vitest";
import { DEMO_SELECTOR, makeDemoKey } from "../../../local/mail/demo-key.ts";
import { receiptVerdicts } from "../../../local/mail/receipt-verdicts.ts";
import { zoneResolver } from "../../../local/mail/zone.ts";

const key = makeDemoKey();
const resolver = zoneResolver(key.publicKey);

/** Returns the mail as it goes over the wire, signed for a domain unless that is left out. */
async function written(
  from: string,
  { signedFor, text = "Delete my data." }: { signedFor?: string; text?: string } = {},
) {
  const dkim = { keySelector: DEMO_SELECTOR, privateKey: key.privateKeyPem };
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
    ...(signedFor === undefined ? {} : { dkim: { ...dkim, domainName: signedFor } }),
  });
  const { message } = await transport.sendMail({
    from,
    to: "privacy@dream-portraits.example",
    subject: "Privacy Request",
    text,
  });
  return Buffer.from(message as unknown as Uint8Array);
}

async function verdictsOf(raw: Buffer, sender: string) {
  return receiptVerdicts(
    { raw, clientIp: "127.0.0.1", helo: "client.localhost", sender },
    { resolver, host: "inbound.localhost" },
  );
}

describe("the verdicts of the mail door", () => {
  it("pass a mail that its sender's domain signed", async () => {
    const raw = await written("person@people.example", { signedFor: "people.example" });
    const { verdicts, dmarcPolicy } = await verdictsOf(raw, "person@people.example");
    expect(verdicts).toMatchObject({ spfVerdict: "FAIL", dkimVerdict: "PASS", dmarcVerdict: "PASS" });
    expect(dmarcPolicy).toBeUndefined();
  });

  it("fail one that nobody signed, or that was changed on its way, and say what the domain asks for", async () => {
    const unsigned = await written("person@people.example");
    expect(await verdictsOf(unsigned, "person@people.example")).toMatchObject({
      verdicts: { dkimVerdict: "GRAY", dmarcVerdict: "FAIL" },
      dmarcPolicy: "reject",
    });
    const signed = await written("person@people.example", { signedFor: "people.example" });
    const changed = Buffer.from(signed.toString().replace("Delete my data.", "Delete my dada."));
    expect((await verdictsOf(changed, "person@people.example")).verdicts.dmarcVerdict).toBe("FAIL");
  });

  it("fail one that another domain signed", async () => {
    const raw = await written("person@people.example", { signedFor: "other.example" });
    expect((await verdictsOf(raw, "person@other.example")).verdicts).toMatchObject({
      dkimVerdict: "PASS",
      dmarcVerdict: "FAIL",
    });
  });

  it("let a domain above sign where the sender's asks for no more, and not where it asks for itself", async () => {
    const of = async (domain: string, from: string) => {
      const raw = await written(from, { signedFor: domain });
      return (await verdictsOf(raw, from)).verdicts.dmarcVerdict;
    };
    expect(await of("people.example", "person@mail.people.example")).toBe("PASS");
    expect(await of("mail.strict.example", "person@strict.example")).toBe("FAIL");
    expect(await of("strict.example", "person@strict.example")).toBe("PASS");
  });

  it("pass one that comes from where the domain sends, and leave open what the domain says nothing of", async () => {
    const office = await written("person@office.example");
    expect((await verdictsOf(office, "person@office.example")).verdicts).toMatchObject({
      spfVerdict: "PASS",
      dmarcVerdict: "PASS",
    });
    const unpublished = await written("person@unpublished.example");
    expect((await verdictsOf(unpublished, "person@unpublished.example")).verdicts.dmarcVerdict).toBe("GRAY");
  });

  it("find the texts by which scanners are tried", async () => {
    const spam = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";
    const virus = ["EICAR", "STANDARD", "ANTIVIRUS", "TEST", "FILE!"].join("-");
    const found = async (text: string) => {
      const { spamVerdict, virusVerdict } = (
        await verdictsOf(await written("person@people.example", { text }), "person@people.example")
      ).verdicts;
      return [spamVerdict, virusVerdict];
    };
    expect(await found("Hello.")).toEqual(["PASS", "PASS"]);
    expect(await found(spam)).toEqual(["FAIL", "PASS"]);
    expect(await found(virus)).toEqual(["PASS", "FAIL"]);
  });
});
