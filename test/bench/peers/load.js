import autocannon from 'autocannon';

// Each person is a connection of an autocannon of its own, which sends one request a second. A single autocannon for
// all of them would send all requests of a second at once.
process.once('message', async ({ rate, seconds, people }) => {
  const milliseconds = [];
  const ask = async (n) => {
    await new Promise((done) => setTimeout(done, (n * 1_000) / rate));
    const { url, requests } = people[n % people.length];
    const running = autocannon({
      url,
      connections: 1,
      overallRate: 1,
      duration: seconds,
      timeout: 60,
      // People start at different pages, so that every kind of page is requested at any moment.
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
