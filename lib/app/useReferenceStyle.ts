import { useState } from 'preact/hooks';
import { type ReferenceStyle, styleOf } from '../exchange/references.ts';

const KEY = 'referenceStyle';

/**
 * The style of copied bibliographic references. The choice is stored in `localStorage`, so it applies only in this
 * browser.
 */
export function useReferenceStyle(): { style: ReferenceStyle; choose: (id: string) => void } {
  const [style, setStyle] = useState(() => styleOf(localStorage.getItem(KEY)));
  return {
    style,
    choose: (id) => {
      localStorage.setItem(KEY, id);
      setStyle(styleOf(id));
    },
  };
}
