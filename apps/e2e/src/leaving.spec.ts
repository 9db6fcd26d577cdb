import type { Page } from "@playwright/test";
import { colleague } from "./clinic/people.ts";
import { Caseload } from "./pages/caseload.ts";
import { textOf } from "./pages/read.ts";
import { SignIn } from "./pages/sign-in.ts";
import { expect, test } from "./story.ts";

test.use({ as: "nobody" });

const LENA = colleague("Lena Cloverpilot");
const RUBEN = colleague("Ruben Fernpilot");
const SADIE = colleague("Sadie Heatherpilot");
/** Every sign-in of this person is ended here, and nobody else may be signed in as the same. */
const PALOMA = colleague("Paloma Laurelpilot");

const warning = (page: Page) => page.getByRole("dialog", { name: "Are you still there?" });

/** Everything that a screen reader or the title could give away. */
const heard = async (page: Page) => `${await page.title()}\n${await page.locator("body").ariaSnapshot()}`;

/** The server has said until when the sign-in holds. */
const told = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith("/auth/stay") && answer.ok());

async function contactOf(page: Page, recordNumber: string) {
  const begun = told(page);
  await page.goto(`/patients/${recordNumber}/contact`);
  await begun;
  return page.getByLabel("Preferred name");
}

/** Nobody does anything for longer than a sign-in bears. What was typed last is told to the server first. */
async function leaveAlone(page: Page): Promise<void> {
  const heardOf = told(page);
  await page.clock.runFor("01:05");
  await heardOf;
  await page.clock.runFor("15:10");
}

test("before an idle sign-in ends the page asks, and staying is one button", async ({ page }) => {
  await page.clock.install();
  const begun = told(page);
  await new SignIn(page).enter(LENA);
  await begun;
  await page.clock.runFor("13:50");
  await expect(warning(page)).toHaveCount(0);
  await page.clock.runFor(30_000);
  await expect(warning(page)).toBeVisible();
  await expect(warning(page)).toContainText(/You will be signed out in \d+ s/);
  const stayed = told(page);
  await warning(page).getByRole("button", { name: "Stay signed in" }).click();
  await stayed;
  await expect(warning(page)).toHaveCount(0);
  await page.clock.runFor("10:00");
  await expect(warning(page)).toHaveCount(0);
  await expect(new SignIn(page).cover).toHaveCount(0);
});

test("after the idle time no name is left, and what was typed is there again after signing in", async ({
  page,
}) => {
  await page.clock.install();
  const door = new SignIn(page);
  await door.enter(LENA);
  const field = await contactOf(page, "D-20106");
  await field.fill("Bart, typed and not saved");
  expect(await heard(page)).toContain("Cattailspar");

  await leaveAlone(page);
  await expect(door.cover).toBeVisible();
  await expect(door.cover).toContainText("Nobody used this page for a while.");
  await expect(page).toHaveTitle("Signed out · Soundings");
  const covered = await heard(page);
  for (const word of ["Cattailspar", "Bartholomew", "Bart, typed", "D-20106"])
    expect(covered).not.toContain(word);
  await expect(field).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(door.cover).toBeVisible();

  await expect(door.email).toHaveValue(LENA.email);
  await door.password.fill(LENA.password);
  await door.submit.click();
  await expect(door.cover).toHaveCount(0);
  await expect(field).toHaveValue("Bart, typed and not saved");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
});

test("somebody else who signs in on a covered page finds nothing of it", async ({ page }) => {
  await page.clock.install();
  const door = new SignIn(page);
  await door.enter(LENA);
  const field = await contactOf(page, "D-20118");
  await field.fill("typed by somebody else");
  await leaveAlone(page);
  await expect(door.cover).toBeVisible();
  await door.give(SADIE);
  await expect(page).toHaveURL("/caseload?therapist=T-05");
  await new Caseload(page).settled();
  expect(await heard(page)).not.toContain("Mangrovehalyard");
});

test("somebody whose account is disabled is out of an open page within seconds", async ({
  page,
  elsewhere,
  clinic,
  signedIn,
}) => {
  const administrator = await signedIn("administrator");
  const answer = await fetch(`${clinic.address}/trpc/people.page`, {
    headers: { cookie: administrator.cookie },
  });
  const { result } = (await answer.json()) as {
    result: { data: { people: { personId: string; email: string }[] } };
  };
  const personId = result.data.people.find(({ email }) => email === RUBEN.email)?.personId;
  const door = new SignIn(page);
  await door.enter(RUBEN);
  await new Caseload(page).settled();
  const other = await elsewhere();
  await new SignIn(other).enter(RUBEN);
  try {
    await administrator.post("/trpc/people.disable", { personId });
    for (const open of [page, other]) {
      await expect(new SignIn(open).cover).toBeVisible({ timeout: 4_000 });
      expect(await heard(open)).not.toContain("Mangrovesail");
    }
    await door.password.fill(RUBEN.password);
    await door.submit.click();
    await expect(door.problem).toContainText("do not open an account");
  } finally {
    await administrator.post("/trpc/people.enable", { personId });
  }
});

test("signing out everywhere ends every other page of the person, and this one", async ({
  page,
  elsewhere,
}) => {
  const door = new SignIn(page);
  await door.enter(PALOMA);
  const other = await elsewhere();
  await new SignIn(other).enter(PALOMA);
  await new Caseload(other).settled();
  await page.goto("/account");
  await expect(page.getByRole("button", { name: /^End the sign-in on/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Sign out everywhere, here too" }).click();
  await expect(door.heading).toBeVisible();
  await expect(new SignIn(other).cover).toBeVisible({ timeout: 4_000 });
});

test("after signing out the back button shows nothing, and the cookie opens nothing", async ({
  page,
  context,
  clinic,
}) => {
  const door = new SignIn(page);
  await door.enter(SADIE);
  const list = new Caseload(page);
  await list.settled();
  await list.nameOf(list.rows.first()).click();
  const name = await textOf(page.getByRole("heading", { level: 1 }));
  const before = await context.cookies();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(door.heading).toBeVisible();
  for (const _ of ["once", "twice", "thrice"]) {
    await page.goBack();
    await page.waitForLoadState();
    expect(await heard(page)).not.toContain(name);
    await expect(list.table).toHaveCount(0);
  }
  const cookie = before.map(({ name: key, value }) => `${key}=${value}`).join("; ");
  const answer = await fetch(`${clinic.address}/trpc/caseload.page?input={}`, { headers: { cookie } });
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toContain("patientId");
});

test("a page of the same browser goes with the one that signs out", async ({ page, context }) => {
  const door = new SignIn(page);
  await door.enter(SADIE);
  const other = await context.newPage();
  await other.goto("/caseload?therapist=T-05");
  await new Caseload(other).settled();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(door.heading).toBeVisible();
  await expect(new SignIn(other).cover).toBeVisible();
  expect(await heard(other)).not.toMatch(/Eelgrasstiller/);
});
