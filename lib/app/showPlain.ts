import { options, type VNode } from 'preact';
import { plainText } from '../record/plainText.ts';

/** Attributes whose text is shown or read aloud. */
const WORDS = ['title', 'alt', 'aria-label', 'placeholder'] as const;

type TextNode = { type: null; props: unknown };

/**
 * Removes invisible and direction-changing characters from all texts and attributes that Preact renders. Done here for
 * all views, so that none can forget it. What a person types in an input stays as typed.
 */
export function showPlain(): void {
  const before = options.vnode;
  options.vnode = (vnode: VNode) => {
    const node = vnode as VNode<Record<string, unknown>> | TextNode;
    if (node.type === null) {
      if (typeof node.props === 'string') node.props = plainText(node.props);
    } else if (typeof node.type === 'string') {
      const props = node.props as Record<string, unknown>;
      for (const name of WORDS) if (typeof props[name] === 'string') props[name] = plainText(props[name]);
    }
    before?.(vnode);
  };
}
