import { datesIn } from '../../chinese/dates.ts';
import { simplified } from '../../chinese/fold.ts';
import type { PageLine } from '../page/lines.ts';
import { type FoundLabel, findLabels, type Labelled, labelAlone, valuesOf } from './labels.ts';
import type { LabelledField } from './labelTable.ts';

/** A text with what rules ask of it. Each answer is worked out when it is first asked for, and kept. */
export class RuledText {
  #folded?: string;
  #dates?: ReturnType<typeof datesIn>;
  #labels?: readonly FoundLabel[];
  #labelled?: { values: Labelled[]; blank: LabelledField | null };
  #alone?: ReturnType<typeof labelAlone>;

  constructor(readonly text: string) {}

  /** In simplified characters, unit for unit. */
  get folded(): string {
    this.#folded ??= simplified(this.text);
    return this.#folded;
  }
  get dates(): ReturnType<typeof datesIn> {
    this.#dates ??= datesIn(this.text);
    return this.#dates;
  }
  /** The labels in it, of no field too. */
  get labels(): readonly FoundLabel[] {
    this.#labels ??= findLabels(this.text);
    return this.#labels;
  }
  /** What its labels say, and the label that it ends with and leaves without a value. */
  get labelled(): { values: Labelled[]; blank: LabelledField | null } {
    this.#labelled ??= valuesOf(this.text, this.labels);
    return this.#labelled;
  }
  /** The label that fills it, as in a cell of its own; null where none does. */
  get alone(): ReturnType<typeof labelAlone> {
    if (this.#alone === undefined) this.#alone = labelAlone(this.text);
    return this.#alone;
  }
  /** Begins with a label, one of no field too: 字号：大 中 小. */
  get beginsWithLabel(): boolean {
    return this.labels[0]?.index === 0;
  }
  /** Holds nothing but labelled values, or a date and these: it is no part of the body. */
  get isMetadata(): boolean {
    const { text } = this;
    if (text.length > 160 || /。/.test(text.slice(0, -1))) return false;
    if (!this.labels.some(({ field }) => field !== 'ignored')) return false;
    // 药剂科供稿 编辑/何苗 is a line of the tail with words of its own; dates and counts are none.
    return /^[\d\s年月日时分秒:：/|.\-—【[（(】\]）)]*$/.test(text.slice(0, this.labels[0]!.index));
  }
}

/** A line of a page, with its place among them. */
export class Line extends RuledText {
  readonly element: Element;
  readonly hidden: boolean;
  constructor(
    { text, element, hidden = false }: PageLine,
    readonly index: number,
  ) {
    super(text);
    this.element = element;
    this.hidden = hidden;
  }
}
