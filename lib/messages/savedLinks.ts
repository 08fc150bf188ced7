import { z } from '../zod.ts';
import { message } from './message.ts';

/** The most links of one request. A page with more links in view sends several requests. */
export const MOST_ASKED = 100;

/** The longest address of a link that is asked about, in UTF-16 units. Longer addresses are not those of articles. */
export const LONGEST_ADDRESS = 2048;

/**
 * Requests of the script that marks links to saved articles. The script runs only where the person has switched these
 * marks on.
 */
export const savedLinksMessages = {
  /** Asks which of these addresses are saved. The answer has one value for each address, in the same order. */
  'visit.savedLinks': message({
    request: z.object({
      urls: z.array(z.string().check(z.maxLength(LONGEST_ADDRESS))).check(z.maxLength(MOST_ASKED)),
    }),
    answer: z.object({ saved: z.array(z.boolean()) }),
  }),
} as const;
