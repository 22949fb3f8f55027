import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import session from 'express-session';
import express from 'express5';
import nunjucks from 'nunjucks';

// Express, Nunjucks and express-session as their own documentation shows them. The markup is ours, written by hand.
// The other peer shows what a set of components adds to the cost.
const words = JSON.parse(readFileSync(process.env.PAGE_WORDS, 'utf8'));
const { radios, text, letterRows, situationRows } = words;
const app = express();
app.disable('x-powered-by');
nunjucks.configure(fileURLToPath(new URL('views', import.meta.url)), {
  express: app,
  autoescape: true,
  noCache: false,
});
app.use(session({ secret: 'only measured', resave: false, saveUninitialized: true }));
app.use(express.urlencoded({ extended: false }));

/** Shows one question, keeps its answer in the session, and goes on. */
function question(page, view, next, isAnswer) {
  app.get(`/${page.name}`, (request, response) => {
    response.render(view, { page, value: request.session[page.name] ?? '' });
  });
  app.post(`/${page.name}`, (request, response) => {
    const value = request.body?.[page.name];
    if (!isAnswer(value)) return response.status(422).render(view, { page, value: '', error: true });
    request.session[page.name] = value;
    response.redirect(303, next);
  });
}
question(
  radios,
  'radios.njk',
  `/${text.name}`,
  (value) => value === '' || radios.options.some((option) => option.value === value),
);
question(text, 'text.njk', '/check-answers', (value) => typeof value === 'string' && value.length <= 2000);

app.get('/check-answers', (request, response) => {
  const given = {
    [radios.name]: radios.options.find(({ value }) => value === request.session[radios.name])?.label,
    [text.name]: request.session[text.name],
  };
  const filled = (rows) =>
    rows.map((row) => (row.slug in given ? { ...row, lines: [given[row.slug]] } : row));
  response.render('check-answers.njk', {
    letterRows: filled(letterRows),
    situationRows: filled(situationRows),
  });
});

app.listen(process.env.PORT, process.env.HOST);
