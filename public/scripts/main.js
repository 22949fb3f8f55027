import { Button, Checkboxes, createAll, ErrorSummary, SkipLink } from 'govuk-frontend';
import { copyButtons } from './copy.js';
import { askBeforeShowing } from './history.js';
import { hideOnLeave } from './leave.js';
import { goBackToTheQuestion } from './mended.js';

// The components ask for the second class before they start; style sheets may ask for either.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const component of [Button, Checkboxes, ErrorSummary, SkipLink]) createAll(component);
copyButtons();
askBeforeShowing();
hideOnLeave();
goBackToTheQuestion();
