import type { Locator, Page } from "@playwright/test";
import type { Person } from "../clinic/people.ts";

/** The ways in, on the sign-in page and on a page that is covered. */
export class SignIn {
  readonly heading: Locator;
  readonly email: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly problem: Locator;
  readonly code: Locator;
  /** In front of a page whose sign-in has ended. */
  readonly cover: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1, name: "Sign in" });
    this.email = page.getByLabel("E-mail address");
    this.password = page.getByRole("textbox", { name: "Password", exact: true });
    this.submit = page.getByRole("button", { name: "Sign in", exact: true });
    this.problem = page.getByRole("alert");
    this.code = page.getByLabel(/^(Code of|Recovery code)/);
    this.cover = page.getByRole("dialog", { name: "You have been signed out" });
  }

  async open(): Promise<void> {
    await this.page.goto("/sign-in");
    await this.heading.waitFor();
  }

  async give({ email, password }: Pick<Person, "email" | "password">): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }

  async giveCode(code: string): Promise<void> {
    await this.code.fill(code);
    await this.page.getByRole("button", { name: "Go on" }).click();
  }

  /** Signs in on a page of its own, with a sign-in that no other story uses. */
  async enter(person: Pick<Person, "email" | "password">): Promise<void> {
    await this.open();
    await this.give(person);
    await this.heading.waitFor({ state: "detached" });
    await this.page.getByRole("heading", { level: 1 }).waitFor();
  }
}
