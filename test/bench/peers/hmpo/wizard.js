import { readFileSync } from 'node:fs';
import wizard from 'hmpo-form-wizard';

/** The words and the answers of our product. */
export const words = JSON.parse(readFileSync(process.env.PAGE_WORDS, 'utf8'));
const { radios, text, letterRows, situationRows } = words;

/** Puts the wizard's two answers into the rows. The other rows are ready-made, which favours the wizard. */
class CheckAnswers extends wizard.Controller {
  locals(request, response, done) {
    super.locals(request, response, (error, locals) => {
      if (error) return done(error);
      const { translate } = response.locals;
      const chosen = request.sessionModel.get(radios.name);
      const given = {
        [radios.name]: translate(`fields.${radios.name}.items.${chosen}.label`),
        [text.name]: request.sessionModel.get(text.name),
      };
      const filled = (rows) =>
        rows.map((row) => (row.slug in given ? { ...row, lines: [given[row.slug]] } : row));
      done(null, {
        ...locals,
        letterRows: filled(letterRows),
        situationRows: filled(situationRows),
      });
    });
  }
}

export const steps = {
  '/': { entryPoint: true, skip: true, next: radios.name },
  [`/${radios.name}`]: { fields: [radios.name], template: 'question', next: text.name },
  [`/${text.name}`]: { fields: [text.name], template: 'question', next: 'check-answers' },
  '/check-answers': { controller: CheckAnswers, noPost: true },
};

export const fields = {
  [radios.name]: { type: 'radios', items: radios.options.map(({ value }) => value) },
  [text.name]: { type: 'textarea', rows: 8, validate: [{ type: 'maxlength', arguments: [2000] }] },
};
