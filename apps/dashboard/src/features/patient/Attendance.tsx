import type { AttendanceWeek, EpisodePicture, SessionMarkOnTimeline } from "@soundings/clinical";
import { weekEnd } from "../../charts/day-words.ts";
import { dateWords } from "../../ui/dates.ts";
import { AttendanceBlocks, NoDataText } from "../../ui/marks/index.ts";
import { ScrollBox } from "./ScrollBox.tsx";
import classes from "./tables.module.css";
import { hoursWords } from "./words.ts";

function sessionsOf(picture: EpisodePicture, week: AttendanceWeek): SessionMarkOnTimeline[] {
  const last = weekEnd(week.from);
  return picture.sessions
    .filter(({ on }) => on >= week.from && on <= last)
    .sort((a, b) => (`${a.on}${a.time}` < `${b.on}${b.time}` ? -1 : 1));
}

const WIDTH = 120;
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

function WeekRow({ picture, week }: { picture: EpisodePicture; week: AttendanceWeek }) {
  return (
    <tr>
      <th scope="row">{week.week + 1}</th>
      <td>
        {dateWords(week.from, picture.asOf)}
        {week.complete ? "" : ", not over"}
      </td>
      <td className={week.countable === 0 ? undefined : classes.number}>
        {week.countable === 0 ? (
          <NoDataText missing="no countable session" />
        ) : (
          `${week.attended} of ${week.countable}`
        )}
      </td>
      <td>
        <AttendanceBlocks sessions={sessionsOf(picture, week)} />
      </td>
      <td className={classes.number}>{hoursWords(week.deliveredMinutes)}</td>
      <td className={classes.number}>
        {week.requiredMinutes === null ? "none set" : hoursWords(week.requiredMinutes)}
      </td>
      <td>
        <HoursBar week={week} />
      </td>
    </tr>
  );
}

/** Attendance by program week, with the hours delivered against the hours of the level. */
export function Attendance({ picture }: { picture: EpisodePicture }) {
  return (
    <section className={classes.section} aria-labelledby="attendance">
      <h2 id="attendance" className={classes.title}>
        Attendance by week
      </h2>
      {picture.attendanceWeeks.length === 0 ? (
        <p className={classes.empty}>No week of this stay has begun.</p>
      ) : (
        <ScrollBox label="Attendance by week, table">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Week</th>
                <th scope="col">From</th>
                <th scope="col">Attended</th>
                <th scope="col">Sessions</th>
                <th scope="col">Hours</th>
                <th scope="col">Hours of the level</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {picture.attendanceWeeks.map((week) => (
                <WeekRow key={week.week} picture={picture} week={week} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
