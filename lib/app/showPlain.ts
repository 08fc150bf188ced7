import { options, type VNode } from 'preact';
import { plainText } from '../record/plainText.ts';

/** Attributes whose words are shown or read out. */
const WORDS = ['title', 'alt', 'aria-label', 'placeholder'] as const;

type TextNode = { type: null; props: unknown };

/**
 * Removes invisible and direction-changing characters from all texts and attributes that Preact renders. Done in one
 * place, so that no view can omit it. What a person types in a field stays as typed.
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
