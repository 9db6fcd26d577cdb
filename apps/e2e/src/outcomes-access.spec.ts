import type { StaffRole } from "@soundings/clinical";
import { check, open } from "./pages/access.ts";
import { monthBefore, Outcomes } from "./pages/outcomes.ts";
import { inWords, textOf } from "./pages/read.ts";
import { expect, test } from "./story.ts";

/** A question of few months, so that a page is not larger than its kind has to be. */
const PAGES: Readonly<Record<string, string>> = {
  overview: "/outcomes?against=previous_year&program=compass",
  "the people of a number": "/outcomes/patients?program=compass&set=measure/recovery/left-out",
  "groups compared": "/outcomes/compare?by=referral&program=compass",
  "outcomes over time": "/outcomes/time?every=quarter&program=compass",
  "levels of care": "/outcomes/levels?program=compass",
  "data quality": "/outcomes/quality?program=compass",
  method: "/outcomes/method",
  reports: "/outcomes/reports?program=compass",
  "a question that finds nobody": "/outcomes?payer=nobody&program=compass",
};

for (const [name, address] of Object.entries(PAGES)) {
  test(`axe finds nothing: ${name}, wide in light and narrow in dark`, async ({ page, today }) => {
    const from = monthBefore(today, 8);
    const there = `${address}${address.includes("?") ? "&" : "?"}from=${from}&to=${monthBefore(today, 2)}`;
    await open(page, 1440, there);
    await check(page, "light");
    await open(page, 390, there);
    await check(page, "dark");
  });
}

test("axe finds nothing in a report, in its figures and in an open definition", async ({
  page,
  signedIn,
}) => {
  const { post } = await signedIn("director");
  const make = async (): Promise<string> => {
    const { result } = (await post("/trpc/outcomeReports.make", { program: "compass", notes: false })) as {
      readonly result: {
        readonly data: { readonly state: string; readonly answer: { readonly reportId: string } };
      };
    };
    return result.data.state === "ready" ? result.data.answer.reportId : make();
  };
  const reportId = await make();
  await open(page, 390, `/outcomes/reports/${reportId}`);
  await check(page, "light");
  await open(page, 390, "/outcomes/compare?program=compass");
  await page.getByRole("button", { name: "How it is adjusted" }).click();
  await check(page, "dark");
});

const STRANGERS = ["therapist", "prescriber", "front_desk", "administrator"] as const satisfies StaffRole[];

for (const as of STRANGERS) {
  test.describe(`as ${as}`, () => {
    test.use({ as });

    test("program outcomes are in no list of pages, and their addresses say why there is nothing", async ({
      page,
    }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      for (const address of ["/outcomes", "/outcomes/patients?set=discharged", "/outcomes/reports/nothing"]) {
        await page.goto(address);
        await expect(page.getByText("Your roles do not include this.")).toBeVisible();
      }
      const places = page.getByRole("navigation", { name: "Pages" });
      await expect(places.getByRole("link").first()).toBeVisible();
      await expect(places.getByRole("link", { name: "Outcomes" })).toHaveCount(0);
      expect(asked.filter((path) => /\/trpc\/.*outcome/i.test(path))).toEqual([]);
    });
  });
}

test("from the list of pages to a patient behind a number without a pointer", async ({ page }) => {
  const outcomes = new Outcomes(page);
  await outcomes.open("/outcomes?program=tidewater");
  const term = outcomes.measures.getByRole("button").first();
  await term.focus();
  await page.keyboard.press("Enter");
  await expect(term).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "All of the method" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(term).toBeFocused();
  await expect(term).toHaveAttribute("aria-expanded", "false");

  const plot = page.getByRole("slider", { name: "Marks of PHQ-9 severity before and after" });
  await plot.focus();
  const first = await plot.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowRight");
  await expect(plot).not.toHaveAttribute("aria-valuetext", first ?? "");
  await page.keyboard.press("Home");
  await expect(plot).toHaveAttribute("aria-valuetext", first ?? "");

  await outcomes.stepTo("From discharged to analyzed", /^Both questionnaires/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/outcomes/patients?program=tidewater&set=paired-both");
  await outcomes.ready();
  const person = page.locator("[data-row-link]").first();
  await person.waitFor();
  await page.keyboard.press("j");
  await expect(person).toBeFocused();
  const [family = ""] = (await textOf(person)).split(", ");
  await page.keyboard.press("Enter");
  await expect(outcomes.title).toContainText(family);
});

test("a printed page of outcomes has its question as a sentence, and says that it may not leave", async ({
  page,
  today,
}) => {
  const outcomes = new Outcomes(page);
  await outcomes.open("/outcomes?program=headland&sex=female");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.getByText("Internal copy. It may not leave the program.")).toBeVisible();
  const sentence = page.getByText(/^People discharged from .+ from Headland IOP; only sex: Female; as of/);
  await expect(sentence).toBeVisible();
  await expect(sentence).toContainText(`as of ${inWords(today)}.`);
  await expect(outcomes.field("Program")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Program outcomes" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Kept views" })).toBeHidden();
  await expect(outcomes.measures).toBeVisible();
  await expect(page.getByRole("img", { name: "Still in treatment or ended as planned" })).toBeVisible();
});
