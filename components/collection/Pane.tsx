import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether the views of the collection show in a pane next to an article. */
export const InPane = createContext(false);

/** The element of a view: the main part of its page, or a pane within that main part. */
export function Pane(props: Omit<JSX.HTMLAttributes<HTMLElement>, 'ref'>) {
  return useContext(InPane) ? (
    <div {...(props as JSX.HTMLAttributes<HTMLDivElement>)} />
  ) : (
    <main {...props} />
  );
}
