import { FIELD_RULES, READ_FIELDS } from '@/lib/article/fields/index.ts';
import { ruleComments } from './ruleComments.ts';

const BEGIN = '<!-- rules: printed by npm run docs -->';
const END = '<!-- end of rules -->';

const cell = (text: string) => text.replaceAll('|', '\\|');

/** Writes the rules of all fields, in the order in which they are tried, as a Markdown table. */
function ruleTable(root: string): string {
  const comments = ruleComments(root);
  const rows = READ_FIELDS.flatMap((field) =>
    FIELD_RULES[field].rules.map(({ name, confidence }, i) => {
      const { reads = '' } = comments.get(field)?.get(name) ?? {};
      return `| ${i ? '' : `**${field}**`} | ${name} | ${confidence} | ${cell(reads)} |`;
    }),
  );
  return ['| field | rule | sure | reads |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/**
 * Returns docs/extraction.md with a new table of rules. Throws where the comments that enclose the table are missing.
 */
export function withRuleTable(document: string, root: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`"${BEGIN}" and "${END}" must stand around the table of rules`);
  return `${document.slice(0, from + BEGIN.length)}\n${ruleTable(root)}\n${document.slice(to)}`;
}
