import { datesIn } from '../../chinese/dates.ts';
import { simplified } from '../../chinese/simplified.ts';
import type { PageLine } from '../page/lines.ts';
import { type FoundLabel, findLabels, type Labelled, labelAlone, valuesOf } from './labels.ts';
import type { LabelledField } from './labelTable.ts';

/** A text with the properties that rules need. Each property is computed at first use and then kept. */
export class RuledText {
  #folded?: string;
  #dates?: ReturnType<typeof datesIn>;
  #labels?: readonly FoundLabel[];
  #labelled?: { values: Labelled[]; blank: LabelledField | null };
  #alone?: ReturnType<typeof labelAlone>;

  constructor(readonly text: string) {}

  /** The text in simplified characters. Offsets are the same as in the text. */
  get folded(): string {
    this.#folded ??= simplified(this.text);
    return this.#folded;
  }
  get dates(): ReturnType<typeof datesIn> {
    this.#dates ??= datesIn(this.text);
    return this.#dates;
  }
  /** The labels in the text, including those that name no field. */
  get labels(): readonly FoundLabel[] {
    this.#labels ??= findLabels(this.text);
    return this.#labels;
  }
  /** The labelled values of the text, and the label at its end that has no value. */
  get labelled(): { values: Labelled[]; blank: LabelledField | null } {
    this.#labelled ??= valuesOf(this.text, this.labels);
    return this.#labelled;
  }
  /** The label that fills the whole text, as in a cell of its own; null if there are other words. */
  get alone(): ReturnType<typeof labelAlone> {
    if (this.#alone === undefined) this.#alone = labelAlone(this.text);
    return this.#alone;
  }
  /** Whether the text begins with a label, even one that names no field: 字号：大 中 小 (font size). */
  get beginsWithLabel(): boolean {
    return this.labels[0]?.index === 0;
  }
  /**
   * Whether the text contains only labelled values and dates. Such a line is metadata and no part of the article's
   * text.
   */
  get isMetadata(): boolean {
    const { text } = this;
    if (text.length > 160 || /。/.test(text.slice(0, -1))) return false;
    const [first] = this.labels;
    if (!this.labels.some(({ field }) => field !== 'ignored')) return false;
    // A question after 记者： is a part of an interview and names no author: 记者：种这片滩地，您后悔过吗？ (did you ever regret tilling
    // this land?)
    if (first!.field === 'authors' && /[？?！!]/.test(text)) return false;
    // A line is no metadata either if a long sentence follows the writer's name: 【供稿/水务局】四月以来，……。 (sent in by the Water
    // Bureau; since April …)
    if (/^(?:authors|contributor)$/.test(first!.field) && text.length > 60 && /，.*。$/.test(text))
      return false;
    // Words before the first label show that the line is more than metadata: 药剂科供稿 编辑/何苗 (sent in by the pharmacy,
    // editor: He Miao). Dates and counts are no such words, nor is a byline in brackets: 【青山报记者何苗报道】发表于：2023-02-02.
    const before = text.slice(0, first!.index).replace(/^【[^】]*[记記]者[^】]*】/, '');
    return /^[\d\s年月日时分秒:：/|.\-—【〖[（(】〗\]）)]*$/.test(before);
  }
}

/** A line of a page, with its index among all lines. */
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
