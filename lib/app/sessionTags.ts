import { cleanTags } from '../annotation/cleanTags.ts';
import { z } from '../zod.ts';

/** The session storage key of the tags that every saved page gets until the browser is closed. */
export const SESSION_TAGS = 'sessionTags';
const Tags = z.array(z.string());

/** The part of `browser.storage.session` that this file needs. */
type Session = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** Reads stored tags. Empty where they cannot be read. */
export const readTags = (stored: unknown): string[] => Tags.safeParse(stored).data ?? [];

/** Reads the tags of this session. Empty where they cannot be read. */
export const sessionTags = async (session: Session): Promise<string[]> =>
  readTags((await session.get(SESSION_TAGS).catch(() => ({}) as Record<string, unknown>))[SESSION_TAGS]);

/** Sets the tags of this session. Repeated tags are stored once. */
export const setSessionTags = (session: Session, tags: string[]): Promise<void> =>
  session.set({ [SESSION_TAGS]: cleanTags(tags) });
