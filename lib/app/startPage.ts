import { colorClassesCss } from '../annotation/colors.ts';
import { language, type MessageKey, t } from './i18n.ts';
import { showPlain } from './showPlain.ts';

/**
 * Sets up a page of the extension: its title, the colours of marks, and its language, which fonts and screen readers
 * need.
 */
export function startPage(title: MessageKey): void {
  showPlain();
  document.documentElement.lang = language();
  document.title = t(title);
  const style = document.createElement('style');
  style.textContent = colorClassesCss;
  document.head.append(style);
}
