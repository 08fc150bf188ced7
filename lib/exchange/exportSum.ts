import { sha256 as hashOf } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '../record/sha256.ts';
import type { ExportCounts } from './exportForm.ts';

/** How many hashes are computed at the same time. */
const HASHED_AT_ONCE = 32;

/** Counts the articles of a file as they are written or read, and computes their checksum. */
export class ExportSum {
  readonly counts: ExportCounts = { articles: 0, texts: 0, annotations: 0 };
  /**
   * Hashes the list of hashes as it grows, so that the list is never in memory. Uses a library, because the browser's
   * own function hashes only complete data.
   */
  private readonly lines = hashOf.create();
  /** The hashes that are being computed, in the order of the articles. */
  private hashes: Promise<string>[] = [];

  /**
   * Adds an article, given as JSON without blanks, as text or as UTF-8. Waits for hashes only now and then, because a
   * wait takes long. Bytes may be overwritten as soon as the function has returned its promise.
   */
  async add(
    json: string | Uint8Array<ArrayBuffer>,
    { texts, annotations }: { texts: unknown[]; annotations: unknown[] },
  ): Promise<void> {
    this.counts.articles++;
    this.counts.texts += texts.length;
    this.counts.annotations += annotations.length;
    this.hashes.push(sha256(json));
    if (this.hashes.length >= HASHED_AT_ONCE) await this.collect();
  }

  private async collect(): Promise<void> {
    const hashes = await Promise.all(this.hashes);
    this.hashes = [];
    if (hashes.length) this.lines.update(utf8ToBytes(`${hashes.join('\n')}\n`));
  }

  /** The `sha256` of the file. Can be called once. */
  async sum(): Promise<string> {
    await this.collect();
    return bytesToHex(this.lines.digest());
  }
}
