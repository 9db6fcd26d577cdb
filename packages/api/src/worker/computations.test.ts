import { setImmediate } from "node:timers/promises";
import type { CalendarDate } from "@soundings/clinical";
import { EVERYONE, latestChange, type PatientScope } from "@soundings/records";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type Clinic, openClinic, TODAY, take } from "../clinic.fixture.ts";
import { appErrorCodeOf } from "../errors.ts";
import type { OutcomesTask, WhenReady } from "../outcomes/questions.types.ts";
import { type Computations, createComputations, type Patience } from "./computations.ts";
import { createHoldings, type Waiting } from "./holdings.ts";

let clinic: Clinic;
let open: Computations[] = [];
beforeAll(async () => {
  clinic = await openClinic();
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});
afterAll(() => clinic.close());

/** Nobody waits a moment for an answer: it is "working" until it is fetched. */
function computing(patience: Partial<Patience> = {}): Computations {
  const { store } = clinic;
  const place = { dataDir: store.dataDir, key: store.key };
  const made = createComputations({
    place,
    latest: () => latestChange(store),
    patience: { quick: 0, ...patience },
  });
  open.push(made);
  return made;
}

const day = (text: string) => text as CalendarDate;

function task(
  asOf: CalendarDate = TODAY,
  scope: PatientScope = EVERYONE,
  sex?: string,
): OutcomesTask<"overview"> {
  const filter = sex === undefined ? {} : { sex };
  const question = { from: day("2025-01-01"), to: TODAY, asOf, filter };
  return { what: "overview", wanted: { scope, asOf, today: TODAY }, question, ask: { against: null } };
}

async function answered<T>(ask: () => Promise<WhenReady<T>>): Promise<T> {
  for (;;) {
    const reply = await ask();
    if (reply.state === "ready") return reply.answer;
    await setImmediate();
  }
}

const jobOf = (reply: WhenReady<unknown>) => (reply.state === "working" ? reply.job : "ready");
const codeOf = (asking: Promise<unknown>) => asking.then(() => "answered", appErrorCodeOf);

describe("a computation", () => {
  it("is one for all who ask the same of the same scope, and another for every other scope", async () => {
    const computations = computing();
    const one = jobOf(await computations.ask("a", task()));
    expect(jobOf(await computations.ask("b", task()))).toBe(one);
    const evening: PatientScope = [{ of: "programs", programIds: ["IOP-EVE"] }];
    expect(jobOf(await computations.ask("c", task(TODAY, evening)))).not.toBe(one);
    const all = await answered(() => computations.ask("a", task()));
    expect([all.admitted, all.all.flow.discharged]).toEqual([4, 1]);
    expect((await answered(() => computations.ask("c", task(TODAY, evening)))).admitted).toBe(2);
    expect(await answered(() => computations.ask("b", task()))).toEqual(all);
  });

  it("ends when it is canceled by the last who wants it, and begins anew when asked again", async () => {
    const computations = computing();
    const job = jobOf(await computations.ask("a", task()));
    await computations.ask("b", task());
    computations.cancel("a", job);
    computations.cancel("stranger", job);
    expect(computations.underWay()).toBe(1);
    expect(jobOf(await computations.ask("b", task()))).toBe(job);
    computations.cancel("b", job);
    expect(computations.underWay()).toBe(0);
    expect(jobOf(await computations.ask("b", task()))).not.toBe(job);
    expect((await answered(() => computations.ask("b", task()))).admitted).toBe(4);
  });

  it("tells whoever waits for it that it has ended", async () => {
    const computations = computing({ quick: 60_000, unasked: 60_000 });
    const asking = computations.ask("a", task());
    const other = computations.ask("b", task());
    await computations.close();
    expect(await Promise.all([codeOf(asking), codeOf(other)])).toEqual(["unexpected", "unexpected"]);
  });

  it("ends when nobody asks for it any more", async () => {
    const computations = computing({ unasked: 0 });
    const job = jobOf(await computations.ask("a", task()));
    await vi.waitFor(() => expect(computations.underWay()).toBe(0));
    expect(jobOf(await computations.ask("a", task()))).not.toBe(job);
  });

  it("is refused beside three days of the same person, and not to another", async () => {
    const computations = computing();
    for (const asOf of ["2026-03-01", "2026-03-02", "2026-03-03"])
      await computations.ask("a", task(day(asOf)));
    expect(await codeOf(computations.ask("a", task(day("2026-03-04"))))).toBe("too_many_computations");
    expect(await codeOf(computations.ask("a", task(day("2026-03-03"), EVERYONE, "female")))).toBe("answered");
    expect(await codeOf(computations.ask("b", task(day("2026-03-04"))))).toBe("answered");
  });

  it("made ready beforehand leaves nothing to be made", async () => {
    const computations = computing();
    await computations.prepare(TODAY);
    const kept = clinic.store.reader.statement(`select count(*) from "episode_outcomes"`).get([]);
    expect(kept).toEqual([4]);
    expect(computations.underWay()).toBe(0);
  });
});

describe("the facts of a computation", () => {
  const wanted = { scope: EVERYONE, asOf: day("2026-03-01"), today: TODAY };
  const place = () => ({ dataDir: clinic.store.dataDir, key: null });

  function waiting(endsAfter = Number.POSITIVE_INFINITY) {
    const told: unknown[] = [];
    const one: Waiting = { ended: () => told.length >= endsAfter, told: (progress) => told.push(progress) };
    return { one, told };
  }

  it("are put together once for all who wait, who are told how far it is", async () => {
    const holdings = createHoldings(place());
    const [a, b] = [waiting(), waiting()];
    const both = await Promise.all([holdings.get(wanted, a.one), holdings.get(wanted, b.one)]);
    expect(both[0]).toBe(both[1]);
    expect(a.told).toEqual([{ done: 0, total: 3 }]);
    expect(b.told).toEqual(a.told);
    expect(await holdings.get(wanted, waiting().one)).toBe(both[0]);
  });

  it("are left at the next portion when nobody waits any more, and not for the sake of one", async () => {
    const holdings = createHoldings(place());
    const gone = waiting(0);
    expect(await codeOf(holdings.get(wanted, gone.one))).toBe("computing_ended");
    const [leaves, stays] = [waiting(0), waiting()];
    const [first, second] = await Promise.all([
      holdings.get(wanted, leaves.one),
      holdings.get(wanted, stays.one),
    ]);
    expect([leaves.told.length, stays.told.length]).toEqual([0, 1]);
    expect(first).toBe(second);
  });
});

describe("a computation that a change overtakes", () => {
  it("answers with what came while it was under way, and after it", async () => {
    const computations = computing();
    const discharged = (id: string, patient: string) => ({
      "episodes.csv": `episode_id,patient_id,program_id,admitted_on,discharged_on,discharge_reason,therapist_id
${id},${patient},IOP-DAY,2026-02-02,2026-03-10,completed,S-1
`,
    });
    await computations.ask("a", task());
    await take(clinic.store, discharged("E-2", "P-2"));
    const { all } = await answered(() => computations.ask("a", task()));
    expect(all.flow.discharged).toBe(2);
    await take(clinic.store, discharged("E-1", "P-1"));
    const later = await answered(() => computations.ask("a", task()));
    expect(later.all.flow.discharged).toBe(3);
    const before = await answered(() => computations.ask("a", task(day("2026-03-09"))));
    expect(before.all.flow.discharged).toBe(1);
  });
});
