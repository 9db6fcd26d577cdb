import type { ComparisonFilter, OutcomesFilter } from "@soundings/contract";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { createContext, useContext } from "react";
import {
  type PatientsFilter,
  parseComparison,
  parseOverTime,
  parsePatients,
  parseQuestion,
  type TimeFilter,
} from "./search.ts";

function useAddress(): Record<string, unknown> {
  return useLocation({ select: ({ search }) => search });
}

/** Around an answer: the question that it answers, which is not that of the address while another answer is made. */
export const AnsweredQuestion = createContext<OutcomesFilter | null>(null);

/** The question that the address of this page asks; inside an answer the one that it answers. */
export function useQuestion(): OutcomesFilter {
  const asked = parseQuestion(useAddress());
  return useContext(AnsweredQuestion) ?? asked;
}

export function useComparison(): ComparisonFilter {
  return parseComparison(useAddress());
}

export function useOverTime(): TimeFilter {
  return parseOverTime(useAddress());
}

export function usePatientsAsked(): PatientsFilter {
  return parsePatients(useAddress());
}

/** Asks on the same page with something else in the question; `undefined` takes it out. What else the address holds stays. */
export function useAsk(): (change: Readonly<Record<string, string | undefined>>) => void {
  const navigate = useNavigate();
  const address = useAddress();
  return (change) => void navigate({ to: ".", search: { ...address, ...change }, resetScroll: false });
}
