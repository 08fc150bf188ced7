import type { ExtractorWorld } from './world.ts';

/**
 * The table of `lib/chinese/script.ts`, as the reader script has left it. The build of the extractor script has this
 * module in the place of that one, because the table is large and a page needs it once. The reader is always there
 * before the extractor, which it asks for.
 */
export const SCRIPT: Uint16Array = (globalThis as ExtractorWorld).pizhuScript!;
