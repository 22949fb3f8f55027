import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));
const page = readFileSync(`${docs}/pictures.md`, 'utf8');

describe('docs/pictures.md', () => {
  it('shows every picture, with a description for people who cannot see it', () => {
    const shown = [...page.matchAll(/^!\[(.{20,})\]\(pictures\/(.+)\)$/gm)].map(([, , file]) => file);
    expect(shown.toSorted()).toEqual(readdirSync(`${docs}/pictures`).toSorted());
  });

  it('has no picture of more than 250 KB', () => {
    const large = readdirSync(`${docs}/pictures`).filter(
      (file) => statSync(`${docs}/pictures/${file}`).size > 250_000,
    );
    expect(large).toEqual([]);
  });
});
