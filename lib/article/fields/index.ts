import { AUTHORS } from './authors.ts';
import { COLUMN_PATH } from './columnPath.ts';
import { CONTRIBUTOR } from './contributor.ts';
import { INDEX_NUMBER, ISSUER, SUBJECT_CATEGORY, VALIDITY } from './documentHeader.ts';
import { DOCUMENT_NUMBER } from './documentNumber.ts';
import { EDITORS } from './editors.ts';
import { KEYWORDS } from './keywords.ts';
import { KICKER } from './kicker.ts';
import { LEAD } from './lead.ts';
import { ORIGINAL_TITLE } from './originalTitle.ts';
import { PUBLISHED_AT } from './publishedAt.ts';
import type { ReadField } from './readField.ts';
import type { FieldRules } from './rule.ts';
import { SITE_NAME } from './siteName.ts';
import { SOURCE } from './source.ts';
import { SUBTITLE } from './subtitle.ts';
import { TEXT } from './text.ts';
import { TITLE } from './title.ts';
import { VIEWS } from './views.ts';
import { WRITTEN_ON } from './writtenOn.ts';

/**
 * The rules of each field. Each field of `Article` that rules read needs a row here; the compiler reports a missing
 * one.
 */
export const FIELD_RULES = {
  title: TITLE,
  kicker: KICKER,
  subtitle: SUBTITLE,
  originalTitle: ORIGINAL_TITLE,
  publishedAt: PUBLISHED_AT,
  writtenOn: WRITTEN_ON,
  source: SOURCE,
  contributor: CONTRIBUTOR,
  authors: AUTHORS,
  editors: EDITORS,
  keywords: KEYWORDS,
  lead: LEAD,
  views: VIEWS,
  issuer: ISSUER,
  documentNumber: DOCUMENT_NUMBER,
  indexNumber: INDEX_NUMBER,
  subjectCategory: SUBJECT_CATEGORY,
  validity: VALIDITY,
  siteName: SITE_NAME,
  columnPath: COLUMN_PATH,
  text: TEXT,
} satisfies { [F in ReadField]: FieldRules<F> };

/** The fields that are read by rules, in the order in which records list them. */
export const READ_FIELDS = Object.keys(FIELD_RULES) as ReadField[];
