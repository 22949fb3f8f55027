import { setImmediate as turn } from 'node:timers/promises';
import type { Outcome, Room, Rows } from '../../../src/store/rows.ts';

/** A lane's call to the store, which waits for its turn. */
interface Call {
  readonly name: 'get' | 'insert' | 'replace' | 'touch' | 'delete';
  readonly id: string;
  readonly go: () => void;
}

/** One of the two works that run side by side. */
export type Lane = 0 | 1;

/** After how many of its calls each lane dies; Infinity means that it lives. */
export type Deaths = readonly [number, number];

/** The order in which two lanes made their calls, and when each of them died. */
export interface Schedule {
  readonly order: readonly Lane[];
  readonly deaths: Deaths;
}

/** How a lane ended. */
export type Ending<T> = { readonly value: T } | { readonly error: unknown } | 'died';

/** The result of running two works that share rows, call by call. */
export interface Run<T> {
  readonly schedule: Schedule;
  /** Undefined if the run was abandoned, as its order is equivalent to one that was run before. */
  readonly endings: readonly [Ending<T>, Ending<T>] | undefined;
  /** Other orders to try, which begin like this one and are not equivalent to it. */
  readonly others: readonly (readonly Lane[])[];
}

/**
 * Runs two works call by call, first in the order given, and then the first lane before the second.
 * @param works each gets rows whose calls wait for their turn
 */
export async function runInSteps<T>(
  rows: Rows,
  works: readonly [(rows: Rows) => Promise<T>, (rows: Rows) => Promise<T>],
  { order: begin, deaths }: Schedule,
): Promise<Run<T>> {
  const lanes = works.map((work, at) => createLane(rows, work, deaths[at]!));
  const order: Lane[] = [];
  const others: Lane[][] = [];
  let last: { lane: Lane; call: Call; other: Call | undefined } | undefined;
  for (;;) {
    const calls = [await lanes[0]!.next(), await lanes[1]!.next()] as const;
    const possible = ([0, 1] as const).filter((lane) => calls[lane]);
    if (possible.length === 0) break;
    // If the first lane's call could have gone before an independent call of the second that has just been made, both
    // orders give the same result. So the second lane has to go on, or there is nothing new to see.
    const repeats = last?.lane === 1 && calls[0] && last.other === calls[0] && !affects(last.call, calls[0]);
    const lane = begin[order.length] ?? (repeats && calls[1] ? 1 : possible[0]!);
    if (repeats && lane === 0) return { schedule: { order, deaths }, endings: undefined, others };
    if (begin[order.length] === undefined && lane === 0 && calls[1]) others.push([...order, 1]);
    last = { lane, call: calls[lane]!, other: calls[lane === 0 ? 1 : 0] };
    order.push(lane);
    await lanes[lane]!.step();
  }
  const endings = [await lanes[0]!.ending(), await lanes[1]!.ending()] as const;
  return { schedule: { order, deaths }, endings, others };
}

/** Whether the order of two calls makes a difference. */
function affects(one: Call, other: Call): boolean {
  return one.id === other.id && !(one.name === 'get' && other.name === 'get');
}

function createLane<T>(rows: Rows, work: (rows: Rows) => Promise<T>, diesAfter: number) {
  let waiting: Call | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let ending: Ending<T> | undefined;
  let made = 0;

  const queued =
    <Given extends readonly unknown[], Result>(
      name: Call['name'],
      method: (id: string, ...given: Given) => Promise<Result>,
    ) =>
    (id: string, ...given: Given): Promise<Result> =>
      new Promise((resolve, reject) => {
        const go = () => {
          running = method(id, ...given).then(resolve, reject);
        };
        waiting = { name, id, go };
      });
  const stepped: Rows = {
    ...rows,
    get: queued('get', (id) => rows.get(id)),
    insert: queued<[Buffer, number, Room], boolean>('insert', (...given) => rows.insert(...given)),
    replace: queued<[number, Buffer, number], Outcome>('replace', (...given) => rows.replace(...given)),
    touch: queued<[number], boolean>('touch', (...given) => rows.touch(...given)),
    delete: queued<[number], Outcome>('delete', (...given) => rows.delete(...given)),
  };
  work(stepped).then(
    (value) => (ending = { value }),
    (error: unknown) => (ending = { error }),
  );

  return {
    /** The call that is waiting, or undefined once the lane has ended or died. */
    async next(): Promise<Call | undefined> {
      while (!waiting && !ending) await turn();
      if (ending === undefined && made >= diesAfter) ending = 'died';
      return ending === undefined ? waiting : undefined;
    },
    async step(): Promise<void> {
      const call = waiting!;
      waiting = undefined;
      made++;
      call.go();
      await running;
    },
    async ending(): Promise<Ending<T>> {
      await this.next();
      return ending!;
    },
  };
}

/**
 * Runs two works in every order of their calls that can make a difference. Two calls on different rows, and two that
 * only read, give the same result in either order.
 * @param run runs both works from the beginning, and checks the result
 * @returns each schedule that was run
 */
export async function runInEveryOrder<T>(
  deaths: Deaths,
  run: (schedule: Schedule) => Promise<Run<T>>,
): Promise<readonly Schedule[]> {
  const waiting: (readonly Lane[])[] = [[]];
  const done: Schedule[] = [];
  for (let order = waiting.pop(); order; order = waiting.pop()) {
    const { schedule, endings, others } = await run({ order, deaths });
    waiting.push(...others);
    if (endings) done.push(schedule);
  }
  return done;
}
