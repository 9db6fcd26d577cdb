import type { ItemMove, ItemMoves as Moves } from "@soundings/clinical";
import { CHANGE_MARKS, directionOf } from "../../ui/marks/change.ts";
import { ChangeText } from "../../ui/marks/index.ts";
import { signed } from "../../ui/numbers.ts";
import { isOnlyAnswer, itemName, movesProblem, moveWords, showsTrend, worseTitle } from "./move-words.ts";
import classes from "./moves.module.css";

interface MoveProps {
  readonly move: ItemMove;
  readonly trend: boolean;
  readonly near: string;
}

function changeWords(move: ItemMove): string {
  return `${signed(move.change)} ${CHANGE_MARKS[directionOf(move.change)].word}`;
}

function Move({ move, trend, near }: MoveProps) {
  const onlyAnswer = isOnlyAnswer(move);
  return (
    <li className={classes.move} data-safety={move.safety || undefined}>
      <span className={classes.topic}>
        {move.topic} <span className={classes.name}>{itemName(move)}</span>
      </span>
      <span className={classes.change}>
        {trend && !onlyAnswer ? <ChangeText change={move.change} reliable={null} /> : null}
        {trend || onlyAnswer ? null : changeWords(move)}
      </span>
      <span className={classes.answers}>{moveWords(move, near)}</span>
    </li>
  );
}

interface ListProps {
  readonly title: string;
  readonly none: string;
  readonly items: readonly ItemMove[];
  readonly moves: Moves;
  readonly near: string;
}

function MoveList({ title, none, items, moves, near }: ListProps) {
  return (
    <div>
      <h3 className={classes.title}>{title}</h3>
      {items.length === 0 ? <p className={classes.none}>{none}</p> : null}
      <ol>
        {items.map((move) => (
          <Move
            key={`${move.instrument}${move.number}`}
            move={move}
            trend={showsTrend(moves, move.instrument)}
            near={near}
          />
        ))}
      </ol>
    </div>
  );
}

/** The few items that moved most, suicidality first. */
export function ItemMoves({ moves, near }: { moves: Moves; near: string }) {
  const problem = movesProblem(moves);
  if (problem !== null) return <p className={classes.none}>{problem}</p>;
  return (
    <div className={classes.moves}>
      <MoveList
        title={worseTitle(moves)}
        none="No item is worse."
        items={moves.worsening}
        moves={moves}
        near={near}
      />
      <MoveList title="Better" none="No item is better." items={moves.improving} moves={moves} near={near} />
    </div>
  );
}
