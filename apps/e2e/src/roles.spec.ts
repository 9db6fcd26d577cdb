import type { Page } from "@playwright/test";
import { addDays } from "@soundings/clinical";
import { STORIES } from "@soundings/demo-clinic";
import { colleague } from "./clinic/people.ts";
import { Caseload } from "./pages/caseload.ts";
import { mondayBefore, numberIn, textOf } from "./pages/read.ts";
import { SignIn } from "./pages/sign-in.ts";
import { expect, test } from "./story.ts";

const OWN = STORIES.filter(({ therapistId }) => therapistId === "T-01");
const OTHERS = STORIES.filter(({ therapistId }) => therapistId !== "T-01");
const NAMES = STORIES.map(({ givenName, familyName }) => `${givenName} ${familyName}`);

/** Every answer of the server to the page, whole. */
function listenTo(page: Page): string[] {
  const bodies: string[] = [];
  page.on("response", async (response) => {
    if (!/\/(trpc|events|auth)\b/.test(new URL(response.url()).pathname)) return;
    const type = response.headers()["content-type"] ?? "";
    if (type.includes("event-stream")) return;
    bodies.push(await response.text().catch(() => ""));
  });
  return bodies;
}

async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
}

test.describe("a therapist", () => {
  test.use({ as: "therapist" });

  test("has the own patients in the list, its counts and its choices, and nobody else", async ({ page }) => {
    const [stranger] = OTHERS;
    await page.setViewportSize({ width: 1440, height: 3000 });
    const bodies = listenTo(page);
    const list = new Caseload(page);
    await list.open();
    const total = await numberIn(list.heading);
    expect(await list.rows.count()).toBe(total);
    for (const { givenName, familyName } of OWN) {
      await expect(list.row(`${givenName} ${familyName}`)).toBeVisible();
    }
    const staff = page.getByRole("combobox", { name: /^Therapist/ }).getByRole("option");
    expect((await staff.allInnerTexts()).filter((text) => /pilot/.test(text))).toEqual([
      expect.stringContaining("Imani Alderpilot"),
    ]);
    await page.goto("/caseload?therapist=T-02");
    await expect(page.getByText("No patient fits these filters.")).toBeVisible();
    await list.open();
    for (const words of [stranger!.recordNumber, stranger!.familyName]) {
      await list.search.fill(words);
      await expect(page.getByText("No patient fits these filters.")).toBeVisible();
      await expect(page.getByText(`Search “${words}”. Listed are`)).toBeVisible();
    }
    const heard = bodies.join("\n");
    expect(heard).toContain(OWN[0]!.familyName);
    for (const { recordNumber, familyName } of OTHERS) {
      expect([recordNumber, heard.includes(recordNumber), heard.includes(familyName)]).toEqual([
        recordNumber,
        false,
        false,
      ]);
    }
  });

  test("finds at the address of another's patient what stands where there is none", async ({
    page,
    watch,
  }) => {
    watch.expectErrors(/status of (404|403)/);
    const said: string[] = [];
    for (const recordNumber of [OTHERS[0]!.recordNumber, "NOBODY-1"]) {
      for (const place of ["", "/contact", "/consents"]) {
        await page.goto(`/patients/${recordNumber}${place}`);
        const problem = page.getByRole("main").getByRole("alert");
        await expect(problem).toContainText("There is no such patient among those you may see.");
        const main = await textOf(page.getByRole("main"));
        said.push(main.replaceAll(recordNumber, "X").replace(/Request \S+/, ""));
      }
    }
    expect(said.slice(3)).toEqual(said.slice(0, 3));
    await page.goto(`/patients/${OTHERS[0]!.recordNumber}/lookers`);
    await expect(page.getByText("Your roles do not include this.")).toBeVisible();
  });

  test("is refused the pages of others in plain words, without a request for what they hold", async ({
    page,
  }) => {
    const bodies = listenTo(page);
    for (const place of ["people", "covers", "meetings", "programs", "audit", "opened", "running"]) {
      await page.goto(`/admin/${place}`);
      await expect(page.getByText("Your roles do not include this.")).toBeVisible();
    }
    expect(bodies.join("\n")).not.toMatch(/Willowpurser|dataDir|auditHead/);
  });
});

test("a cover shows a colleague's patients for as long as it lasts", async ({
  page,
  elsewhere,
  clinic,
  today,
  signedIn,
}) => {
  const director = await signedIn("director");
  const covering = colleague("Farah Maplepilot");
  const answer = await fetch(`${clinic.address}/trpc/covers.page`, { headers: { cookie: director.cookie } });
  const { result } = (await answer.json()) as {
    result: { data: { people: { personId: string; name: string }[] } };
  };
  const coveringPersonId = result.data.people.find(({ name }) => name === covering.name)?.personId;
  const other = await elsewhere();
  const away = STORIES.find(({ therapistId }) => therapistId === "T-10")!;
  const name = `${away.givenName} ${away.familyName}`;
  await new SignIn(other).enter(covering);
  const list = new Caseload(other);
  await list.open();
  await expect(list.row(name)).toHaveCount(0);

  await page.goto("/admin/covers");
  await page.getByRole("button", { name: "Add a cover" }).click();
  const form = page.getByRole("dialog", { name: "Add a cover" });
  await form.getByLabel("Who is away").selectOption("T-10");
  await form.getByLabel("Who covers").selectOption(coveringPersonId ?? "");
  await form.getByLabel("Last day").fill(addDays(today, 1));
  await form.getByRole("button", { name: "Add cover" }).click();
  await expect(page.getByText(`${covering.name} covers for Oscar Nettlepilot.`)).toBeVisible();

  await list.open();
  await expect(list.row(name)).toBeVisible();
  await other.goto(`/patients/${away.recordNumber}`);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(name);

  await page.getByRole("button", { name: "End the cover for Oscar Nettlepilot" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End cover" }).click();
  await expect(page.getByText(`${covering.name} no longer covers for Oscar Nettlepilot.`)).toBeVisible();
  await other.reload();
  await expect(other.getByRole("main").getByRole("alert")).toContainText("There is no such patient");
  await list.open();
  await expect(list.row(name)).toHaveCount(0);
});

test.describe("the front desk", () => {
  test.use({ as: "front_desk" });

  test("has sessions, who is due and how to reach somebody, and no score on any page or in any answer", async ({
    page,
    today,
  }) => {
    const bodies = listenTo(page);
    await page.goto("/");
    await expect(page).toHaveURL("/schedule");
    await page.goto(`/schedule?on=${mondayBefore(today)}`);
    await settled(page);
    await page.getByRole("link", { name: "Due" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Due" })).toBeVisible();
    await settled(page);
    const contact = page.getByRole("link", { name: /^Contact of/ }).first();
    await contact.click();
    await expect(page.getByRole("heading", { level: 1, name: "Contact" })).toBeVisible();
    await settled(page);

    const heard = bodies.join("\n");
    expect(heard).toMatch(/startsAt|"sessions"/);
    expect(heard).toMatch(/dueOn/);
    for (const word of [
      /"(total|score|severity|item|items|answers|finding|findings|urgency|change|screens?|medications?|note|notes)"/i,
      /phq9|gad7|item_?9|moderate|severe\b/i,
      /opiates|fentanyl|buprenorphine/i,
    ]) {
      expect(heard.match(word)?.[0]).toBeUndefined();
    }
    // An instrument is named, since it is owed; a number beside it is not.
    const instruments = new Set(heard.match(/"instrument":"[^"]+"[^}]*/g) ?? []);
    for (const owed of instruments)
      expect(owed).toMatch(/^"instrument":"[a-z0-9-]+","dueOn":"[\d-]+","overdue":\w+$/);
  });

  test("is refused the caseload, a patient, imports and administration in plain words", async ({ page }) => {
    const bodies = listenTo(page);
    for (const address of [
      "/caseload",
      "/patients/D-20101",
      "/patients/D-20101/consents",
      "/imports",
      "/admin",
    ]) {
      await page.goto(address);
      await expect(page.getByText("Your roles do not include this.")).toBeVisible();
    }
    expect(bodies.join("\n")).not.toMatch(/Larkspurkeel/);
  });
});

test.describe("an administrator", () => {
  test.use({ as: "administrator" });

  test("reads no patient's name anywhere", async ({ page }) => {
    const bodies = listenTo(page);
    for (const place of ["people", "covers", "programs", "audit", "opened", "running"]) {
      await page.goto(`/admin/${place}`);
      await settled(page);
    }
    for (const address of ["/imports", "/gallery", "/account", "/patients/D-20101/lookers"]) {
      await page.goto(address);
      await settled(page);
    }
    const heard = bodies.join("\n");
    expect(heard).toContain("Willowpurser");
    expect(NAMES.flatMap((name) => name.split(" ")).filter((name) => heard.includes(name))).toEqual([]);
    for (const address of [
      "/caseload",
      "/trends",
      "/patients/D-20101",
      "/schedule",
      "/due",
      "/admin/meetings",
    ]) {
      await page.goto(address);
      await expect(page.getByText("Your roles do not include this.")).toBeVisible();
    }
  });
});
