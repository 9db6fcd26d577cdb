import type { CDPSession, Page } from "@playwright/test";
import { inviteUser } from "./clinic/command.ts";
import { codeOf } from "./clinic/people.ts";
import { textOf } from "./pages/read.ts";
import { SignIn } from "./pages/sign-in.ts";
import { expect, test } from "./story.ts";

test.use({ holds: "real", as: "nobody" });

const PASSWORD = "eleven spoons across wet gravel";

const weak = [
  { password: "shortone", says: "That has 8 characters. Choose 12 or more." },
  { password: "password1234", says: /too easy to guess/ },
  { password: "Ines Firstharbor", says: /too easy to guess/ },
];

/** A code that was used is not taken again, so the next one is waited for by the authenticator's own clock. */
async function freshCode(secret: string, used: string): Promise<string> {
  await expect.poll(() => codeOf(secret), { timeout: 35_000 }).not.toBe(used);
  return codeOf(secret);
}

async function chooseFirstPassword(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("Your password is set.")).toBeVisible();
}

test("an administrator made on the command line: link, password, second factor, and back in by each way", async ({
  page,
  clinic,
  watch,
}) => {
  test.setTimeout(150_000);
  watch.expectErrors(/status of (401|410|422)/);
  const person = { name: "Ines Firstharbor", email: "ines.firstharbor@clinic.example", password: PASSWORD };
  const path = await inviteUser(clinic, person, ["administrator"]);
  const door = new SignIn(page);

  await page.goto(path);
  await expect(page.getByText(person.email)).toBeVisible();
  await expect(page).toHaveURL("/link");
  const field = page.getByLabel("New password");
  for (const { password, says } of weak) {
    await field.fill(password);
    await page.getByRole("button", { name: "Set the password" }).click();
    await expect(page.getByText(says)).toBeVisible();
  }
  await field.fill(PASSWORD);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("Your password is set.")).toBeVisible();
  await page.goto("/imports");
  await page.goto(path);
  await expect(page.getByText("This link does not work any more.")).toBeVisible();

  await door.open();
  await door.give(person);
  await expect(page).toHaveURL("/account");
  await expect(page.getByRole("alert")).toContainText("Your role needs a second factor");
  await expect(page.getByRole("navigation", { name: "Pages" }).getByRole("link")).toHaveCount(0);
  await page.goto("/admin/people");
  await expect(page).toHaveURL("/account");

  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  const app = page.getByRole("region", { name: "Authenticator app" });
  await app.getByRole("textbox", { name: /password/i }).fill(PASSWORD);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  const secret = (await textOf(page.locator("code").first())).replaceAll(/\s/g, "");
  await page.getByLabel("Code of the app").fill(codeOf(secret) === "000000" ? "111111" : "000000");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("That code is not right or was used already.")).toBeVisible();
  const first = codeOf(secret);
  await page.getByLabel("Code of the app").fill(first);
  await page.getByRole("button", { name: "Confirm" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).not.toHaveCount(0);
  const [recovery = "", second = ""] = await codes.allInnerTexts();
  expect(recovery).not.toBe(second);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(codes).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText(recovery);
  await page.getByRole("link", { name: "Administration" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();

  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await door.heading.waitFor();
  await door.give(person);
  await expect(door.code).toBeFocused();
  await page.goto("/admin/people");
  await expect(door.heading).toBeVisible();
  await door.give(person);
  await door.giveCode(await freshCode(secret, first));
  await expect(page).toHaveURL("/admin/people");

  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await door.heading.waitFor();
  for (const [code, opens] of [
    [recovery, true],
    [recovery, false],
    [second, true],
  ] as const) {
    await door.open();
    await door.give(person);
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await door.giveCode(code);
    if (opens) {
      await expect(page).toHaveURL("/admin/people");
      await page.getByRole("button", { name: "Sign out", exact: true }).click();
      await door.heading.waitFor();
    } else await expect(door.problem).toContainText("not right or was used already");
  }
});

async function authenticator(page: Page): Promise<CDPSession> {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return client;
}

test("a passkey is the second factor and the way in", async ({ page, clinic }) => {
  const person = {
    name: "Pavel Firstmooring",
    email: "pavel.firstmooring@clinic.example",
    password: PASSWORD,
  };
  await chooseFirstPassword(page, await inviteUser(clinic, person, ["administrator"]));
  const client = await authenticator(page);
  const door = new SignIn(page);
  await door.open();
  await door.give(person);
  await expect(page).toHaveURL("/account");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("A name for this passkey").fill("Machine at the desk");
  await page.getByRole("textbox", { name: /password/i }).fill(PASSWORD);
  await page.getByRole("button", { name: "Make the passkey" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Machine at the desk" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(door.heading).toBeVisible();

  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL("/admin/people");
  await expect(page.getByRole("banner")).toContainText(person.name);

  await page.goto("/account");
  await page.getByRole("button", { name: "Remove the passkey Machine at the desk" }).click();
  await expect(page.getByText("Machine at the desk")).toHaveCount(0);
  await client.detach();
});
