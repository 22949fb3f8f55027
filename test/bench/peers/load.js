import autocannon from 'autocannon';

// Each connection is a person, by an autocannon of its own that sends one request a second. A single autocannon with
// all of them would send the requests of each second at once, at its start.
process.once('message', async ({ rate, seconds, people }) => {
  const milliseconds = [];
  const ask = async (n) => {
    await new Promise((done) => setTimeout(done, (n * 1_000) / rate));
    const { url, requests } = people[n % people.length];
    const running = autocannon({
      ...{ url, connections: 1, overallRate: 1, duration: seconds, timeout: 60 },
      // So that at each moment each kind of page is asked for.
      requests: requests.map((_, at) => requests[(at + n) % requests.length]),
    });
    running.on('response', (client, status, bytes, took) => milliseconds.push(took));
    const { errors, '4xx': refused, '5xx': failed } = await running;
    return errors + refused + failed;
  };
  const faults = await Promise.all(Array.from({ length: rate }, (_, n) => ask(n)));
  process.send({ milliseconds, faults: faults.reduce((a, b) => a + b, 0) });
});
process.once('disconnect', () => process.exit());
