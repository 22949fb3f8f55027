import type { Browser } from 'playwright-core';
import type { Shot } from './visitor.ts';

/** A picture of the product: shots in one or more rows. */
export interface Strip {
  /** Its file is `docs/pictures/<name>.jpg`. */
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly shots: readonly Shot[];
  /** How many shots a row has; by default all of them. */
  readonly across?: number;
  /** How wide each is, in pixels. */
  readonly each?: number;
}

const PHONE_WIDTH = 300;

/** Puts the shots of a strip side by side with their captions, as one JPEG. */
export async function sheetOf(browser: Browser, strip: Strip): Promise<Buffer> {
  const { shots, across = shots.length, each = PHONE_WIDTH } = strip;
  const figures = shots.map(
    ({ caption, png }) =>
      `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  const page = await browser.newPage({ viewport: { width: across * (each + 16) + 16, height: 400 } });
  await page.setContent(`<!DOCTYPE html><html lang="en-GB"><style>
    body { margin: 16px; display: grid; grid-template-columns: repeat(${across}, ${each}px); gap: 16px; background: #dcd8d2 }
    figure { margin: 0; display: flex; flex-direction: column }
    figcaption { font: 600 15px/1.3 sans-serif; color: #222; min-height: 2.6em; margin-bottom: 6px }
    img { width: 100%; border: 1px solid #999; box-sizing: border-box }
  </style><body>${figures.join('')}</body></html>`);
  await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
  const picture = await page.screenshot({ fullPage: true, type: 'jpeg', quality: 70 });
  await page.close();
  return picture;
}
