import {
  compareRoute,
  levelsRoute,
  methodRoute,
  outcomePatientsRoute,
  outcomesRoute,
  overTimeRoute,
  qualityRoute,
  reportRoute,
  reportsRoute,
} from "./outcomes.tsx";

export const OUTCOMES_ROUTES = [
  outcomesRoute,
  outcomePatientsRoute,
  compareRoute,
  overTimeRoute,
  levelsRoute,
  qualityRoute,
  methodRoute,
  reportsRoute,
  reportRoute,
] as const;
