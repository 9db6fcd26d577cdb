import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CalendarDate, Finding, OutcomesJson, StepDownJson } from "@soundings/clinical";
import { type Clinic, COMMAND } from "./server.ts";

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the `soundings` command on the clinic's data, in a process of its own. */
function soundings(clinic: Clinic, args: readonly string[], input = ""): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args, "--data", clinic.dataDir], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.end(input);
    const heard = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => {
      heard.stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      heard.stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...heard }));
  });
}

type Cell = string | number | null | undefined;
type Row = Readonly<Record<string, Cell>>;

/** Files of a clinic export: rows by column name, or the text of a file as it stands. */
export type Folder = Readonly<Record<string, readonly Row[] | string>>;

function quoted(cell: Cell): string {
  const text = cell === null || cell === undefined ? "" : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return `${lines.map((cells) => cells.map(quoted).join(",")).join("\n")}\n`;
}

export interface ImportReport {
  readonly ok: boolean;
  readonly batch: string;
  readonly files: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly rejected: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: string;
    readonly code: string;
    readonly message: string;
  }[];
}

/** Takes a folder in with `soundings import --json`, while the server runs. */
export async function importFolder(clinic: Clinic, files: Folder): Promise<ImportReport> {
  const folder = mkdtempSync(join(tmpdir(), "soundings-e2e-folder-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), typeof content === "string" ? content : csv(content));
    }
    const into = clinic.demo ? ["--into-demo"] : [];
    const run = () => soundings(clinic, ["import", folder, "--json", ...into]);
    let ended = await run();
    // Another story imports into the clinic that all share: one import waits for the other, as the command says.
    while (ended.stderr.startsWith("Another import is running")) ended = await run();
    const { status, stdout, stderr } = ended;
    if (status !== 0 && status !== 2) throw new Error(`soundings import ended with ${status}: ${stderr}`);
    return JSON.parse(stdout) as ImportReport;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answer<T>(clinic: Clinic, ...args: readonly string[]): Promise<T> {
  const { status, stdout, stderr } = await soundings(clinic, [...args, "--json"]);
  if (status !== 0) throw new Error(`soundings ${args[0]} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

interface User {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const asked = ({ name, email }: Omit<User, "password">, roles: readonly string[]) => [
  "user",
  "add",
  "--name",
  name,
  "--email",
  email,
  ...roles.flatMap((role) => ["--role", role]),
  "--json",
];

/** `soundings user add` with a password: the account can be used at once. */
export async function addUser(clinic: Clinic, user: User, roles: readonly string[]): Promise<void> {
  const { status, stderr } = await soundings(
    clinic,
    [...asked(user, roles), "--password-stdin"],
    `${user.password}\n`,
  );
  if (status !== 0) throw new Error(`soundings user add ended with ${status}: ${stderr}`);
}

/** `soundings user add` without one: the path of the one-time link that it prints. */
export async function inviteUser(
  clinic: Clinic,
  user: Omit<User, "password">,
  roles: readonly string[],
): Promise<string> {
  const { status, stdout, stderr } = await soundings(clinic, asked(user, roles));
  if (status !== 0) throw new Error(`soundings user add ended with ${status}: ${stderr}`);
  return (JSON.parse(stdout) as { readonly path: string }).path;
}

/** What the command line answers for today: the pages must say the same. */
export interface Truth {
  findingsOf(patientId: string): readonly Finding[];
  cardOf(patientId: string): StepDownJson | undefined;
}

export async function readTruth(clinic: Clinic): Promise<Truth> {
  const findings = await answer<Finding[]>(clinic, "findings");
  const cards = await answer<StepDownJson[]>(clinic, "step-down");
  return {
    findingsOf: (patientId) => findings.filter((finding) => finding.patient_id === patientId),
    cardOf: (patientId) => cards.find((card) => card.patient_id === patientId),
  };
}

/** What `soundings outcomes` answers. */
export function readOutcomes(
  clinic: Clinic,
  asked: { readonly from: CalendarDate; readonly to: CalendarDate; readonly program: string },
): Promise<OutcomesJson> {
  return answer(clinic, "outcomes", "--from", asked.from, "--to", asked.to, "--program", asked.program);
}
