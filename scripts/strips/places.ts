import { answered, choicesFor, value } from '../../test/patterns/answered.ts';
import type { Strip } from './sheet.ts';
import type { Stage } from './stage.ts';
import { visit } from './visitor.ts';

const NATIONS = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** The plan of the same person, held under a section or its equivalent, in each nation. */
export async function nations(stage: Stage): Promise<Strip> {
  const shots = [];
  for (const [nation, name] of Object.entries(NATIONS)) {
    const chosen = {
      ...choicesFor({ nation, detained: 'section', 'answer-so-far': 'refused' }),
      ...value('so-far', ['talked', 'asked-for-second-opinion']),
    };
    const visitor = await visit(stage, await stage.app.journey(answered('patient', chosen)));
    await visitor.show('plan');
    shots.push(await visitor.shot(name, 1750, 'main'));
    await visitor.close();
  }
  return {
    shots,
    each: 260,
    name: 'plan-in-each-nation',
    title: 'One plan in each nation, under a section',
    says: 'The same answers in England, Wales, Scotland and Northern Ireland. Each plan has only the law of its own nation.',
  };
}

/** The parts of the page of urgent help that three people need first. */
export async function urgentHelp(stage: Stage): Promise<Strip> {
  const visitor = await visit(stage, await stage.app.journey());
  await visitor.show('/urgent-help');
  const shots = [
    await visitor.shot('First', 844),
    await visitor.shot('Deaf', 844, '#if-you-are-deaf-or-cannot-speak-on-the-telephone'),
    await visitor.shot('Where you live, and on a ward', 844, '#where-you-live'),
  ];
  await visitor.close();
  return {
    name: 'urgent-help',
    title: 'Urgent help: first, deaf, on a ward',
    says: 'The numbers first, each of which can be tapped. Then deaf people’s own ways to 999, each nation’s numbers, and what to say on a ward.',
    shots,
  };
}
