import type { FormInput } from '../../src/questionnaire/fields/field.ts';
import type { StoredEntry } from '../../src/record/timeline.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A day as it is typed into three boxes: "3 Nov 2026", or "Nov 2026" when only the month is known. */
function typedDay(name: string, text: string): FormInput {
  const [year = '', month = '', day = ''] = text.split(' ').reverse();
  return {
    [`${name}-day`]: day,
    [`${name}-month`]: String(MONTHS.indexOf(month) + 1),
    [`${name}-year`]: year,
  };
}

/**
 * An entry of the record, as the store keeps it.
 * @param text what happened and what was chosen: "answer answer-was=no reasons-given=yes"; a day as `name=3-Nov-2026`
 */
export function entry(day: string, text: string, addedAt = 0): StoredEntry {
  const [what = '', ...said] = text.split(' ');
  const fields = said.map((one): FormInput => {
    const [name = '', value = ''] = one.split('=');
    return /-\w{3}-\d{4}$/.test(value) ? typedDay(name, value.replaceAll('-', ' ')) : { [name]: value };
  });
  return {
    id: `${what}-${day.replaceAll(' ', '-')}-${String(addedAt)}`,
    what,
    addedAt,
    fields: Object.assign({}, typedDay('when', day), ...fields) as FormInput,
  };
}
