import { colleague, DEMO, PASSWORD } from "./clinic/people.ts";
import { Caseload } from "./pages/caseload.ts";
import { PatientPage } from "./pages/patient.ts";
import { textOf } from "./pages/read.ts";
import { SignIn } from "./pages/sign-in.ts";
import { expect, test } from "./story.ts";

test.use({ as: "nobody" });

/** Where the day of each role begins, and what of the navigation it has. */
const FIRST_PAGES = {
  therapist: {
    button: "Therapist Imani Alderpilot",
    address: "/caseload?therapist=T-01",
    pages: ["Caseload", "Trends", "Sessions", "Due", "Imports"],
  },
  prescriber: {
    button: "Prescriber Dr. Helen Astersurgeon",
    address: "/caseload?prescriber=R-01",
    pages: ["Caseload", "Trends", "Sessions", "Due", "Imports"],
  },
  director: {
    button: "Director Marian Olivecaptain",
    address: "/caseload",
    pages: ["Caseload", "Trends", "Outcomes", "Sessions", "Due", "Imports", "Administration"],
  },
  front_desk: {
    button: "Front desk Nina Sorrelharbor",
    address: "/schedule",
    pages: ["Sessions", "Due"],
  },
  administrator: {
    button: "Administrator Peter Willowpurser",
    address: "/admin/people",
    pages: ["Imports", "Administration"],
  },
} as const;

for (const [role, { button, address, pages }] of Object.entries(FIRST_PAGES)) {
  test(`a ${role} of the demo clinic gets in by one button, to where the day begins`, async ({ page }) => {
    const door = new SignIn(page);
    await door.open();
    await page.getByRole("button", { name: button }).click();
    await expect(page).toHaveURL(address);
    const navigation = page.getByRole("navigation", { name: "Pages" });
    await expect(navigation.getByRole("link")).toHaveText([...pages]);
    await expect(page.getByRole("banner")).toContainText(DEMO[role as keyof typeof DEMO].name);
  });
}

test("nothing of the clinic is seen before somebody signs in, and then one is where one wanted to go", async ({
  page,
}) => {
  const answers: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/trpc/")) answers.push(`${response.status()}`);
  });
  await page.goto("/patients/D-20101?finding=better-on-paper");
  const door = new SignIn(page);
  await expect(door.heading).toBeVisible();
  await expect(page).toHaveURL("/sign-in");
  await expect(page.getByRole("navigation", { name: "Pages" })).toHaveCount(0);
  await expect(page.locator("body")).not.toContainText("Larkspurkeel");
  expect(answers.every((status) => status === "401")).toBe(true);

  await door.give(DEMO.therapist);
  await expect(page).toHaveURL("/patients/D-20101?finding=better-on-paper");
  await expect(new PatientPage(page).name).toHaveText("Wren Larkspurkeel");
  await page.goBack();
  await expect(door.heading).toHaveCount(0);
});

test("what fails says the same whether or not there is such an account, and then says that it is too much", async ({
  page,
  watch,
}) => {
  watch.expectErrors(/status of 429/);
  const door = new SignIn(page);
  const tries = async (email: string) => {
    await door.open();
    const said: string[] = [];
    for (let tried = 0; tried < 6; tried += 1) {
      await door.give({ email, password: `not the password ${tried}` });
      await expect(door.submit).toBeEnabled();
      await expect(door.problem).toBeVisible();
      said.push((await textOf(door.problem)).replace(/Request .*/s, ""));
    }
    return said;
  };
  const known = await tries(colleague("Carl Thymeharbor").email);
  expect(known[0]).toContain("That e-mail address and password do not open an account.");
  expect(known[5]).toContain("There were too many tries.");
  expect(known[5]).toContain("Wait a while");
  expect(await tries("nobody.at.all@clinic.example")).toEqual(known);

  await door.give(colleague("Carl Thymeharbor"));
  await expect(door.problem).toContainText("There were too many tries.");
  await door.give(colleague("Tomas Briarpilot"));
  await expect(page).toHaveURL("/caseload?therapist=T-02");
});

test("a field that is empty is named and gone to, and nothing is asked of the server", async ({ page }) => {
  const door = new SignIn(page);
  await door.open();
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/auth/sign-in")) asked += 1;
  });
  await door.submit.click();
  await expect(door.email).toBeFocused();
  await expect(door.email).toHaveAccessibleDescription("Enter the e-mail address of your account.");
  await door.email.fill(DEMO.therapist.email);
  await door.submit.click();
  await expect(door.password).toBeFocused();
  await expect(door.password).toHaveAttribute("aria-invalid", "true");
  expect(asked).toBe(0);
});

test("from the password to the caseload without a pointer", async ({ page }) => {
  const door = new SignIn(page);
  await door.open();
  await expect(door.email).toBeFocused();
  await page.keyboard.type(DEMO.prescriber.email);
  await page.keyboard.press("Tab");
  await expect(door.password).toBeFocused();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/caseload?prescriber=R-01");
  const list = new Caseload(page);
  await list.settled();
  await page.keyboard.press("j");
  await expect(list.nameOf(list.rows.first())).toBeFocused();
});

test("no address and no other site can say where a sign-in leads", async ({ page }) => {
  await page.goto("/sign-in?next=https://clinic.example/&redirect=//clinic.example");
  const door = new SignIn(page);
  await door.give(DEMO.front_desk);
  await expect(page).toHaveURL("/schedule");
});
