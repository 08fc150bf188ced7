/**
 * The key in local storage of the last batch: pages that are saved together. The batch remains there if its page or
 * the browser is closed before the batch is finished.
 */
export const KEPT = 'batch';
