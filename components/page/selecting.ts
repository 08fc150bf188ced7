import { DEFAULT_COLOR } from '@/lib/annotation/colors.ts';
import { TASK_TAG } from '@/lib/annotation/taskTag.ts';
import type { Choice } from '@/lib/app/annotator/keys.ts';
import { selectedRange, selectedRanges } from '@/lib/app/annotator/selection.ts';
import type { PageActions } from '@/lib/app/annotator/tools.ts';
import { errorText, t } from '@/lib/app/i18n.ts';
import type { MarkAction } from '@/lib/messages/schema.ts';
import type { Bar } from './bar.ts';
import type { MarkCard } from './markCard.ts';
import { keySheet, notice, toolbar } from './toolbar.ts';

type Parts = {
  doc: Document;
  actions: PageActions;
  bar: Bar;
  card: MarkCard;
  /** Closes all tools of the page. */
  closeAll: () => void;
};

const isSameStart = (a: Range, b: Range): boolean =>
  a.startContainer === b.startContainer && a.startOffset === b.startOffset;

/** Decides what the tools offer for a selection, and carries out the person's choice. */
export class Selecting {
  /** The last choice, which a single key repeats. */
  last: Choice = { action: 'highlight', color: DEFAULT_COLOR };
  /** The selection beside which the toolbar is shown. */
  offered: Range | null = null;
  /** The id of the mark that is waiting for a new place. The next selection becomes its place. */
  reattaching: string | null = null;

  /** Whether the toolbar shows the buttons that make marks. */
  private offersChanges = false;

  constructor(private readonly parts: Parts) {}

  /** Shows the toolbar beside a selection, or asks whether the selection is a mark's new place. */
  offer(range: Range | null): void {
    if (!range) return;
    const { doc, bar } = this.parts;
    this.offered = range;
    const readOnly = this.parts.actions.readOnly();
    this.offersChanges = !readOnly;
    const id = readOnly ? null : this.reattaching;
    const shown = id
      ? notice(doc, t('page_reattach'), {
          label: t('page_reattachHere'),
          run: () => this.reattach(id, range),
        })
      : toolbar(
          doc,
          this.last,
          this.parts.actions.meaningOf,
          (choice) => this.choose(range, choice),
          readOnly ? t('error_newer') : null,
        );
    bar.show(shown, range, t(id ? 'page_reattach' : readOnly ? 'error_newer' : 'page_announced'));
  }

  /**
   * Shows the toolbar again, without the buttons that make marks, once it is known that the collection can only be
   * read.
   */
  checkOffer(): void {
    if (this.offered && this.offersChanges && this.parts.actions.readOnly()) this.offer(this.offered);
  }

  /** Shows the list of all keys in place of the toolbar. The words stay selected, and the keys work. */
  showKeys(range: Range): void {
    this.parts.bar.show(keySheet(this.parts.doc), range, t('page_keys'));
  }

  /** Carries out an action on the present selection. False where nothing is selected. */
  chooseSelected(action: MarkAction): boolean {
    const range = selectedRange(this.parts.doc);
    if (range) this.choose(range, { action, color: this.last.color });
    return range !== null;
  }

  choose(range: Range, choice: Choice): void {
    this.perform(range, choice).catch((error) => this.notice(errorText(error), range));
  }

  private async perform(range: Range, choice: Choice): Promise<void> {
    const { actions, card } = this.parts;
    this.last = choice;
    if (choice.action === 'cite') {
      const copied = await actions.cite(this.allWith(range));
      this.notice(t(copied ? 'page_copied' : 'page_notCopied'), range);
      return;
    }
    const [, ...others] = this.allWith(range);
    this.deselect();
    const tags = choice.action === 'task' ? [TASK_TAG] : [];
    const annotation = await actions.mark(range, choice.color, tags);
    for (const other of others) await actions.mark(other, choice.color, tags);
    if (choice.action === 'note' || choice.action === 'tag') card.open(annotation.id, choice.action);
  }

  /** Returns the range and the other selected passages. Firefox lets the user select several passages with Ctrl. */
  private allWith(range: Range): Range[] {
    const all = selectedRanges(this.parts.doc);
    return all.length > 1 && all.some((one) => isSameStart(one, range))
      ? [range, ...all.filter((one) => !isSameStart(one, range))]
      : [range];
  }

  private reattach(id: string, range: Range): void {
    const { actions, card } = this.parts;
    this.reattaching = null;
    this.deselect();
    actions.retarget(id, range).then(
      () => card.open(id, null),
      (error) => this.notice(errorText(error), range),
    );
  }

  private deselect(): void {
    this.parts.doc.getSelection()?.removeAllRanges();
    this.parts.closeAll();
  }

  private notice(words: string, range: Range): void {
    this.parts.bar.notice(words, range, this.parts.closeAll);
  }
}
