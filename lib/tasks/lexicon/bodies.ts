import { BODY_END } from '../../chinese/organisations.ts';

/** A public body at the end of words: 市教育局, 各部门. */
export const BODY_AT_END = new RegExp(`${BODY_END}$`);
