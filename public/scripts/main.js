import { Button, Checkboxes, createAll, ErrorSummary, SkipLink } from 'govuk-frontend';
import { refetchOnBack } from './refetch-on-back.js';
import { copyButtons } from './copy.js';
import { checkBeforeShowing } from './history.js';
import { hideOnLeave } from './leave.js';
import { printButtons } from './print.js';
import { shareButtons } from './share.js';

// The components need the second class to start; style sheets may use either.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const component of [Button, Checkboxes, ErrorSummary, SkipLink]) createAll(component);
copyButtons();
printButtons();
shareButtons();
checkBeforeShowing();
hideOnLeave();
refetchOnBack();
