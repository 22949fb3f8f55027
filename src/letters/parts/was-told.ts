import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from } from '../composer.ts';
import type { Block } from '../document.ts';
import { type People, standpointOf } from '../people.ts';
import { type History, takesSeveral } from './history-facts.ts';

/** What was said about the treatment, and whether it brought little. */
export interface WasTold {
  readonly wasTold: readonly string[];
  readonly notImproving: boolean;
}

export const readWasTold = ({ 'doctor-said': said }: Partial<Answers>): WasTold => ({
  wasTold: (said?.['doctor-said'] ?? []).filter((one) => one !== 'none-of-these'),
  notImproving: (said?.['not-improving'] ?? []).length > 0,
});

/** Each only where it was answered. Where the patient cannot decide, the one who acts for them was told. */
export function wasTold(
  facts: WasTold & Pick<History, 'currentMedicine'> & { readonly people: People },
  composer: Composer,
): readonly Block[] {
  const { wasTold: told, notImproving, people } = facts;
  const noImprovement = takesSeveral(facts) ? 'no-improvement-of-several' : 'no-improvement';
  const who = standpointOf(people) === 'authority' ? 'writer-was-told' : 'was-told';
  const sourceOf = (said: string) => from('doctor-said', `doctor-said:${said}`);
  const first = told.find((said) => !composer.isLeftOut(sourceOf(said)));
  return composer.paragraph(
    ...told.map((said) => {
      const it = composer.phrase(`told-${said}`);
      return composer.told(
        composer.say(first === undefined || said === first ? who : `${who}-too`, { it }),
        sourceOf(said),
      );
    }),
    notImproving ? composer.told(composer.say(noImprovement), from('doctor-said', 'not-improving')) : '',
  );
}
