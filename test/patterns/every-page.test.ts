/**
 * What is true of every page in every state. It is one test file, as every state is requested once for each worker, and
 * two files may run in two workers.
 */
import './statements.ts';
import './voices.ts';
import './weight.ts';
