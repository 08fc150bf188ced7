/**
 * The name of a Web Lock. The page that stores the batch (pages that are saved together) holds this lock. The browser
 * releases it when that page is closed.
 */
const LOCK = 'pizhu-batch';

/**
 * Lets only one page at a time store the batch, because two pages would overwrite each other's changes. Calls `keeps`
 * when it is this page's turn, which lasts until `signal` is aborted. If another page stores the batch now, first calls
 * `waits`.
 */
export function becomeKeeper(
  signal: AbortSignal,
  { keeps, waits }: { keeps: () => void; waits: () => void },
): void {
  const hold = () => {
    // Releases the lock at once if the signal is already aborted, because an aborted signal sends no further event.
    if (signal.aborted) return Promise.resolve();
    keeps();
    return new Promise<void>((end) => signal.addEventListener('abort', () => end(), { once: true }));
  };
  const { locks } = navigator;
  if (!locks) return void hold();
  const failed = (error: unknown) => signal.aborted || console.warn('Pizhu: batch not kept', error);
  locks
    .request(LOCK, { ifAvailable: true }, (lock) => {
      if (lock) return hold();
      waits();
      locks.request(LOCK, { signal }, hold).catch(failed);
      return undefined;
    })
    .catch(failed);
}
