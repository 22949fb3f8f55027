import { describe, expect, it } from 'vitest';
import { Metrics } from '../../src/web/metrics.ts';
import { Driver } from '../support/driver.ts';
import { statusOf } from './support/journey.ts';
import { startProduct, temporaryFolder } from './support/product.ts';

describe('the metrics', () => {
  it('show a count from five upwards, and below that not even its name', async () => {
    const metrics = new Metrics();
    const count = () => {
      metrics.letter('review-diagnosis', 'pdf');
      metrics.started();
      metrics.finished(1);
      metrics.request({ route: '/guide', method: 'GET', status: 200, seconds: 0.01 });
    };
    for (let n = 1; n <= 4; n++) count();
    expect(samples(await metrics.text())).toEqual([]);
    count();
    const shown = samples(await metrics.text());
    expect(shown).toEqual(
      expect.arrayContaining([
        'letters_total{kind="review-diagnosis",format="pdf"} 5',
        'journeys_started_total 5',
        'journeys_finished_total 5',
        'http_requests_total{route="/guide",method="GET",status="200"} 5',
        'http_request_seconds_bucket{le="0.01",route="/guide"} 5',
        'http_request_seconds_sum{route="/guide"} 0.05',
        'http_request_seconds_count{route="/guide"} 5',
      ]),
    );
    // Two are faster, which is still too few to show.
    expect(shown).not.toContainEqual(expect.stringContaining('le="0.005"'));
  });

  it('hide one route’s small count although another’s is large', async () => {
    const metrics = new Metrics();
    const answer = (route: string) => metrics.request({ route, method: 'GET', status: 200, seconds: 7 });
    for (let n = 0; n < 9; n++) answer('/guide');
    for (let n = 0; n < 4; n++) answer('/privacy');
    metrics.finished(4);
    const text = await metrics.text();
    expect(text).toContain('http_request_seconds_sum{route="/guide"} 63');
    expect(text).not.toContain('/privacy');
    expect(samples(text).join()).not.toContain('finished');
  });

  it('of a running server name only routes: no journey, no word of an address, no IP address', async () => {
    const { origin } = await startProduct({ DATA_DIR: temporaryFolder() });
    const driver = new Driver(origin);
    await driver.start();
    for (let n = 0; n < 6; n++) {
      await driver.open(`${driver.base}/questions/help-with?Amina`);
      await statusOf(`${origin}/guide/Amina`);
    }
    const text = await (await fetch(`${origin}/metrics`)).text();
    expect(text).toContain('{route="/journey/:id/questions/:slug",method="GET",status="200"} 7');
    expect(text).toContain('{route="/guide/:section",method="GET",status="404"} 6');
    expect(text).not.toContain(driver.base.split('/').at(-1));
    expect(text).not.toMatch(/Amina|127\.0\.0\.1/);
  });
});

const samples = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
