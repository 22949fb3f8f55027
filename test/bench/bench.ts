import { letterRoundsText, measureLetters } from './beside-letters.ts';
import { goalLines } from './goals.ts';
import { machine } from './numbers.ts';
import { measurePages, roundsText } from './pages.ts';
import { installPeers } from './peers.ts';
import { letterTable, pageTable } from './tables.ts';

/**
 * What a page and a letter cost, beside a bare `node:http` server and beside other libraries that do the same work, in
 * one run. Each server is a process of its own that reports its own processor time, so the client's work is not
 * counted. The words of every page are checked before it is measured.
 */

installPeers();

console.log(`${machine()}; µs of processor a request, ${roundsText}; sessions in memory unless told.`);
console.log('The bare server sends as many bytes as our page has before it is compressed.');
console.log('To a browser that takes gzip; ours and hmpo-app compress, Express by itself does not:\n');
const pages = await measurePages();
console.log(pageTable(pages, 'gzip'));
console.log('\nThe same pages to a client that takes no compression:\n');
console.log(pageTable(pages, 'identity'));

console.log(`\nThe same letter, ms of processor, ${letterRoundsText}:\n`);
const letters = await measureLetters();
console.log(letterTable(letters));

console.log(`\nGoals:\n\n${goalLines(pages, letters).join('\n')}`);
