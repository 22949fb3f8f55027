import { buildAssets } from '../../scripts/build-assets.ts';

/** Builds the style sheet and the scripts once, before any test requests a page, so that no two workers build them. */
export async function setup(): Promise<void> {
  await buildAssets();
}
