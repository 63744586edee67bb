import type { RunningMail } from "./mail/local-mail.ts";
import type { RunningParties } from "./stand-ins/running.ts";

/** Returns what `npm start` says while it stays up: what can be done from another terminal, and what runs beside it. */
export function whatNext(mail: RunningMail | undefined, standIns: RunningParties | undefined): string {
  return [
    "",
    "It stays up until you press Ctrl-C. In another terminal:",
    "  npx lethe outputs                              where everything is",
    "  npx lethe erase --subject person-2 --wait      erase the next one",
    "  npx lethe requests                             what was asked so far",
    "  npx lethe ledger check                         recompute all evidence",
    "  npx lethe clock                                what lives, and what is due next",
    "  npx lethe demo run                             a busy service, its ages and deadlines",
    ...mailLines(mail),
    ...standInLines([...(standIns?.parties ?? [])].map(([id, { standIn }]) => ({ id, url: standIn.url }))),
    "",
  ].join("\n");
}

function mailLines(mail: RunningMail | undefined): readonly string[] {
  if (!mail) return [];
  return [
    "  npx lethe demo mail --help                     write to the service as one of its people",
    "  npx lethe demo answer --help                   answer it as a third party that has no API",
    "",
    `Mail to ${mail.contact} goes in at 127.0.0.1:${mail.doorPort} (SMTP, no TLS).`,
    `What the service writes is at ${mail.mailboxUrl}`,
  ];
}

function standInLines(parties: readonly { readonly id: string; readonly url: string }[]): readonly string[] {
  const [first] = parties;
  if (!first) return [];
  return [
    "",
    "Third parties stand in, each on a port of this machine. None of them is real:",
    ...parties.map(({ id, url }) => `  ${id.padEnd(45)}  ${url}`),
    `  ${"npx lethe demo processor".padEnd(45)}  what each holds, and what it was asked`,
    `  ${`npx lethe demo processor ${first.id} --fault lies`.padEnd(45)}  have one say that it deleted, and keep it`,
  ];
}
