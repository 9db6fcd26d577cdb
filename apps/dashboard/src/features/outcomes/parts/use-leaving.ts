import type { LeavingFigure } from "@soundings/clinical";
import type { LeavingFigureInput, OutcomesFilter } from "@soundings/contract";
import { useQueryClient } from "@tanstack/react-query";
import type { AskLeaving } from "../../../charts/figure/FigureSave.tsx";
import { useTRPC } from "../../../lib/trpc.ts";
import { dateWords } from "../../../ui/dates.ts";
import { filterWords, valueLabel } from "./question-words.ts";
import { useOptions } from "./use-options.ts";
import { useQuestion } from "./use-question.ts";

type Ask = Omit<LeavingFigureInput, keyof OutcomesFilter>;

/** How often it is asked for while it is made. */
const ASK_AGAIN_MS = 500;

const THERAPISTS_STAY = "Nothing about single therapists leaves the program, so this plot cannot be saved.";

interface Leaving {
  /** Undefined where the plot may never leave. */
  readonly saveAs: AskLeaving | undefined;
  readonly whyNot: string | null;
}

/** From when to when: a chart over time begins before the period that was asked for. */
function periodOf({ figure, question }: LeavingFigure): string {
  const [first, last] = figure.kind === "control" ? [figure.points.at(0), figure.points.at(-1)] : [];
  if (first !== undefined && last !== undefined) return `discharged ${first.label} to ${last.label}`;
  const counted = figure.kind === "retention" ? "admitted" : "discharged";
  return `${counted} ${dateWords(question.from)} to ${dateWords(question.to)}`;
}

/**
 * A plot of this question as it may leave the program: of whole quarters, made by the server, small counts withheld. `title` says what it is of
 * where the plot alone does not.
 */
export function useLeaving(ask: Ask, title?: string): Leaving {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const question = useQuestion();
  const options = useOptions();
  if (ask.by === "therapist" || question.therapist !== undefined) {
    return { saveAs: undefined, whyNot: THERAPISTS_STAY };
  }
  const program =
    question.program === undefined ? "All programs" : valueLabel("program", question.program, options);
  const asked = trpc.outcomes.leavingFigure.queryOptions({ ...question, ...ask }, { staleTime: 0 });
  const saveAs: AskLeaving = async () => {
    let made = await queryClient.fetchQuery(asked);
    while (made.state === "working") {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      made = await queryClient.fetchQuery(asked);
    }
    if (made.answer === null) return null;
    const { figure, question: of } = made.answer;
    return {
      figure,
      caption: {
        ...(title === undefined ? {} : { title }),
        program: [program, ...filterWords(question, options)].join(", "),
        period: periodOf(made.answer),
        asOf: dateWords(of.asOf),
      },
    };
  };
  return { saveAs, whyNot: null };
}
