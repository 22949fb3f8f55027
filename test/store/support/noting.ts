import type { Rows } from '../../../src/store/rows.ts';

/** The same rows, with a note of the name of each call and of the id of each inserted row. */
export function noting(rows: Rows, calls: string[], ids: string[] = []): Rows {
  return {
    ...rows,
    get: (id) => (calls.push('get'), rows.get(id)),
    insert: (id, ...given) => (calls.push('insert'), ids.push(id), rows.insert(id, ...given)),
    replace: (id, ...given) => (calls.push('replace'), rows.replace(id, ...given)),
    touch: (id, until) => (calls.push('touch'), rows.touch(id, until)),
    delete: (id, version) => (calls.push('delete'), rows.delete(id, version)),
  };
}
