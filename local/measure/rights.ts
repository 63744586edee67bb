import { settingsFromOutputs } from "../../client/client-settings.ts";
import { type AwsConfig, letheClient } from "../../client/lethe-client.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { Mechanism } from "../../shared/domain/policy/mechanism.ts";
import { mechanismsNamedBy } from "../../shared/domain/policy/mechanisms-named.ts";
import type { DemoDeployment } from "../demo/demo-deployment.ts";
import { addressOf } from "../demo/people.ts";
import { seedDemo } from "../demo/seed.ts";
import type { Outputs } from "../deployed.ts";
import type { LetheEnd } from "../lethe-command.ts";
import { LOCAL_CREDENTIALS, type LocalAws } from "../local-environment.ts";
import type { LocalMail } from "../mail/local-mail.ts";
import type { Seen } from "../measured.ts";
import { answeredByLetter, isAskedFor } from "./answered-by-letter.ts";
import {
  type Correspondent,
  confirm,
  letterWith,
  linkIn,
  NotAsAsked,
  until,
  write,
} from "./asked-by-mail.ts";

/** Enough of each thing to see that it is gone. */
const OBJECTS = 2;

/** What it takes to write to a deployed service and to see what comes of it. */
export interface RightsRun {
  readonly aws: LocalAws;
  readonly home: string;
  readonly outputs: Outputs;
  readonly mail: LocalMail;
  readonly lethe: (...args: readonly string[]) => Promise<LetheEnd>;
  readonly log: (line: string) => void;
}

/** Writes to the service as its people do, for every way to ask that a promise of its policy names. */
export async function measureRights(demo: DemoDeployment, run: RightsRun): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const mechanism of mechanismsNamedBy(demo.compiled.policy)) {
    const ask = askOf(mechanism);
    if (!ask) continue;
    const person = await somebody(demo, run);
    try {
      run.log(`Writing to ${run.mail.contact} as ${person} ...`);
      const how = await ask(demo, run, { aws: run.aws, mail: run.mail, person });
      seen.push({ mechanism, held: true, how });
    } catch (error) {
      if (!(error instanceof NotAsAsked)) throw error;
      seen.push({ mechanism, held: false, how: error.message });
    }
  }
  return seen;
}

async function somebody(demo: DemoDeployment, { home }: RightsRun): Promise<SubjectId> {
  const wanted = { subjects: 1, objects: OBJECTS };
  const [person] = await seedDemo({ ...demo, home }, wanted, () => undefined);
  if (person === undefined) throw new Error("Nobody was stored.");
  return person;
}

type Ask = (demo: DemoDeployment, run: RightsRun, correspondent: Correspondent) => Promise<string>;

function askOf(mechanism: Mechanism): Ask | undefined {
  if (mechanism.mechanism === "report-of-minor") return reportMinor;
  if (mechanism.mechanism !== "right" && mechanism.mechanism !== "due-date") return undefined;
  if (mechanism.right === "erasure") return mechanism.mechanism === "right" ? askForErasure : undefined;
  if (mechanism.right === "opt-out") return mechanism.mechanism === "right" ? optOut : undefined;
  if (!isAskedFor(mechanism.right)) return undefined;
  return (demo, run, correspondent) => answeredByLetter(demo.compiled.policy, run, correspondent, mechanism);
}

/** By mail, and where the policy has one by the form as well, as somebody else. */
const askForErasure: Ask = async (demo, run, correspondent) => {
  const byMail = await eraseAsAsked(demo, run, correspondent, "by mail from the address on file", () =>
    write(correspondent, { subject: "Privacy Request", text: "Please delete my account." }),
  );
  const right = demo.compiled.policy.rights.find((one) => one.right === "erasure");
  if (!right?.channels.includes("form")) return byMail;
  const other = { ...correspondent, person: await somebody(demo, run) };
  const byForm = await eraseAsAsked(demo, run, other, "by the form", () => fillIn(run, other));
  return `${byMail}; ${byForm}`;
};

/** From the question to the certificate. */
async function eraseAsAsked(
  demo: DemoDeployment,
  { lethe }: RightsRun,
  correspondent: Correspondent,
  how: string,
  ask: () => Promise<unknown>,
): Promise<string> {
  const { person } = correspondent;
  const startedAtMs = performance.now();
  await ask();
  const acknowledgement = await letterWith(correspondent, "/status/");
  const acknowledgedSeconds = secondsSince(startedAtMs);
  const link = linkIn(await letterWith(correspondent, "/confirm/"), "/confirm/");
  const before = await entriesOf(demo, person);
  await fetch(link);
  if ((await entriesOf(demo, person)) < before)
    throw new NotAsAsked("Looking at the link deleted something.");
  await confirm(link, "final");
  await until("end of what was stored", async () =>
    (await entriesOf(demo, person)) === 0 ? true : undefined,
  );
  await letterWith(correspondent, "looked again");
  const status = linkIn(acknowledgement, "/status/");
  const path = await until(
    "certificate on the status page",
    async () => (await (await fetch(status)).text()).match(/certificate\/req_[0-9a-v]{26}/u)?.[0],
  );
  const certificate = await (await fetch(`${status}/${path}`)).text();
  const requestId = path.slice("certificate/".length);
  if ((await lethe("status", requestId, "--json")).exitCode !== 0) {
    throw new NotAsAsked(`Nobody knows of ${requestId}.`);
  }
  if (!certificate.includes(requestId)) throw new NotAsAsked("The certificate is of another request.");
  return `an invented person asked ${how}, was told within ${acknowledgedSeconds} s, opened the link, was told that deletion is final, confirmed, and after ${secondsSince(startedAtMs)} s ${before} entries were gone and the certificate was on their page`;
}

/** Sends the form of the service's own page, as a browser does that runs no script. */
async function fillIn({ outputs }: RightsRun, { person }: Correspondent): Promise<void> {
  const { PagesUrl = "" }: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(outputs));
  const form = `${PagesUrl.replace(/\/$/u, "")}/contact`;
  const page = await (await fetch(form)).text();
  if (!page.includes('value="erase-account"')) throw new NotAsAsked("The form offers no erasure.");
  const body = new URLSearchParams({ address: addressOf(person), ask: "erase-account", text: "" });
  const answer = await fetch(form, { method: "POST", body });
  if (!answer.ok) throw new NotAsAsked(`The form was answered ${answer.status}.`);
}

const optOut: Ask = async (_demo, { outputs, aws }, correspondent) => {
  const flat: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(outputs));
  const config: AwsConfig = {
    endpoint: aws.endpoint,
    credentials: LOCAL_CREDENTIALS,
  };
  const client = letheClient(settingsFromOutputs(flat), config);
  const { person } = correspondent;
  const may = async () => (await client.mayUse(person, "model-training")).allowed;
  if (!(await may())) throw new NotAsAsked("Training was not allowed before anybody objected.");
  await write(correspondent, { subject: "Model Training Opt-Out", text: addressOf(person) });
  await until("objection on record", async () => ((await may()) ? undefined : true));
  await letterWith(correspondent, "/undo/");
  return "an invented person wrote with the named subject line from the address on file, and the service's own code was refused training on their work from then on, without a further step; a letter told them how to undo it";
};

const reportMinor: Ask = async (demo, { lethe }, correspondent) => {
  const { person } = correspondent;
  const before = await entriesOf(demo, person);
  await write(correspondent, { subject: "My account", text: "I am 12 years old and this is my account." });
  await letterWith(correspondent, "/status/");
  const requestId = await until("erasure that waits for a person", async () => {
    const { stdout } = await lethe("requests", "--json");
    const found = /"requestId": "(req_[0-9a-v]{26})"[^}]*?"openedBy": \{[^}]*report-by-mail/su.exec(stdout);
    return found?.[1];
  });
  if ((await entriesOf(demo, person)) < before)
    throw new NotAsAsked("Something went before a person agreed.");
  await until("plan to approve", async () => {
    const { stdout } = await lethe("status", requestId, "--json");
    return stdout.includes("lethe approve") ? true : undefined;
  });
  const approved = await lethe("approve", requestId, "--as", "ada", "--json");
  if (approved.exitCode !== 0) throw new NotAsAsked(`${requestId} could not be approved.`);
  await until("end of what was stored", async () =>
    (await entriesOf(demo, person)) === 0 ? true : undefined,
  );
  return `an invented person wrote from the address on file that they are a child; the account was closed at once, and ${before} entries were erased once a person had approved it`;
};

async function entriesOf({ erased }: DemoDeployment, person: SubjectId): Promise<number> {
  const found = await Promise.all(erased.map(({ finder }) => finder.find(person)));
  return found.reduce((sum, { found: count }) => sum + count, 0);
}

function secondsSince(startedAtMs: number): number {
  return Math.round((performance.now() - startedAtMs) / 100) / 10;
}
