import type { Body } from '../body/body.ts';
import type { LabelledValues, labelledLines } from '../metadata/labelled.ts';
import type { Line } from '../metadata/line.ts';
import type { Zones } from '../metadata/zones.ts';
import type { LinkedData } from '../page/jsonLd.ts';
import type { Meta } from '../page/meta.ts';
import type { ScriptData } from '../page/scriptData.ts';
import type { HeadlineLines, NamedHeadline } from './headlineLines.ts';
import type { ReadField, ValueOf } from './readField.ts';
import type { WeChat } from './weChat.ts';

/** Everything that the rules can read of a page. Each part is computed when a rule first needs it. */
export type Evidence = {
  doc: Document;
  /** The text of the page's `<title>` element. */
  pageTitle: string;
  url: string;
  /** The canonical address, which the page itself gives. */
  canonical: string | null;
  /**
   * The time of capture, from which relative dates (3小时前) are counted back. Undefined for a stored page, whose time of
   * capture is unknown.
   */
  now: Date | undefined;
  meta: Meta;
  linked: LinkedData;
  weChat: WeChat;
  /** The article as JSON in a script, on a page whose content a script renders. */
  script: ScriptData | null;
  lines: Line[];
  /** The lines of the page together with the labels in each. */
  labelledLines: ReturnType<typeof labelledLines>;
  /**
   * The labelled values of a document's header, which is the table above a policy document. They can be read before the
   * headline is known.
   */
  header: LabelledValues;
  /** The line with the most signs of a headline. */
  headline: NamedHeadline | null;
  /** The range of lines that the headline fills. */
  headlineLines: HeadlineLines;
  zones: Zones;
  labelled: LabelledValues;
  /** The article's text. Null until it has been read; only the rules of `text` use it. */
  body: Body | null;
  /** Returns the value of another field, by that field's rules. */
  fieldValue: <F extends ReadField>(field: F) => ValueOf<F> | null;
};
