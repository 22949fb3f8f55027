import { type Logger, pino, type LoggerOptions } from 'pino';

/** Lines are written several at a time: one by one they cost a tenth of a page. */
const TOGETHER_BYTES = 4_096;
const LATEST_MS = 200;
/** What waits while the log cannot be written; more of it is dropped. */
const MOST_WAITING_BYTES = 1_048_576;

/** The log: a line of JSON each, or one to read where somebody looks on. What waits is written when the process ends. */
export function createLog(level: string): Logger {
  // `base: null`: neither the process nor the machine. The collector of the logs knows both.
  const options: LoggerOptions = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  if (!process.stdout.isTTY) {
    const lines = pino.destination({
      sync: false,
      minLength: TOGETHER_BYTES,
      maxLength: MOST_WAITING_BYTES,
    });
    // A full disk or a reader that has gone stops the log, and nothing else: the next line is tried again.
    let isBroken = false;
    lines.on('error', () => (isBroken = true));
    lines.on('write', () => (isBroken = false));
    setInterval(() => lines.flush(), LATEST_MS).unref();
    // Before pino's own listeners, which try again for ever where the log cannot be written.
    const giveUp = () => void (isBroken && lines.destroy());
    process.prependOnceListener('beforeExit', giveUp);
    process.prependOnceListener('exit', giveUp);
    return pino(options, lines);
  }
  return pino(options, { write: (line) => void process.stdout.write(readable(line)) });
}

/** A line of the log for a person. */
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

/** What may be told of an error that nobody expected: its name and where, never its words, which somebody may have typed. */
export function described(error: unknown): { error: string; at: string | undefined } {
  if (!(error instanceof Error)) return { error: typeof error, at: undefined };
  const { message, name, stack = '' } = error;
  const frames = stack.slice(stack.indexOf(message) + message.length);
  return { error: name, at: /\n\s+at (.+)/.exec(frames)?.[1] };
}
