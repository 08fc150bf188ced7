/** Milliseconds that the processor has spent on this process. Unlike a clock, they do not count other processes. */
export function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
