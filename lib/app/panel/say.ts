/**
 * Tells the user that something was done or failed; `undo` takes it back. Empty words end what was told, unless that can
 * still be undone.
 */
export type Say = (words: string, undo?: () => Promise<unknown>) => void;
