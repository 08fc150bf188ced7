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
  let reached = 0;
  for (const at of placesOf(text, byHead)) {
    if (at < reached) continue;
    // Tries at most eight names, to limit the time. Few people of a text share surname and next character.
    const name = byHead
      .get(text.slice(at, at + 2))
      ?.slice(0, 8)
      .find((one) => text.startsWith(one, at));
    if (!name) continue;
    reached = at + name.length;
    const span = { start: at, end: reached };
    mentions.push({ person: byName.get(name)!, name: span, whole: wholes.get(at) ?? span });
  }
  return mentions;
}

/** The greatest number of beginnings of names for each of which the whole text is searched. */
const FEW = 8;

/** Finds the places of a text at which a name may stand, in order. Takes linear time, however many names there are. */
function placesOf(text: string, byHead: ReadonlyMap<string, unknown>): number[] {
  const places: number[] = [];
  // For a few names, `indexOf` is faster than a loop over all characters.
  if (byHead.size <= FEW) {
    for (const head of byHead.keys())
      for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) places.push(at);
    return places.sort((a, b) => a - b);
  }
  const surnames = new Set([...byHead.keys()].map((head) => head.charCodeAt(0)));
  for (let i = 0; i < text.length - 1; i++) if (surnames.has(text.charCodeAt(i))) places.push(i);
  return places;
}
