import type { Finding } from "@soundings/clinical";
import type { RuleFacts } from "@soundings/contract";
import { datesInWords, dateWords } from "../../ui/dates.ts";
import classes from "./findings.module.css";

interface RuleTextProps {
  readonly finding: Finding;
  readonly facts: RuleFacts | undefined;
  readonly open: boolean;
}

function basisWords({ safety, houseThreshold }: RuleFacts): string {
  const basis = houseThreshold ? "Rests on a program default without a published basis." : "";
  const kept = safety ? "A safety rule: programs cannot switch it off or loosen it." : "";
  return [basis, kept].filter((text) => text !== "").join(" ");
}

/** The dated values behind a finding, what to consider, what would clear it, and the rule with its source. */
export function RuleText({ finding, facts, open }: RuleTextProps) {
  return (
    <div className={classes.rule} hidden={!open}>
      <ul className={classes.evidence}>
        {finding.evidence.map(({ type, id, on, text }) => (
          <li key={`${type}${id}${text}`}>
            <time dateTime={on}>{dateWords(on, finding.as_of)}</time>{" "}
            <span>{datesInWords(text, finding.as_of)}</span>
          </li>
        ))}
        {finding.evidence.length === 0 ? <li>It rests on what is missing; no value to show.</li> : null}
      </ul>
      {facts ? <p>{facts.consider}</p> : null}
      <p>
        <span className={classes.term}>Clears:</span> {datesInWords(finding.clears, finding.as_of)}.
      </p>
      <p className={classes.source}>
        {facts ? `${facts.title}, ` : ""}
        <span>
          {finding.rule}@{finding.version}
        </span>
        . {finding.source}. {facts ? basisWords(facts) : ""}
        {facts ? ` Reviewed ${dateWords(facts.reviewed)}.` : ""}
      </p>
    </div>
  );
}
