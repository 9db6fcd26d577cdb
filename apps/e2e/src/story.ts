import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type CalendarDate, parseCalendarDate, type StaffRole } from "@soundings/clinical";
import { STORIES } from "@soundings/demo-clinic";
import { readTruth, type Truth } from "./clinic/command.ts";
import { sharedDemo } from "./clinic/open-demo.ts";
import { DEMO, enter, kept, openReal, type Session } from "./clinic/people.ts";
import { type Clinic, openClinic, type RunningClinic } from "./clinic/server.ts";

/** What a page did besides what a story looks at. Everything in it fails the story. */
interface Watch {
  /** Errors of the console that the story itself provokes. */
  expectErrors(pattern: RegExp): void;
}

interface StoryFixtures {
  /** The role of whoever is signed in when the story begins. */
  readonly as: StaffRole | "nobody";
  readonly watch: Watch;
  /** A page in another browser, of nobody or of somebody who is signed in there. */
  readonly elsewhere: (session?: Session) => Promise<Page>;
  readonly today: CalendarDate;
}

interface WorkerFixtures {
  /** The demo clinic that all stories share, or one for real records, empty at first, that a worker has for itself. */
  readonly holds: "demo" | "real" | "nothing";
  readonly clinic: Clinic;
  readonly truth: Truth;
  /** Somebody of a role, signed in once for all stories of a worker. No story may end such a sign-in. */
  readonly signedIn: (role: StaffRole) => Promise<Session>;
}

function watchPage(page: Page, origin: string) {
  const errors: string[] = [];
  const foreign: string[] = [];
  const addresses = new Set<string>();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => {
    const url = new URL(request.url());
    addresses.add(decodeURIComponent(url.href));
    if (url.origin !== origin && !["blob:", "data:"].includes(url.protocol)) foreign.push(url.origin);
  });
  page.on("framenavigated", (frame) => addresses.add(decodeURIComponent(frame.url())));
  return { errors, foreign, addresses };
}

const NAMES = STORIES.flatMap(({ givenName, familyName }) => [givenName, familyName]).map((name) =>
  name.toLowerCase(),
);

export const test = base.extend<StoryFixtures, WorkerFixtures>({
  holds: ["demo", { scope: "worker", option: true }],
  clinic: [
    async ({ holds }, use) => {
      if (holds === "demo") return use(sharedDemo());
      const own: RunningClinic = await openClinic(false);
      await use(own);
      await own.stop();
    },
    { scope: "worker" },
  ],
  truth: [async ({ clinic }, use) => use(await readTruth(clinic)), { scope: "worker" }],
  signedIn: [
    async ({ holds, clinic }, use) => {
      const all = new Map<StaffRole, Promise<Session>>();
      let real: ReturnType<typeof openReal> | undefined;
      const opened = () => {
        real ??= openReal(clinic);
        return real;
      };
      const first = async (role: StaffRole): Promise<Session> => {
        const found = holds === "demo" ? await enter(clinic, DEMO[role]) : (await opened())[role];
        if (found === undefined) throw new Error(`Nobody of this clinic is a ${role}.`);
        return found;
      };
      await use((role) => {
        const session = all.get(role) ?? first(role);
        all.set(role, session);
        return session;
      });
    },
    { scope: "worker" },
  ],
  as: ["director", { option: true }],
  storageState: async ({ as, clinic, signedIn }, use) =>
    use(as === "nobody" ? undefined : kept(clinic.address, await signedIn(as))),
  baseURL: async ({ clinic }, use) => use(clinic.address),
  today: async ({ clinic, signedIn }, use) => {
    const { cookie } = await signedIn("director");
    const answer = await fetch(`${clinic.address}/trpc/site.info`, { headers: { cookie } });
    const { result } = await answer.json();
    const today = parseCalendarDate(result.data.today);
    if (today === null) throw new Error("The clinic does not say what day it is.");
    await use(today);
  },
  elsewhere: async ({ browser, clinic }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (session) => {
      const storageState = session ? kept(clinic.address, session) : { cookies: [], origins: [] };
      const context = await browser.newContext({ storageState });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  watch: [
    async ({ as, context, clinic }, use) => {
      const watched: ReturnType<typeof watchPage>[] = [];
      context.on("page", (page) => watched.push(watchPage(page, clinic.address)));
      // Whoever is not signed in is told so by the first answer.
      const allowed: RegExp[] = as === "nobody" ? [/status of 401/] : [];
      await use({ expectErrors: (pattern) => allowed.push(pattern) });
      const errors = watched.flatMap((page) => page.errors);
      const addresses = watched.flatMap((page) => [...page.addresses]);
      expect.soft(errors.filter((error) => !allowed.some((pattern) => pattern.test(error)))).toEqual([]);
      expect.soft(watched.flatMap((page) => page.foreign)).toEqual([]);
      expect(
        addresses.filter((address) => NAMES.some((name) => address.toLowerCase().includes(name))),
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
