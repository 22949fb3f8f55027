// Preloaded into every measured process, which then reports its processor time without any change to its own code.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send(user + system);
});
// The bench has ended, and nothing else would end this process.
process.on('disconnect', () => process.exit());
// The probe does not keep the process alive.
process.channel?.unref();
