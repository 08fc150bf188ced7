/** The CPU seconds that each process of the browser has used so far, by process. */
export async function cpuOf(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
}

/** The CPU seconds that all processes of the browser have used so far. */
export const cpuOfAll = async (browser) =>
  [...(await cpuOf(browser)).values()].reduce((sum, one) => sum + one, 0);
