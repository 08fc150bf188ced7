import { createContext } from 'preact';

/** Shows the items that have a tag; undefined in a view without a list. */
export const ShowTag = createContext<((tag: string) => void) | undefined>(undefined);
