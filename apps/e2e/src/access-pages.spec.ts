import type { Page } from "@playwright/test";
import type { StaffRole } from "@soundings/clinical";
import { arrived, check, open, SCHEMES } from "./pages/access.ts";
import { mondayBefore } from "./pages/read.ts";
import { SignIn } from "./pages/sign-in.ts";
import { expect, test } from "./story.ts";

const PAGES: Readonly<Record<StaffRole | "nobody", Readonly<Record<string, string>>>> = {
  nobody: { "sign-in": "/sign-in", "a link that does not work": "/link#of-nobody" },
  therapist: { account: "/account", "no such patient": "/patients/D-20105" },
  prescriber: {
    due: "/due",
    trends: "/trends?prescriber=R-01",
    "trends of nobody": "/trends?medication=none",
  },
  director: {
    consents: "/patients/D-20101/consents",
    "who looked": "/patients/D-20101/lookers",
    contact: "/patients/D-20101/contact",
    covers: "/admin/covers",
    meetings: "/admin/meetings",
    program: "/admin/programs/compass",
    opened: "/admin/opened",
  },
  front_desk: { sessions: "/schedule?on=EARLIER&program=tidewater", "not in the roles": "/caseload" },
  administrator: {
    people: "/admin/people",
    programs: "/admin/programs",
    "new program": "/admin/programs/-new",
    audit: "/admin/audit?event=person_invited",
    running: "/admin/running",
    "imports without values": "/imports",
  },
};

for (const [as, pages] of Object.entries(PAGES)) {
  test.describe(`as ${as}`, () => {
    test.use({ as: as as StaffRole | "nobody" });
    for (const [name, address] of Object.entries(pages)) {
      test(`axe finds nothing: ${name}, wide in light and narrow in dark`, async ({ page, today, watch }) => {
        watch.expectErrors(/status of (404|410)/);
        const there = address.replace("EARLIER", mondayBefore(today));
        await open(page, 1440, there);
        await check(page, "light");
        await open(page, 390, there);
        await check(page, "dark");
      });
    }
  });
}

/** What stands in front of a page, and how it is brought there. */
const DIALOGS: Readonly<Record<string, { as: StaffRole; address: string; button: string | RegExp }>> = {
  "opening a patient from outside": {
    as: "therapist",
    address: "/caseload?q=no-such-record",
    button: /^Open a patient who is not yours/,
  },
  "inviting a person": { as: "administrator", address: "/admin/people", button: "Invite a person" },
  "the steps of an account": {
    as: "administrator",
    address: "/admin/people",
    button: "Account of Carl Thymeharbor",
  },
  "a cover": { as: "director", address: "/admin/covers", button: "Add a cover" },
  "a team meeting": {
    as: "director",
    address: "/admin/meetings",
    button: "Add a meeting",
  },
  "a consent": { as: "director", address: "/patients/D-20101/consents", button: "Record a consent" },
  "a disclosure": {
    as: "director",
    address: "/patients/D-20101/consents",
    button: "Let records leave the program",
  },
};

async function openDialog(page: Page, width: number, { address, button }: (typeof DIALOGS)[string]) {
  await open(page, width, address);
  await page.getByRole("button", { name: button }).first().click();
  await page.getByRole("dialog").waitFor();
}

for (const [name, dialog] of Object.entries(DIALOGS)) {
  test.describe(`as ${dialog.as}`, () => {
    test.use({ as: dialog.as });
    test(`axe finds nothing in front of a page: ${name}`, async ({ page }) => {
      await openDialog(page, 1440, dialog);
      await check(page, "light");
      await openDialog(page, 390, dialog);
      await check(page, "dark");
    });
  });
}

test.describe("a page that was left alone", () => {
  test.use({ as: "nobody" });

  test("axe finds nothing in the warning and on the cover", async ({ page }) => {
    await page.clock.install();
    const begun = page.waitForResponse((answer) => answer.url().endsWith("/auth/stay") && answer.ok());
    const door = new SignIn(page);
    await door.enter({ email: "kenji.juniperpilot@clinic.example", password: "four harbor lights at dusk" });
    await arrived(page);
    await begun;
    await page.clock.runFor("14:20");
    await expect(page.getByRole("dialog", { name: "Are you still there?" })).toBeVisible();
    await page.setViewportSize({ width: 390, height: 900 });
    for (const scheme of SCHEMES) await check(page, scheme);
    await page.clock.runFor("01:00");
    await expect(door.cover).toBeVisible();
    for (const scheme of SCHEMES) await check(page, scheme);
  });
});
