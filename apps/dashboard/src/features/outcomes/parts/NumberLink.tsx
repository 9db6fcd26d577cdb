import { type EpisodeSet, nameOfSet } from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./numbers.module.css";
import { useQuestion } from "./use-question.ts";

interface NumberLinkProps {
  /** Whom the number counts. */
  readonly set: EpisodeSet;
  readonly count: number;
  /** Whom it counts, in words for who hears only the link: `left out of symptom recovery`. */
  readonly who: string;
  /** What differs from the question of the page, such as the period before or one group. */
  readonly also?: OutcomesFilter;
  /** Stands in the place of the number. */
  readonly children?: ReactNode;
}

/** A number of people that leads to them. Nobody is no list. */
export function NumberLink({ set, count, who, also, children }: NumberLinkProps) {
  const question = useQuestion();
  const words = children ?? count.toLocaleString("en-US");
  if (count === 0) return <span>{words}</span>;
  return (
    <Link
      to="/outcomes/patients"
      search={{ ...question, ...also, set: nameOfSet(set) }}
      className={classes.number}
    >
      {words}
      <span className="visually-hidden"> {who}</span>
    </Link>
  );
}
