import { type EpisodeSet, setNamed } from "@soundings/clinical";
import type { OutcomePatients } from "@soundings/contract";
import { useMemo, useRef } from "react";
import { useTRPC } from "../../../lib/trpc.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { ChoiceField } from "../../../ui/fields.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { counted } from "../../../ui/numbers.ts";
import { useRowKeys } from "../../../ui/use-row-keys.ts";
import { AnswerBlock } from "../parts/AnswerBlock.tsx";
import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";
import { OutcomesLink } from "../parts/OutcomesLink.tsx";
import { QuestionSentence } from "../parts/QuestionSentence.tsx";
import type { PatientsFilter } from "../parts/search.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useAsk, usePatientsAsked, useQuestion } from "../parts/use-question.ts";
import { columnsOf } from "./columns.tsx";
import { OtherRows } from "./OtherRows.tsx";
import { inOrder, SORT_WORDS } from "./order.ts";
import classes from "./patients.module.css";
import { setWords } from "./set-words.ts";

const FIGURES = { page: "overview", to: "/outcomes", words: "Back to the figures" } as const;
const LEVELS = { page: "levels", to: "/outcomes/levels", words: "Back to levels of care" } as const;

/** The page whose number a list is of. */
function homeOf(set: EpisodeSet) {
  if (set.of === "quality")
    return { page: "quality", to: "/outcomes/quality", words: "Back to data quality" } as const;
  if (set.of === "changed")
    return { page: "time", to: "/outcomes/time", words: "Back to over time" } as const;
  return ["moved", "placed", "returned", "ended-otherwise"].includes(set.of) ? LEVELS : FIGURES;
}

interface QuestionProps {
  readonly home: ReturnType<typeof homeOf>;
  readonly counted?: "admitted" | "discharged";
}

function Question({ home, counted = "discharged" }: QuestionProps) {
  return (
    <div className={classes.question}>
      <QuestionSentence counted={counted} />
      <OutcomesLink to={home.to}>{home.words}</OutcomesLink>
    </div>
  );
}

const SORTS = (["admitted", "ended"] as const).map((value) => ({ value, label: `By ${SORT_WORDS[value]}` }));

function Order({ asked }: { asked: PatientsFilter }) {
  const ask = useAsk();
  return (
    <div className={classes.onlyNarrow}>
      <ChoiceField
        label="Order"
        all="By name"
        value={asked.sort}
        groups={[{ choices: SORTS }]}
        onChoose={(key) => ask({ dir: undefined, sort: key })}
      />
    </div>
  );
}

interface ListProps {
  readonly set: EpisodeSet;
  readonly asked: PatientsFilter;
  /** Undefined while it is on its way. */
  readonly page: OutcomePatients | undefined;
}

function List({ set, asked, page }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const isWhole = page !== undefined && page.rows.length === page.total;
  const rows = useMemo(
    () => (isWhole ? inOrder(page.rows, asked) : (page?.rows ?? [])),
    [page, asked, isWhole],
  );
  const current = useRowKeys(list, rows, (index) =>
    list.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: "nearest" }),
  );
  const columns = useMemo(() => columnsOf({ asked, set, rows, isWhole }), [asked, set, rows, isWhole]);
  if (page?.total === 0) {
    return (
      <Notice kind="empty" title="Nobody is in this group.">
        The question may have changed since the number was shown, or a record was corrected.
      </Notice>
    );
  }
  return (
    <>
      {isWhole ? <Order asked={asked} /> : null}
      <DataTable
        label={setWords(set)}
        columns={columns}
        rows={page === undefined ? undefined : rows}
        keyOf={({ episodeId }) => episodeId}
        attributesOf={({ episodeId }, index) => ({
          "data-index": index,
          "data-episode": episodeId,
          "data-current": episodeId === current || undefined,
        })}
        listRef={list}
      />
      {page === undefined || isWhole ? null : <OtherRows page={page} />}
    </>
  );
}

function PatientsOf({ set, name, asked }: { set: EpisodeSet; name: string; asked: PatientsFilter }) {
  const trpc = useTRPC();
  const question = useQuestion();
  const home = homeOf(set);
  const patients = useAnswer(
    trpc.outcomes.patients.queryOptions({
      ...question,
      set: name,
      ...(asked.offset === undefined ? {} : { offset: asked.offset }),
    }),
  );
  const count =
    patients.answer === undefined || patients.isOld
      ? ""
      : `: ${counted(patients.answer.total, "person", "people")}`;
  return (
    <OutcomesFrame
      page={home.page}
      title={`${setWords(set)}${count}`}
      question={
        <Question
          home={home}
          counted={set.of === "retention" || set.of === "admitted" ? "admitted" : "discharged"}
        />
      }
    >
      <AnswerBlock of={patients} waiting={<List set={set} asked={asked} page={undefined} />}>
        {(page) => <List set={set} asked={asked} page={page} />}
      </AnswerBlock>
    </OutcomesFrame>
  );
}

/** The people behind one number of program outcomes. */
export function PatientsPage() {
  const asked = usePatientsAsked();
  const name = asked.set ?? "";
  const set = setNamed(name);
  if (set !== null) return <PatientsOf set={set} name={name} asked={asked} />;
  return (
    <OutcomesFrame page="overview" title="Patients behind a number" question={<Question home={FIGURES} />}>
      <Notice kind="problem" title="There is no such group of patients.">
        The address names none. Go back to the figures and open the number from there.
      </Notice>
    </OutcomesFrame>
  );
}
