import { Button, Checkboxes, createAll, ErrorSummary, SkipLink } from 'govuk-frontend';
import { copyButtons } from './copy.js';
import { neverShowCleared } from './history.js';
import { printButtons } from './print.js';
import { shareButtons } from './share.js';

// The components ask for the second class before they start; style sheets may ask for either.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const component of [Button, Checkboxes, ErrorSummary, SkipLink]) createAll(component);
copyButtons();
printButtons();
shareButtons();
neverShowCleared();
