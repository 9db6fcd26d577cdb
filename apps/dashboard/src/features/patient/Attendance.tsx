import type { AttendanceWeek, EpisodePicture, Modality, SessionMarkOnTimeline } from "@soundings/clinical";
import { weekday } from "../../charts/day-words.ts";
import { useRecordActions } from "../../lib/record-actions.ts";
import { dateWords } from "../../ui/dates.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { EARLY_MISS, MODALITY_MARKS } from "../../ui/marks/sessions.ts";
import { counted } from "../../ui/numbers.ts";
import { AttendanceLegend } from "./AttendanceLegend.tsx";
import classes from "./attendance.module.css";
import {
  type CalendarWeek,
  calendarWeeks,
  earlyMisses,
  foldedWeeks,
  sharedModality,
  usedDays,
} from "./attendance-weeks.ts";
import { correctFrom } from "./correct-from.ts";
import { moveInGrid } from "./grid-keys.ts";
import { SessionBlock } from "./SessionBlock.tsx";
import { missedWords } from "./session-words.ts";
import tables from "./tables.module.css";
import { attendedWords, hoursOfWeek } from "./words.ts";

const WIDTH = 72;
const HEADROOM = 1.25;

/** Hours as a bar against a line for the hours of the level. */
function HoursBar({ week }: { week: AttendanceWeek }) {
  const required = week.requiredMinutes;
  if (required === null || required === 0) return null;
  const full = required * HEADROOM;
  const line = (WIDTH * required) / full;
  return (
    <svg width={WIDTH} height={12} viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true" focusable="false">
      <rect
        y={3}
        height={6}
        width={Math.min(WIDTH, (WIDTH * week.deliveredMinutes) / full)}
        fill="var(--ink-3)"
      />
      <path d={`M${line} 0V12`} stroke="var(--ink)" strokeWidth={1.5} />
    </svg>
  );
}

/** Weeks of the stay count from 1. */
function weekName({ week, facts }: CalendarWeek): string {
  if (facts) return `Week ${week + 1}`;
  return week < 0 ? "Before admission" : "After the stay";
}

interface WeekProps {
  readonly week: CalendarWeek;
  readonly days: readonly number[];
  readonly near: string;
  readonly shared: Modality | null;
  /** The session at which the keyboard enters. */
  readonly entry: string | undefined;
}

function WeekRow({ week, days, near, shared, entry }: WeekProps) {
  const { from, facts } = week;
  return (
    <li className={classes.week} data-row>
      <div className={classes.name}>
        <h3>{weekName(week)}</h3>
        <span className={classes.from}>
          {`from ${dateWords(from, near)}`}
          {facts && !facts.complete ? ", not over" : ""}
        </span>
      </div>
      <ol className={classes.days}>
        {days.map((place) => {
          const day = week.days[place];
          if (!day) return null;
          return (
            <li key={place} className={classes.day} data-empty={day.sessions.length === 0 || undefined}>
              <span className={classes.date}>
                <span className={classes.weekday}>{weekday(day.on)} </span>
                {dateWords(day.on, near)}
              </span>
              {day.sessions.map((session) => (
                <SessionBlock
                  key={session.sessionId}
                  session={session}
                  near={near}
                  withPlace={shared === null}
                  entry={session.sessionId === entry}
                />
              ))}
              {day.sessions.length === 0 ? <span className={classes.no}>no session</span> : null}
            </li>
          );
        })}
      </ol>
      {facts ? (
        <p className={classes.sum}>
          <span>{attendedWords(facts)}</span>
          <span className={classes.hours}>
            {hoursOfWeek(facts)} {facts.countable > 0 ? <HoursBar week={facts} /> : null}
          </span>
        </p>
      ) : (
        <p className={classes.sum}>outside the stay, counts for no week</p>
      )}
    </li>
  );
}

function EarlyMisses({ sessions, near }: { sessions: readonly SessionMarkOnTimeline[]; near: string }) {
  const missed = earlyMisses(sessions);
  if (missed.length === 0) return null;
  return (
    <p className={classes.early}>
      <MarkWord mark={{ ...EARLY_MISS, word: `${missed.length} missed in the first two weeks:` }} />{" "}
      {missed.map((session) => `${dateWords(session.on, near)} (${missedWords(session)})`).join(", ")}
    </p>
  );
}

type WeeksProps = Omit<WeekProps, "week"> & { readonly weeks: readonly CalendarWeek[] };

function Weeks({ weeks, ...rest }: WeeksProps) {
  return (
    <ol>
      {weeks.map((week) => (
        <WeekRow key={week.week} week={week} {...rest} />
      ))}
    </ol>
  );
}

function EarlierWeeks({ weeks, ...rest }: WeeksProps) {
  if (weeks.length === 0) return null;
  return (
    <details className={classes.earlier}>
      <summary>
        Earlier <span className={tables.count}>{counted(weeks.length, "week")}</span>
      </summary>
      <Weeks weeks={weeks} {...rest} />
    </details>
  );
}

/** What stands in place of the calendar, or beside it, where little is known. */
function Remarks({ picture, weeks }: { picture: EpisodePicture; weeks: readonly CalendarWeek[] }) {
  const shared = sharedModality(picture.sessions);
  if (weeks.length === 0) return <p className={tables.empty}>No week of this stay has begun.</p>;
  if (picture.sessions.length === 0) {
    return <p className={tables.empty}>No session of this stay is known. That is not an absence.</p>;
  }
  return shared ? <p className={tables.empty}>Every session {MODALITY_MARKS[shared].word}.</p> : null;
}

/** Every session by program week and day, with the hours delivered against the hours of the level. */
export function Attendance({ picture }: { picture: EpisodePicture }) {
  const { sessions, asOf } = picture;
  const { correct } = useRecordActions();
  const weeks = calendarWeeks(picture);
  const days = usedDays(weeks);
  const onCorrect = correctFrom(correct, "session");
  const { first, earlier, latest } = foldedWeeks(weeks);
  const last = latest.flatMap((week) => week.days.flatMap((day) => day.sessions)).at(-1);
  const shared = sharedModality(sessions);
  const rest = { days, near: asOf, shared, entry: last?.sessionId };
  return (
    <section className={tables.section} aria-labelledby="attendance">
      <h2 id="attendance" className={tables.title}>
        Attendance by week
      </h2>
      <EarlyMisses sessions={sessions} near={asOf} />
      <Remarks picture={picture} weeks={weeks} />
      {/* One listener for the keys of all blocks, which are stops of their own. */}
      <section
        className={classes.weeks}
        aria-label="Sessions by week and day"
        style={{ "--days": Math.max(1, days.length) }}
        onDoubleClick={onCorrect}
        onKeyDown={(event) => {
          moveInGrid(event);
          if (event.key === "Enter") onCorrect(event);
        }}
      >
        <Weeks weeks={first} {...rest} />
        <EarlierWeeks weeks={earlier} {...rest} />
        <Weeks weeks={latest} {...rest} />
      </section>
      <AttendanceLegend sessions={sessions} withPlace={shared === null} />
    </section>
  );
}
