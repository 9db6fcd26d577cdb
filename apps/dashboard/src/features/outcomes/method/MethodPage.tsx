import {
  DEFINITIONS,
  type Definition,
  type DefinitionGroup,
  OUTCOMES_VERSION,
  RULE_SET,
  sourceWords,
} from "@soundings/clinical";
import { useAskedPlace } from "../../../lib/use-asked-place.ts";
import { unbroken } from "../parts/definitions.ts";
import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";
import { Section } from "../parts/Section.tsx";
import classes from "./method.module.css";

function Entry({ definition, isAsked }: { definition: Definition; isAsked: boolean }) {
  const { id, name, words, formula, ours } = definition;
  return (
    <article
      id={id}
      className={classes.entry}
      data-asked={isAsked || undefined}
      aria-labelledby={`${id}-name`}
    >
      <h3 id={`${id}-name`} className={classes.name}>
        {name}
      </h3>
      <div className={classes.words}>
        {words.map((line) => (
          <p key={line}>{unbroken(line)}</p>
        ))}
        {formula === null ? null : (
          <p className={classes.formula}>
            <span className="visually-hidden">Formula: </span>
            {unbroken(formula)}
          </p>
        )}
        <p className={classes.source} data-ours={ours || undefined}>
          {sourceWords(definition)}
        </p>
      </div>
    </article>
  );
}

function Group({ group, asked }: { group: DefinitionGroup; asked: string }) {
  return (
    <Section id={group.id} title={group.heading} lead={group.lead}>
      <div className={classes.entries}>
        {group.definitions.map((definition) => (
          <Entry key={definition.id} definition={definition} isAsked={definition.id === asked} />
        ))}
      </div>
    </Section>
  );
}

/** Every definition in words, made from the objects that compute the figures. */
export function MethodPage() {
  const asked = useAskedPlace();
  return (
    <OutcomesFrame page="method" title="Method" question={null}>
      <div className={classes.page}>
        <p className={classes.lead}>
          What every figure means, in the words of the definition that computes it. Definitions version{" "}
          {OUTCOMES_VERSION}, rule set {RULE_SET}. “Ours” marks what Soundings sets itself, without a
          published basis.
        </p>
        <nav aria-label="On this page" className={classes.contents}>
          {DEFINITIONS.map(({ id, heading }) => (
            <a key={id} href={`#${id}`}>
              {heading}
            </a>
          ))}
        </nav>
        {DEFINITIONS.map((group) => (
          <Group key={group.id} group={group} asked={asked} />
        ))}
      </div>
    </OutcomesFrame>
  );
}
