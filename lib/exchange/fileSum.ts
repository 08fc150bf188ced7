import { isObject } from '../record/jsonValue.ts';
import { sha256 } from '../record/sha256.ts';
import type { ExportHead } from './exportForm.ts';
import { ExportSum } from './exportSum.ts';

/**
 * How the articles of a file are compared with its checksum: not at all (`none`), by their lines as they are (`lines`),
 * or by what they contain, however it is laid out (`content`), which takes longer.
 */
export type Summing = 'none' | 'lines' | 'content';

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Computes the checksum of the articles that are read, and compares it with the one in the file. */
export class FileSum {
  private readonly sum = new ExportSum();

  constructor(private readonly summing: Summing) {}

  /**
   * Adds an article. `line`: its JSON as it is in the file, as text or as UTF-8; unused where the content is compared.
   * Bytes may be overwritten as soon as the function has returned its promise.
   */
  async add(line: string | Uint8Array<ArrayBuffer>, value: unknown): Promise<void> {
    if (this.summing === 'none') return;
    const json = this.summing === 'content' ? (JSON.stringify(value) ?? '') : line;
    const { texts, annotations } = isObject(value) ? value : {};
    await this.sum.add(json, { texts: listOf(texts), annotations: listOf(annotations) });
  }

  /** Whether counts and checksum agree with those in the file. Null where it has none, or nothing is compared. */
  async isIntact({ counts, sha256: sum, extras, extrasSha256 }: ExportHead): Promise<boolean | null> {
    if (this.summing === 'none' || !counts || !sum) return null;
    if (extrasSha256 && (await sha256(JSON.stringify(extras) ?? '')) !== extrasSha256.toLowerCase())
      return false;
    return (
      JSON.stringify(this.sum.counts) === JSON.stringify(counts) &&
      (await this.sum.sum()) === sum.toLowerCase()
    );
  }
}
