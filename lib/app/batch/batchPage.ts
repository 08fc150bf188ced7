/** The file of the batch page, on which many pages are saved together. */
export const BATCH_PAGE = '/batch.html';

type Runtime = { getURL(path: typeof BATCH_PAGE): string };

/** Whether a tab shows a batch page. The browser always shows the addresses of the extension's own pages. */
export const showsBatch = (runtime: Runtime, { url }: { url?: string | undefined }): boolean =>
  url?.split(/[?#]/)[0] === runtime.getURL(BATCH_PAGE);
