import { type Logger, pino, type LoggerOptions } from 'pino';

/** Lines are written in batches: one by one, they take a tenth of the time of a page. */
const TOGETHER_BYTES = 4_096;
const LATEST_MS = 200;
/** The most to hold while the log cannot be written; the rest is dropped. */
const MOST_WAITING_BYTES = 1_048_576;

/** The log: JSON lines, or readable lines on a terminal. Waiting lines are written when the process ends. */
export function createLog(level: string): Logger {
  // `base: null` leaves out the process id and host name, which the log collector knows.
  const options: LoggerOptions = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  if (!process.stdout.isTTY) {
    const lines = pino.destination({
      sync: false,
      minLength: TOGETHER_BYTES,
      maxLength: MOST_WAITING_BYTES,
    });
    // A full disk or a closed pipe stops only the log, and the next line is tried again.
    let isBroken = false;
    lines.on('error', () => (isBroken = true));
    lines.on('write', () => (isBroken = false));
    setInterval(() => lines.flush(), LATEST_MS).unref();
    // Before pino's own listeners, which would retry for ever if the log cannot be written.
    const giveUp = () => void (isBroken && lines.destroy());
    process.prependOnceListener('beforeExit', giveUp);
    process.prependOnceListener('exit', giveUp);
    return pino(options, lines);
  }
  return pino(options, { write: (line) => void process.stdout.write(readable(line)) });
}

/** A JSON line of the log in a readable form. */
export function readable(line: string): string {
  const { time, level, msg, ...rest } = JSON.parse(line) as {
    time: string;
    level: number;
    msg?: string;
    [name: string]: unknown;
  };
  const clock = time.slice(time.indexOf('T') + 1, -1);
  const named = Object.entries(rest).map(([name, value]) => `${name}=${String(value)}`);
  return (
    [clock, pino.levels.labels[level]?.toUpperCase().padEnd(5), msg, ...named].filter(Boolean).join(' ') +
    '\n'
  );
}

/** What the log may say about an unexpected error: its name and place. Its message may hold user input. */
export function described(error: unknown): { error: string; at: string | undefined } {
  if (!(error instanceof Error)) return { error: typeof error, at: undefined };
  const { message, name, stack = '' } = error;
  const frames = stack.slice(stack.indexOf(message) + message.length);
  return { error: name, at: /\n\s+at (.+)/.exec(frames)?.[1] };
}
