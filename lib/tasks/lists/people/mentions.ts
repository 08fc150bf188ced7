import type { FoundName, People } from './person.ts';

/**
 * Finds every place with one of the known names. Looks names up by their first two characters, so that each place is
 * tried only once.
 */
export function mentionsOf(text: string, byName: People['byName'], found: FoundName[]): People['mentions'] {
  const wholes = new Map(found.map(({ at, whole }) => [at, whole]));
  const byHead = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const head = name.slice(0, 2);
    byHead.set(
      head,
      [...(byHead.get(head) ?? []), name].sort((a, b) => b.length - a.length),
    );
  }
  const mentions: People['mentions'] = [];
  const surnames = new Set([...byHead.keys()].map((head) => head.charCodeAt(0)));
  if (surnames.size === 0) return mentions;
  // The last five bits of the first characters of all names. Most characters have other bits, which takes less time to
  // see than to look a character up.
  let bits = 0;
  for (const surname of surnames) bits |= 1 << (surname & 31);
  for (let i = 0; i < text.length - 1; i++) {
    const code = text.charCodeAt(i);
    if (((bits >> (code & 31)) & 1) === 0 || !surnames.has(code)) continue;
    // Tries at most eight names, to limit the time. Few people of a text share surname and next character.
    const name = byHead
      .get(text.slice(i, i + 2))
      ?.slice(0, 8)
      .find((one) => text.startsWith(one, i));
    if (!name) continue;
    const span = { start: i, end: i + name.length };
    mentions.push({ person: byName.get(name)!, name: span, whole: wholes.get(i) ?? span });
    i += name.length - 1;
  }
  return mentions;
}
