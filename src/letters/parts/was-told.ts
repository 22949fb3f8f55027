import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from, type Wording } from '../composer.ts';
import type { Block } from '../document.ts';
import { type People, standpointOf } from '../people.ts';
import { type History, takesSeveral } from './history-facts.ts';

/** What was said about the treatment, and whether it has not helped. */
export interface WasTold {
  readonly wasTold: readonly string[];
  readonly notImproving: boolean;
}

export const readWasTold = ({ 'doctor-said': answer }: Partial<Answers>): WasTold => ({
  wasTold: (answer?.['doctor-said'] ?? []).filter((one) => one !== 'none-of-these'),
  notImproving: (answer?.['not-improving'] ?? []).length > 0,
});

type WasToldCase = WasTold & Pick<History, 'currentMedicine'> & { readonly people: People };

/** What was said, as a paragraph. */
export const wasTold = (facts: WasToldCase, composer: Composer): readonly Block[] =>
  composer.paragraph(...wasToldSentences(facts, composer));

/** Each only if answered. If the patient cannot decide, it was said to the person who acts for them. */
export function wasToldSentences(facts: WasToldCase, composer: Composer): readonly Wording[] {
  const { wasTold: statements, notImproving, people } = facts;
  const noImprovement = takesSeveral(facts) ? 'no-improvement-of-several' : 'no-improvement';
  const writer = standpointOf(people) === 'authority' ? 'writer-' : '';
  const who = `${writer}was-told`;
  const sourceOf = (statement: string) => from('doctor-said', `doctor-said:${statement}`);
  const first = statements.find((statement) => !composer.isLeftOut(sourceOf(statement)));
  return [
    ...statements.map((statement) => {
      const it = composer.phrase(`${writer}told-${statement}`);
      return composer.fromAnswer(
        composer.say(first === undefined || statement === first ? who : `${who}-too`, { it }),
        sourceOf(statement),
      );
    }),
    notImproving
      ? composer.fromAnswer(composer.say(noImprovement), from('doctor-said', 'not-improving'))
      : '',
  ];
}
