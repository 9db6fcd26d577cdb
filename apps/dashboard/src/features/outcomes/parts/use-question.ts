import type { ComparisonFilter, OutcomesFilter } from "@soundings/contract";
import { useLocation, useNavigate } from "@tanstack/react-router";
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

/** The question that the address of this page asks. */
export function useQuestion(): OutcomesFilter {
  return parseQuestion(useAddress());
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
