/** `npm run <bench> -- --short` measures only a little, to show that a bench works, not what anything costs. */
export const isShort = process.argv.includes('--short');

export const rounds = (full: number, short: number): number => (isShort ? short : full);
