import { createContext } from 'preact';

/** Where the task begins at which an article was opened (UTF-16 offset in its text); null for none. */
export const ChosenTask = createContext<number | null>(null);
