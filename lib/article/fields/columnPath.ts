import { readColumnPath } from '../context/columnPath.ts';
import { rulesFor } from './rule.ts';

/** The path of columns in which the page stands, outermost first. */
export const COLUMN_PATH = rulesFor('columnPath', [
  // the line above the headline that begins with 当前位置, or whose names are separated by signs such as >
  // ✓ {top} <p>当前位置：首页 > 要闻 > 正文</p> → 首页、要闻
  // ✗ {top} <p>首页 要闻</p>
  {
    name: 'breadcrumb',
    origin: 'bare-line',
    confidence: 0.8,
    read: ({ lines, fieldValue }) => readColumnPath(lines, fieldValue('title') ?? ''),
  },
]);
