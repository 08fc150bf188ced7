import { inUnits } from '../../chinese/patterns.ts';
import { isPerson, isSurname } from '../../chinese/surnames.ts';
import { labelAlone } from './labels.ts';

const NAME = inUnits(/^\p{Script=Han}{2,4}$/u);

/**
 * The editors in a line that lists roles and names with blanks instead of colons; null for any other line. Examples: 编辑
 * 何苗 校对 方宁 (editor He Miao, proof-reader Fang Ning), 编辑 / 何苗, （责任编辑 何苗 方宁）. （青山区纪委 方宁 责任编辑 何苗） names the writer first.
 * If there is only one role, the names must be persons' or in brackets. With two roles, any name counts.
 */
export function rolesOf(text: string): { editors: string[] } | null {
  if (text.length > 80) return null;
  const words = text
    .replace(/^.*(?:\|\|\s*|\s(?=(?:责任编辑|文字)\s))|^[（(【[［]\s*|\s*[）)】\]］]$/g, '')
    .split(/[\s、/]+/);
  const editors: string[] = [];
  const names: string[] = [];
  let roles = 0;
  let field = '';
  for (const word of words) {
    const label = /[:：]/.test(word) ? null : labelAlone(word);
    if (label && /^(editors|authors|ignored)$/.test(label.field)) {
      // Two roles without a name between them are a menu.
      if (names.length === 0 && roles) return null;
      roles++;
      field = label.field;
    } else if (roles && NAME.test(word)) {
      names.push(word);
      if (field === 'editors') editors.push(word);
    } else return null;
  }
  if (!roles || !names.length) return null;
  // Names in brackets need not look like a person's, because they may be pen names: （编辑 木子） (editor Muzi).
  const isSigned = /^[（(［].*[）)］]$/.test(text) && names.every((name) => !/[部室社台组网报]$/.test(name));
  // The word 编辑 (editor, edit) also occurs in menus of sites, but 责任编辑 and 责编 (responsible editor) only before a name.
  // So after these two, a name with a rare surname is accepted too.
  const isName = text.includes('责') ? (name: string) => isSurname(name[0]!) : isPerson;
  return roles > 1 || isSigned || names.every(isName) ? { editors } : null;
}
