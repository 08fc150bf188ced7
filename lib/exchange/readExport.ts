import { isObject } from '../record/jsonValue.ts';
import { TaskList } from '../tasks/schema.ts';
import { z } from '../zod.ts';
import { ExchangeError } from './errors.ts';
import { EXPORT_VERSION, type ExportedArticle, ExportHead, FORMAT } from './exportForm.ts';
import { readBundle } from './readBundle.ts';

/** Whether a line of NDJSON is its first or last line, and not an article. */
export const isHeadLine = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && value.format === FORMAT && !('articles' in value);

/**
 * Reads and checks the properties of a file apart from its articles. Throws an `ExchangeError` where the file is not an
 * export, or a newer version wrote it.
 */
export function readHead(value: unknown): ExportHead {
  const { format, version } = (value ?? {}) as Partial<ExportHead>;
  if (format !== FORMAT) throw new ExchangeError('notExport');
  if (typeof version === 'number' && version > EXPORT_VERSION) throw new ExchangeError('exportNewer');
  const head = ExportHead.safeParse(value);
  if (!head.success) throw new ExchangeError('notExport', z.prettifyError(head.error));
  return head.data;
}

/**
 * Reads an exported file of any version, and migrates older rows. Throws an `ExchangeError` if a single record cannot
 * be read. An import uses import.ts instead, which reads large files piece by piece.
 */
export function parseExport(json: string): ExportHead & { articles: ExportedArticle[] } {
  let value: { articles?: unknown };
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new ExchangeError(json.includes(FORMAT) ? 'exportCut' : 'notExport', String(error));
  }
  const head = readHead(value);
  if (!Array.isArray(value.articles)) throw new ExchangeError('notExport');
  const articles = value.articles.map((one): ExportedArticle => {
    const { bundle, bad } = readBundle(one);
    if (!bundle || bad.length) throw new ExchangeError('exportDamaged', bad[0]?.detail);
    const corrected = z.array(TaskList).safeParse(one.correctedTaskLists);
    return corrected.success ? { ...bundle, correctedTaskLists: corrected.data } : bundle;
  });
  return { ...head, articles };
}
