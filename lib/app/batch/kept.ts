/**
 * The key in local storage of the last batch. It remains there if the page or the browser is closed before the batch is
 * finished.
 */
export const KEPT = 'batch';
