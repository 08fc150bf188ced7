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

/** Everything that the rules can read of a page. Each part is computed when it is first asked for. */
export type Evidence = {
  doc: Document;
  /** The page's `<title>`. */
  pageTitle: string;
  url: string;
  /** The address that the page gives as its own. */
  canonical: string | null;
  /** The time of capture, from which relative dates are counted back; undefined for a stored page. */
  now: Date | undefined;
  meta: Meta;
  linked: LinkedData;
  weChat: WeChat;
  /** The article in the data of a script, on a page whose content a script draws. */
  script: ScriptData | null;
  lines: Line[];
  /** The same lines with their labels. */
  labelledLines: ReturnType<typeof labelledLines>;
  /** The labelled values of a document's header, which can be read before the headline is known. */
  header: LabelledValues;
  /** The line that looks most like the headline. */
  headline: NamedHeadline | null;
  /** The lines that the headline fills. */
  headlineLines: HeadlineLines;
  zones: Zones;
  labelled: LabelledValues;
  /** Null until the body has been read; only the rules of `text` ask for it. */
  body: Body | null;
  /** The value of another field. */
  fieldValue: <F extends ReadField>(field: F) => ValueOf<F> | null;
};
