import { createContext } from 'preact';

/**
 * The task at which the article was opened, so that the list of tasks shows it as chosen: the UTF-16 offset of its first
 * character in the article's text. Null where the article was opened otherwise.
 */
export const ChosenTask = createContext<number | null>(null);
