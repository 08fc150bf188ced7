/**
 * Shows the user a message about an action. `undo` undoes the action. Empty words remove a message that offers no undo.
 */
export type Notify = (words: string, undo?: () => Promise<unknown>) => void;
