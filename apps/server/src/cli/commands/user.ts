import { userInfo } from "node:os";
import { text } from "node:stream/consumers";
import { AppError, CommandError, presentMoment } from "@soundings/api";
import { emailIn, inviteInput, ROLES, type RoleHeld } from "@soundings/contract";
import {
  type Actor,
  addPerson,
  appendAudit,
  disablePerson,
  givePassword,
  type ListedPerson,
  listPeople,
  type MadeLink,
  makeLink,
  openStore,
  Refused,
  type Store,
  tellOfRoles,
} from "@soundings/records";
import { Command } from "commander";
import { makeDataDir } from "../../make-data-dir.ts";
import { hashPassword } from "../../sign-in/hash.ts";
import { isStrong } from "../../sign-in/strength.ts";
import { type DataOptions, placeOf, withData, withJson } from "../data-dir.ts";
import { type Output, table, writeJson } from "../output.ts";
import { DONE, run } from "../run.ts";

interface UserOptions extends DataOptions {
  readonly json?: true;
}

interface AddOptions extends UserOptions {
  readonly email: string;
  readonly name: string;
  readonly role: readonly string[];
  readonly staff?: string;
  readonly passwordStdin?: true;
}

const ADD_HELP = `
A role is therapist, prescriber, director, front_desk or administrator. All but the last are held in programs, named after
a colon and separated by commas; give --role once for each role.

The account is opened with the one-time link that is printed: whoever opens it chooses the password. It works for a week.

Examples:
  soundings user add --email ada@clinic.example --name "Ada Example" --role administrator
  soundings user add --email ben@clinic.example --name "Ben Example" --staff S-1 --role therapist:IOP-DAY,IOP-EVE`;

function actor(): Actor {
  const name = `${userInfo().username} (soundings user)`;
  return { personId: null, name, signInId: null, requestId: null };
}

/** `director:IOP-DAY,IOP-EVE` → a role and its programs. */
function roleOf(text: string): RoleHeld {
  const [named = "", programs = ""] = text.split(":", 2);
  const role = ROLES.find((one) => one === named);
  if (role === undefined)
    throw new CommandError(`"${named}" is no role. Nothing was changed. Choose one of ${ROLES.join(", ")}.`);
  const programIds = programs.split(",").filter((id) => id !== "");
  if (role === "administrator" ? programIds.length > 0 : programIds.length === 0)
    throw new CommandError(
      role === "administrator"
        ? "An administrator's role names no program. Nothing was changed. Leave the colon out."
        : `The role ${role} is held in programs. Nothing was changed. Name them, such as --role ${role}:IOP-DAY.`,
    );
  return { role, programIds };
}

function emailOf(given: string): string {
  const parsed = emailIn.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new CommandError("That is not an e-mail address. Nothing was changed. Correct it.");
}

function expecting<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "bad_settings")
      throw new CommandError(
        "A role names a program that is not on record, or is given twice. Nothing was changed. Take in the programs first with soundings import, or correct --role.",
        { cause: error },
      );
    if (error.code === "no_such_entry")
      throw new CommandError(
        "There is no such member of staff on record. Nothing was changed. Correct --staff, or leave it out.",
        { cause: error },
      );
    throw new AppError(error.code, { cause: error });
  }
}

/** Only adding somebody makes a database: a misspelt directory must not become an empty clinic. */
function storeToAdd(options: UserOptions): Store {
  const place = placeOf(options);
  makeDataDir(place.dataDir);
  return openStore({ ...place, access: "write", create: { purpose: "real" } });
}

const existingStore = (options: UserOptions) => openStore({ ...placeOf(options), access: "write" });

async function withStore<T>(store: Store, work: (store: Store) => T | Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

async function passwordFor(person: { readonly name: string; readonly email: string }): Promise<string> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (!(await isStrong(password, person))) throw new AppError("weak_password");
  return hashPassword(password);
}

async function printLink(out: Output, options: UserOptions, made: { link: MadeLink | null }): Promise<void> {
  const { link } = made;
  if (options.json)
    return writeJson(out, { ok: true, path: link?.path ?? null, expiresAt: link?.expiresAt ?? null });
  if (link === null) return out.write("The account is ready, with the password that was given.\n");
  await out.write(
    `The one-time link, until ${link.expiresAt}:\n\n  http://localhost:4280${link.path}\n\nPut the address that people open before ${link.path.slice(0, 6)} when it is another. Hand it over in person or by a way that only its owner reads; it is not shown again.\n`,
  );
}

function nameOf(text: string): string {
  const { data: name } = inviteInput.shape.name.safeParse(text);
  if (name !== undefined) return name;
  throw new CommandError(
    "--name is empty, or is more than one line of up to 120 characters. Nothing was changed. Give the person's name.",
  );
}

async function add(out: Output, options: AddOptions): Promise<number> {
  const roles = options.role.map(roleOf);
  const person = {
    name: nameOf(options.name),
    email: emailOf(options.email),
    staffId: options.staff ?? null,
    roles,
  };
  const hash = options.passwordStdin === true ? await passwordFor(person) : null;
  const link = await withStore(storeToAdd(options), (store) =>
    expecting(() =>
      store.writer.act(() => {
        const now = presentMoment();
        const personId = addPerson(store.writer, person, now);
        const detail = { personId, staffId: person.staffId, roles };
        appendAudit(store.writer, actor(), { event: "person_invited", detail }, now);
        tellOfRoles(store.writer, actor(), { personId, before: [], after: roles }, now);
        if (hash === null) return makeLink(store, actor(), { personId, kind: "invite" }, now);
        givePassword(store, actor(), { personId, hash }, now);
        return null;
      }),
    ),
  );
  await printLink(out, options, { link });
  return DONE;
}

function known(store: Store, email: string): ListedPerson {
  const found = listPeople(store, presentMoment()).find((person) => person.email === emailOf(email));
  if (found !== undefined) return found;
  throw new CommandError(
    "Nobody has an account with that e-mail address. Nothing was changed. See soundings user list.",
  );
}

async function link(out: Output, email: string, options: UserOptions): Promise<number> {
  const made = await withStore(existingStore(options), (store) => {
    const { personId, state } = known(store, email);
    if (state === "disabled")
      throw new CommandError(
        "That account is disabled. Nothing was changed. An administrator can enable it.",
      );
    const kind = state === "invited" ? "invite" : "reset";
    return makeLink(store, actor(), { personId, kind }, presentMoment());
  });
  await printLink(out, options, { link: made });
  return DONE;
}

async function disable(out: Output, email: string, options: UserOptions): Promise<number> {
  await withStore(existingStore(options), (store) => {
    const { personId } = known(store, email);
    const now = presentMoment();
    expecting(() =>
      store.writer.act(() => {
        disablePerson(store, actor(), personId, now);
        appendAudit(store.writer, actor(), { event: "person_disabled", detail: { personId } }, now);
      }),
    );
  });
  if (options.json) await writeJson(out, { ok: true });
  else await out.write("The account is disabled and every sign-in of it has ended.\n");
  return DONE;
}

const rolesText = (roles: readonly RoleHeld[]) =>
  roles.map(({ role, programIds }) => [role, ...programIds].join(" ")).join("; ");

async function list(out: Output, options: UserOptions): Promise<number> {
  const people = await withStore(existingStore(options), (store) =>
    store.writer.act(() => {
      const now = presentMoment();
      const listed = listPeople(store, now);
      const detail = { people: listed.length };
      appendAudit(store.writer, actor(), { event: "people_viewed", detail }, now);
      return listed;
    }),
  );
  if (options.json) await writeJson(out, people);
  else if (people.length === 0)
    await out.write("Nobody has an account yet. Make one with soundings user add.\n");
  else
    await out.write(
      table([
        ["E-mail", "Name", "State", "Second factor", "Roles"],
        ...people.map(({ email, name, state, secondFactor, passkeys, roles }) => [
          email,
          name,
          state,
          secondFactor || passkeys > 0 ? "yes" : "no",
          rolesText(roles),
        ]),
      ]),
    );
  return DONE;
}

const collect = (value: string, earlier: readonly string[]) => [...earlier, value];

/** Accounts from the command line: the first administrator, and a way back in when nobody can sign in. */
export function userCommand(): Command {
  const options = (command: Command) => withJson(withData(command));
  return new Command("user")
    .summary("add, list and disable the people who may sign in")
    .description(
      "The people who may sign in. Every change is entered in the audit as made by the system's user.",
    )
    .addCommand(
      options(
        new Command("add")
          .description("Adds a person and prints a one-time link, with which the person chooses a password.")
          .requiredOption("--email <address>", "with which the person signs in")
          .requiredOption("--name <name>", "as others see it")
          .requiredOption("--role <role[:programs]>", "a role and its programs; may be repeated", collect, [])
          .option("--staff <id>", "the member of staff of the records whom the person is")
          .option("--password-stdin", "read the password from standard input instead of printing a link")
          .addHelpText("after", ADD_HELP),
      ).action((given: AddOptions) => run((out) => add(out, given))),
    )
    .addCommand(
      options(new Command("list").description("Lists everybody with an account.")).action(
        (given: UserOptions) => run((out) => list(out, given)),
      ),
    )
    .addCommand(
      options(
        new Command("link")
          .description("Prints a new one-time link for somebody who lost the password or the first link.")
          .argument("<email>", "of the account"),
      ).action((email: string, given: UserOptions) => run((out) => link(out, email, given))),
    )
    .addCommand(
      options(
        new Command("disable")
          .description("Disables an account at once. Nothing that the person did is removed.")
          .argument("<email>", "of the account"),
      ).action((email: string, given: UserOptions) => run((out) => disable(out, email, given))),
    );
}
