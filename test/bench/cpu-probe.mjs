// Preloaded into every process that is measured, so that it tells what it used without being changed.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send(user + system);
});
// The bench has ended, however it ended: nobody else would end this one.
process.on('disconnect', () => process.exit());
// What is measured lives as long as it would without us.
process.channel?.unref();
