import type { StaffRole } from "@soundings/clinical";
import { Secret, TOTP } from "otpauth";
import { addUser } from "./command.ts";
import type { Clinic } from "./server.ts";

export const PASSWORD = "four harbor lights at dusk";

/** What a person signs in with; the secret is that of an authenticator app. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly secret?: string;
}

const ofDemo = (name: string): Person => ({
  name,
  email: `${name
    .replace(/^Dr\. /, "")
    .replaceAll(" ", ".")
    .toLowerCase()}@clinic.example`,
  password: PASSWORD,
});

/** The first of each role at the demo clinic, as its sign-in page offers them. */
export const DEMO = {
  therapist: ofDemo("Imani Alderpilot"),
  prescriber: ofDemo("Dr. Helen Astersurgeon"),
  director: ofDemo("Marian Olivecaptain"),
  front_desk: ofDemo("Nina Sorrelharbor"),
  administrator: ofDemo("Peter Willowpurser"),
} as const satisfies Record<StaffRole, Person>;

/** Others of the demo clinic, for stories that end a sign-in or change somebody. */
export const colleague = ofDemo;

type Answer = Readonly<Record<string, unknown>>;

/** Somebody's way to the server beside a page: requests as a page of the clinic sends them, with the cookie. */
export interface Session {
  readonly cookie: string;
  post(path: string, body: unknown): Promise<Answer>;
}

async function post(clinic: Clinic, path: string, { body, cookie }: { body: unknown; cookie: string }) {
  const answer = await fetch(`${clinic.address}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: clinic.address, cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  const set = answer.headers.getSetCookie().map((line) => line.split(";", 1)[0] ?? "");
  return { cookie: set.length === 0 ? cookie : set.join("; "), answer: (await answer.json()) as Answer };
}

function session(clinic: Clinic, cookie: string): Session {
  return {
    cookie,
    post: async (path, body) => (await post(clinic, path, { body, cookie })).answer,
  };
}

export const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

/** Signs in with a password, by request. */
export async function enter(clinic: Clinic, { email, password }: Person): Promise<Session> {
  const { cookie, answer } = await post(clinic, "/auth/sign-in", { body: { email, password }, cookie: "" });
  if (answer.outcome !== "signed_in") throw new Error(`${email} is asked for a second factor.`);
  return session(clinic, cookie);
}

/** Signs in and sets up an authenticator app, as a director's or administrator's first sign-in demands. */
async function enroll(clinic: Clinic, person: Person): Promise<Session & { readonly secret: string }> {
  const entered = await enter(clinic, person);
  const { secret } = await entered.post("/auth/totp/begin", { password: person.password });
  if (typeof secret !== "string") throw new Error("No secret was given.");
  await entered.post("/auth/totp/confirm", { code: codeOf(secret) });
  return { ...entered, secret };
}

/** A sign-in as a browser keeps it. */
export function kept(address: string, { cookie }: Session) {
  const { hostname } = new URL(address);
  const cookies = cookie.split("; ").map((pair) => ({
    name: pair.slice(0, pair.indexOf("=")),
    value: pair.slice(pair.indexOf("=") + 1),
    domain: hostname,
    path: "/",
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: "Strict" as const,
  }));
  return { cookies, origins: [] };
}

const FIRST: Person = {
  name: "Ada Firstpurser",
  email: "ada.firstpurser@clinic.example",
  password: "seven kettles under blue ice",
};
const SECOND: Person = {
  name: "Dara Firstcaptain",
  email: "dara.firstcaptain@clinic.example",
  password: "nine ferries beside warm rope",
};

/** The program that the first administrator of a clinic for real records adds before anybody is treated. */
const DAY = {
  name: "Day IOP",
  levelOfCare: "iop",
  timeZone: null,
  plannedWeeksMin: null,
  plannedWeeksMax: null,
  hoursPerWeekMin: null,
  daysPerWeekMin: null,
  daysPerWeekMax: null,
  tracks: [],
  modalities: [],
  screensPerWeek: null,
};

const PRACTICE = {
  focus: [],
  services: [],
  measureEveryDays: 7,
  screening: { specimen: null, random: false },
  schedule: { tapers: false, followsRisk: false, fitsShiftWork: false },
  sessionHours: { min: null, max: null },
  firstWeek: [],
  progressReviewEveryDays: null,
  feeders: [],
  stepDownTo: null,
  returnAfterCrisis: false,
  aftercare: [],
  coordination: [],
  crisisLine: null,
  workingHours: Array.from({ length: 7 }, () => null),
  holidays: [],
  onCall: [],
};

type Opened = Readonly<Partial<Record<StaffRole, Session>>> &
  Readonly<Record<"administrator" | "director", Session>>;

/**
 * The first days of a clinic for real records: an administrator from the command line, who adds the program DAY; then
 * somebody who directs it and administers.
 */
export async function openReal(clinic: Clinic): Promise<Opened> {
  await addUser(clinic, FIRST, ["administrator"]);
  const administrator = await enroll(clinic, FIRST);
  await administrator.post("/trpc/programs.add", { programId: "DAY", core: DAY, practice: PRACTICE });
  await addUser(clinic, SECOND, ["director:DAY", "administrator"]);
  return { administrator, director: await enroll(clinic, SECOND) };
}
