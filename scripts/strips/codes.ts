import { answered, value } from '../../test/patterns/answered.ts';
import type { Strip } from './sheet.ts';
import type { Stage } from './stage.ts';
import { visit, type Visitor } from './visitor.ts';

/** Codes are random. The pictures show this one instead, so that they only change when the product does. */
const SAMPLE_CODE = 'SAMP-1E00-C0DE-2026';

const showSampleCode = ({ page }: Visitor) =>
  page.locator('[data-code] strong').evaluate((one, code) => void (one.textContent = code), SAMPLE_CODE);

const client = (nickname: string) => answered('advocate', value('nickname', nickname));

/** An advocate with two clients saves a code for the first, clears the first, and goes on. */
export async function threePresses(stage: Stage): Promise<Strip> {
  const first = await stage.app.journey(client('Tuesday at ten'));
  await stage.app.journey(client('Tuesday at noon'), first.secret);
  const advocate = await visit(stage, first);
  await advocate.show('save');
  const shots = [await advocate.shot('First press: Get a code', 1180)];
  await advocate.press('Get a code');
  await showSampleCode(advocate);
  shots.push(await advocate.shot('Second press: Make way for the next person', 1180));
  await advocate.press('Make way for the next person');
  shots.push(await advocate.shot('Third press: Keep the code, and go on', 1180));
  await advocate.press('Keep the code, and go on');
  shots.push(await advocate.shot('Done: the other client is open still', 1180));
  await advocate.close();
  return {
    name: 'three-presses',
    title: 'An advocate saves a code, clears the client and goes on',
    says: 'Three presses: Get a code; Make way for the next person; Keep the code, and go on. The last page says what was kept and what goes on in the other tab.',
    shots,
  };
}

/** What finish and next person ask and say, and the slip of paper with a code. */
export async function endings(stage: Stage): Promise<Strip> {
  const patient = await visit(stage, await stage.app.journey(answered('patient')));
  await patient.show('finish');
  const shots = [await patient.shot('I have finished: what it asks', 1200)];
  await patient.press('I have finished: clear this computer');
  shots.push(await patient.shot('… and what it says', 1200));
  await patient.close();

  const first = await stage.app.journey(client('Tuesday at ten'));
  await stage.app.journey(client('Tuesday at noon'), first.secret);
  const advocate = await visit(stage, first);
  await advocate.show('next-person');
  shots.push(await advocate.shot('Make way for the next person: what it asks', 1200));
  await advocate.press('Delete the answers, and go on');
  shots.push(await advocate.shot('… and what it says', 1200));
  await advocate.close();

  const saver = await visit(stage, await stage.app.journey(answered('patient')));
  await saver.show('save');
  await saver.press('Get a code');
  await showSampleCode(saver);
  // As wide as a sheet of paper, with the slip at its top.
  await saver.page.setViewportSize({ width: 600, height: 844 });
  await saver.page.emulateMedia({ media: 'print' });
  shots.push(await saver.shot('The slip, as it prints', 400));
  await saver.close();
  return {
    name: 'endings',
    title: 'The two endings, and the slip',
    says: 'Clearing the computer and making way for the next person each ask on a page of their own, and say afterwards what was done and what may be left. The slip has the code, its last day and a line for a mark of one’s own, and no name.',
    shots,
  };
}
