/** The lightness (CIE Y, 0 to 1) from which words count as light. Light words have a dark background. */
const LIGHT = 0.35;

/**
 * Whether the words of an element are light, as on a dark page. Marks on light words are fainter, so that the words
 * stay legible. Reads the colour of the words and not of the background, which may be a picture.
 */
export function hasLightWords(element: Element | null): boolean {
  const color = element ? getComputedStyle(element).color : '';
  const parts = /^rgba?\(([^)]*)\)/
    .exec(color)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  if (!parts || parts.length < 3) return false;
  const [r = 0, g = 0, b = 0] = parts.map((value) => (value / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > LIGHT;
}
