import { createTransport } from "nodemailer";
import { DEMO_SELECTOR } from "./demo-key.ts";

/** A mail of an invented person to the service. */
export interface DemoMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Sends a mail through the door of this machine, as any mail program would.
 *
 * @param privateKeyPem signs it for the sender's domain; without it the mail fails DMARC.
 * @returns the id that the door gave it.
 * @throws what the door answered, if it refused it.
 */
export async function sendDemoMail(
  { from, to, subject, text }: DemoMail,
  { port, privateKeyPem }: { readonly port: number; readonly privateKeyPem?: string },
): Promise<string> {
  const transport = createTransport({
    host: "127.0.0.1",
    port,
    secure: false,
    ignoreTLS: true,
    name: "client.localhost",
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(privateKeyPem === undefined
      ? {}
      : {
          dkim: {
            domainName: from.slice(from.lastIndexOf("@") + 1),
            keySelector: DEMO_SELECTOR,
            privateKey: privateKeyPem,
          },
        }),
  });
  try {
    const { response } = await transport.sendMail({
      from: { name: "", address: from },
      to: { name: "", address: to },
      subject,
      text,
    });
    return /taken as ([0-9a-f]+)/.exec(response)?.[1] ?? "";
  } finally {
    transport.close();
  }
}
