import type { RetryResult, SetAsideEntry } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import classes from "./SetAside.module.css";

interface MendFormProps {
  readonly entry: SetAsideEntry;
  readonly cells: Readonly<Record<string, string>>;
  readonly onSettled: () => void;
}

type StillWrong = Extract<RetryResult, { outcome: "still_wrong" }>;

function cellsOf(form: HTMLFormElement): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [column, value] of new FormData(form)) {
    if (typeof value === "string") cells[column] = value;
  }
  return cells;
}

/** The cells of one row as they were given; what is wrong stands at its cell. */
export function MendForm({ entry, cells, onSettled }: MendFormProps) {
  const id = useId();
  const trpc = useTRPC();
  const retry = useMutation(
    trpc.imports.retry.mutationOptions({
      onSuccess: (result) => {
        if (result.outcome !== "still_wrong") onSettled();
      },
    }),
  );
  const answer: StillWrong | null = retry.data?.outcome === "still_wrong" ? retry.data : null;
  const wrong = answer ?? entry;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    retry.mutate({ id: entry.id, cells: cellsOf(event.currentTarget) });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.cells}>
        {Object.entries(cells).map(([column, value]) => {
          const isWrong = column === wrong.column;
          return (
            <div key={column} className={classes.cell} data-wrong={isWrong || undefined}>
              <label htmlFor={`${id}-${column}`}>{column}</label>
              <input
                id={`${id}-${column}`}
                name={column}
                defaultValue={value}
                autoComplete="off"
                aria-invalid={isWrong || undefined}
                aria-describedby={isWrong ? `${id}-wrong` : undefined}
              />
            </div>
          );
        })}
      </div>
      <p id={`${id}-wrong`} className={classes.wrong} role={answer ? "alert" : undefined}>
        {answer ? `Still set aside: ${answer.message}` : wrong.message}
      </p>
      <QueryProblem error={retry.error} />
      <button type="submit" className={buttons.framed} disabled={retry.isPending}>
        {retry.isPending ? "Trying" : "Try again"}
      </button>
    </form>
  );
}
