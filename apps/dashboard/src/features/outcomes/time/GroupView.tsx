import {
  type GroupMoves,
  INSTRUMENT_IDS,
  INSTRUMENTS,
  type InstrumentId,
  NOT_RECORDED,
} from "@soundings/clinical";
import { useState } from "react";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { useTRPC } from "../../../lib/trpc.ts";
import { ChoiceField } from "../../../ui/fields.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { counted } from "../../../ui/numbers.ts";
import { Bar } from "../../../ui/Skeleton.tsx";
import { useOpenPatients } from "../compare/use-open-patients.ts";
import { AnswerBlock } from "../parts/AnswerBlock.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import { valueLabel } from "../parts/question-words.ts";
import { Section } from "../parts/Section.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useOptions } from "../parts/use-options.ts";
import { useAsk, useQuestion } from "../parts/use-question.ts";
import { hasRisen, movedWeeks, type Track, tracksOf } from "./figures.ts";
import classes from "./time.module.css";
import { movedWords, TOGETHER, TRACKS_STAY, togetherWords, weekWords } from "./words.ts";

interface TrackPartProps {
  readonly instrument: InstrumentId;
  readonly track: Track;
  readonly name: string;
}

/** One track, open from the start when it rose as one. */
function TrackPart({ instrument, track, name }: TrackPartProps) {
  const open = useOpenPatients();
  const also = { program: track.programId, track: track.track ?? NOT_RECORDED };
  const moved = movedWeeks(track);
  const [isOpen, setOpen] = useState(hasRisen(track));
  return (
    <details className={classes.track} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name} <span className={classes.note}>{togetherWords(moved)}</span>
      </summary>
      {isOpen ? (
        <div className={classes.trackBody}>
          <FigureView
            figure={tracksOf(instrument, track, name)}
            label={`${INSTRUMENTS[instrument].name} by week, ${name}`}
            onPick={(key) => {
              const week = track.weeks.find(({ from }) => from === key);
              if (week) open({ of: "changed", instrument, week: week.from }, also);
            }}
          />
          {moved.length === 0 ? null : (
            <ul>
              {moved.map((week) => (
                <li key={week.from}>
                  {movedWords(week)}{" "}
                  <NumberLink
                    set={{ of: "changed", instrument, week: week.from }}
                    count={week.n}
                    who={`in ${weekWords(week.from)}, ${name}`}
                    also={also}
                  >
                    {counted(week.n, "patient")}
                  </NumberLink>
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : null}
    </details>
  );
}

function Tracks({ moves }: { moves: GroupMoves }) {
  const options = useOptions();
  const { tracks, instrument } = moves;
  if (tracks.length === 0) {
    return (
      <Notice kind="empty" title="No track has two neighboring weeks with scores of the same patient.">
        Choose a longer period, or take out a filter.
      </Notice>
    );
  }
  return tracks.map((track) => {
    const program = valueLabel("program", track.programId, options);
    const name = track.track === null ? `${program}, no track recorded` : `${program}, ${track.track}`;
    return (
      <TrackPart
        key={`${instrument} ${track.programId} ${track.track ?? NOT_RECORDED}`}
        instrument={instrument}
        track={track}
        name={name}
      />
    );
  });
}

const FIRST_INSTRUMENT = "phq-9" satisfies InstrumentId;
const CHOICES = [
  {
    choices: INSTRUMENT_IDS.filter((id) => id !== FIRST_INSTRUMENT).map((value) => ({
      value,
      label: INSTRUMENTS[value].name,
    })),
  },
];

/** Weeks in which a whole track rose or fell together: something in the group, the week or the world, rather than in one patient. */
export function GroupView({ instrument: chosen }: { readonly instrument: InstrumentId | undefined }) {
  const trpc = useTRPC();
  const question = useQuestion();
  const ask = useAsk();
  const instrument = chosen ?? FIRST_INSTRUMENT;
  const state = useAnswer(trpc.outcomes.groupMoves.queryOptions({ ...question, instrument }));
  return (
    <Section id="tracks" title="When a whole track moved together" lead={TOGETHER}>
      <div className={classes.choice}>
        <ChoiceField
          label="Instrument"
          all={INSTRUMENTS[FIRST_INSTRUMENT].name}
          value={instrument === FIRST_INSTRUMENT ? undefined : instrument}
          groups={CHOICES}
          onChoose={(value) => ask({ instrument: value })}
        />
      </div>
      <AnswerBlock of={state} waiting={<Bar width={48} />}>
        {(moves) => (
          <div>
            <Tracks moves={moves} />
            <p className={classes.note}>{TRACKS_STAY}</p>
          </div>
        )}
      </AnswerBlock>
    </Section>
  );
}
