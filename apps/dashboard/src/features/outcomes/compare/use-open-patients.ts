import { type EpisodeSet, nameOfSet } from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import { useNavigate } from "@tanstack/react-router";
import { useQuestion } from "../parts/use-question.ts";

/** Opens the patients behind a mark of a plot, as a number's link does; `also` is what differs from the question of the page. */
export function useOpenPatients(): (set: EpisodeSet, also?: OutcomesFilter) => void {
  const navigate = useNavigate();
  const question = useQuestion();
  return (set, also) =>
    void navigate({ to: "/outcomes/patients", search: { ...question, ...also, set: nameOfSet(set) } });
}
