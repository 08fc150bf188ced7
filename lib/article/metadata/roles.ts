import { isPerson, isSurname } from '../../chinese/surnames.ts';
import { labelAlone } from './labels.ts';

const NAME = /^\p{Script=Han}{2,4}$/u;

/**
 * The editors in a line of roles and names with blanks for colons; null for any other line. Examples are 编辑 何苗 校对 方宁,
 * 编辑 / 何苗, （责任编辑 何苗 方宁）; （青山区纪委 方宁
 * 责任编辑 何苗） names the writer first. After a single role, the names must be persons' or in brackets. With two roles, any
 * name counts.
 */
export function rolesOf(text: string): { editors: string[] } | null {
  if (text.length > 80) return null;
  const words = text
    .replace(/^.*(?:\|\|\s*|\s(?=责任编辑\s))|^[（(【[]\s*|\s*[）)】\]]$/g, '')
    .split(/[\s、/]+/);
  const editors: string[] = [];
  const names: string[] = [];
  let roles = 0;
  let field = '';
  for (const word of words) {
    const label = /[:：]/.test(word) ? null : labelAlone(word);
    if (label && /^(editors|authors|ignored)$/.test(label.field)) {
      // Two roles side by side are a menu.
      if (names.length === 0 && roles) return null;
      roles++;
      field = label.field;
    } else if (roles && NAME.test(word)) {
      names.push(word);
      if (field === 'editors') editors.push(word);
    } else return null;
  }
  if (!roles || !names.length) return null;
  // （编辑 木子）: a pen name.
  const isSigned = /^[（(].*[）)]$/.test(text) && names.every((name) => !/[部室社台组网报]$/.test(name));
  // 责任编辑 is no part of a menu, so that a rare surname is a name too.
  const isName = text.includes('责任编辑') ? (name: string) => isSurname(name[0]!) : isPerson;
  return roles > 1 || isSigned || names.every(isName) ? { editors } : null;
}
