const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LENGTH = 12;

/** A random name from which a page learns nothing: twelve letters, new for each document. */
export const randomName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(LENGTH))].map((byte) => LETTERS[byte % LETTERS.length]).join('');
