import type { Action, AppErrorCode } from "@soundings/contract";
import type { Person } from "@soundings/records";
import type { Caller } from "../clinic.fixture.ts";
import type { Matrix } from "./matrix.fixture.ts";

export interface Asking {
  readonly matrix: Matrix;
  readonly caller: Caller;
  readonly person: Person;
  /** The patient who is asked for; of a procedure that names none, anybody. */
  readonly patientId: string;
  /** What was made ready. */
  readonly given: unknown;
}

/** One procedure: how it is asked, and what comes of it. */
export interface Case {
  readonly action: Action;
  /** Makes ready what the question needs, as somebody who may. */
  readonly given?: (matrix: Matrix) => Promise<unknown>;
  readonly ask: (asking: Asking) => Promise<unknown>;
  /** What is entered when it is done. */
  readonly events: readonly string[];
  /** The input names a patient; to one out of reach this is the answer, as to nobody. */
  readonly outOfReach?: AppErrorCode;
  /** The entries of a question about one patient name the patient, unless this is false. */
  readonly names?: false;
  /** Of a list: the ids of patients that it shows are exactly those on the person's list. */
  readonly lists?: boolean;
  /** The entry lists exactly those on the person's list of this action, who may be fewer than may be asked for by name. */
  readonly enters?: Action;
  /** Whoever has this for the whole site is shown ids of patients, and never a name: the audit is such. */
  readonly siteSeesIds?: boolean;
}
