/** The CPU time of this process, in milliseconds. Unlike elapsed time, it does not grow while other processes run. */
export function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
