import { z } from '../zod.ts';

/** One item that a change has touched. `gone`: the item no longer exists. */
export const Ref = z.object({
  kind: z.enum(['article', 'text', 'annotation', 'tag', 'trash', 'quarantine', 'history', 'snapshot']),
  id: z.string(),
  /** The touched article, or the article that the touched item belongs to. */
  articleId: z.nullable(z.string()),
  gone: z.boolean(),
});
export type Ref = z.infer<typeof Ref>;

/**
 * The notice that every part of the extension gets after a change has been written: background, popup, panel, options.
 */
export const ChangeNotice = z.object({ counter: z.int(), refs: z.array(Ref) });
export type ChangeNotice = z.infer<typeof ChangeNotice>;
