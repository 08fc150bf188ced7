/**
 * Shows the user a sentence about an action; `undo` reverts the action. Empty words remove a sentence without undo.
 */
export type Notify = (words: string, undo?: () => Promise<unknown>) => void;
