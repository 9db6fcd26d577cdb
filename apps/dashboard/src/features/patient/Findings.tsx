import type { Finding } from "@soundings/clinical";
import type { PatientPage, RuleFacts } from "@soundings/contract";
import { useNavigate } from "@tanstack/react-router";
import { datesInWords } from "../../ui/dates.ts";
import { useKeys } from "../../ui/keys.ts";
import { UrgencyMark } from "../../ui/marks/index.ts";
import { counted } from "../../ui/numbers.ts";
import { usePatientAddress } from "./address.ts";
import classes from "./findings.module.css";
import { RuleText } from "./RuleText.tsx";

interface FindingsProps {
  readonly page: PatientPage;
  readonly chosen: string | null;
}

/** The rule of the finding before or after the chosen one; the first where none is chosen. */
function neighbor(findings: readonly Finding[], chosen: string | null, step: 1 | -1): string | undefined {
  const at = findings.findIndex(({ rule }) => rule === chosen);
  if (at < 0) return findings[0]?.rule;
  return findings[Math.min(findings.length - 1, Math.max(0, at + step))]?.rule;
}

function useChoose(): (rule: string | undefined) => void {
  const navigate = useNavigate();
  const { patientId, search } = usePatientAddress();
  return (finding) =>
    navigate({
      to: "/patients/$patientId",
      params: { patientId },
      search: { ...search, finding },
      replace: true,
      resetScroll: false,
    });
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly facts: RuleFacts | undefined;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function FindingItem({ finding, facts, chosen, onChoose }: FindingItemProps) {
  return (
    <li className={classes.finding} data-chosen={chosen || undefined}>
      <button type="button" className={classes.choose} aria-pressed={chosen} onClick={onChoose}>
        <UrgencyMark urgency={finding.urgency} />
        <span className={classes.headline}>{datesInWords(finding.headline, finding.as_of)}</span>
        <span className={classes.more}>
          {chosen ? "marked in the timeline" : `why: ${counted(finding.evidence.length, "value")}`}
        </span>
      </button>
      <RuleText finding={finding} facts={facts} open={chosen} />
    </li>
  );
}

/** What needs a look though no rule holds, so that a page without a finding is not read as one without a matter. */
function Notices({ page }: { page: PatientPage }) {
  const { notices } = page.lens;
  if (notices.length === 0) return null;
  return (
    <ul className={classes.notices}>
      {notices.map(({ text }) => (
        <li key={text}>
          Not a finding: <a href="#medication">{datesInWords(text, page.asOf)}</a>
        </li>
      ))}
    </ul>
  );
}

/** What is wrong now, most urgent first. Choosing one marks the very records that caused it. */
export function Findings({ page, chosen }: FindingsProps) {
  const choose = useChoose();
  const { findings, rules } = page;
  useKeys({
    j: () => choose(neighbor(findings, chosen, 1)),
    k: () => choose(neighbor(findings, chosen, -1)),
    Escape: () => chosen !== null && choose(undefined),
  });
  return (
    <section className={classes.findings} aria-labelledby="findings">
      <h2 id="findings" className={classes.title}>
        {findings.length === 0 ? "No finding" : counted(findings.length, "finding")}
      </h2>
      {findings.length === 0 ? (
        <p className={classes.none}>
          No rule holds for this stay as of this day. That says nothing about what is not known: see what the
          timeline and the step-down card have no data for.
        </p>
      ) : null}
      <ol>
        {findings.map((finding) => (
          <FindingItem
            key={finding.rule}
            finding={finding}
            facts={rules.find(({ rule }) => rule === finding.rule)}
            chosen={finding.rule === chosen}
            onChoose={() => choose(finding.rule === chosen ? undefined : finding.rule)}
          />
        ))}
      </ol>
      <Notices page={page} />
    </section>
  );
}
