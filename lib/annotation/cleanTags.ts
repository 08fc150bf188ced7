/**
 * Tags in the form in which they are stored: trimmed, in Unicode's composed form (NFC), without repeated or empty tags.
 */
export const cleanTags = (tags: string[]): string[] => [
  ...new Set(tags.map((tag) => tag.normalize('NFC').trim()).filter(Boolean)),
];
