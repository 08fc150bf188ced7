import { namesWithKnownSurname } from './knownSurnames.ts';
import { mentionsOf } from './mentions.ts';
import type { People } from './person.ts';
import { placesOfNames } from './places.ts';
import { namesWithUnknownSurname } from './unknownSurnames.ts';

/**
 * Finds the people of a folded text (see `fold`), and every place that names them. A person has the longest title that
 * the text gives. Takes linear time.
 */
export function peopleOf(text: string): People {
  const places = placesOfNames(text);
  const found = [...namesWithKnownSurname(text, places), ...namesWithUnknownSurname(text, places)];
  found.sort((a, b) => a.at - b.at);
  const byName: People['byName'] = new Map();
  for (const { name, title, at, titleAt } of found) {
    const known = byName.get(name);
    if (!known) byName.set(name, { name, title, nameAt: { start: at, end: at + name.length }, titleAt });
    else if (title && (!known.title || title.length > known.title.length))
      Object.assign(known, { title, titleAt });
  }
  return { byName, mentions: mentionsOf(text, byName, found) };
}
