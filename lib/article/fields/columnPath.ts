import { readColumnPath } from '../context/columnPath.ts';
import { rulesFor } from './rule.ts';

/** The breadcrumb of the page: the sections of the site that contain it, outermost first. */
export const COLUMN_PATH = rulesFor('columnPath', [
  // the line above the headline that begins with 当前位置 (you are here), or whose names are separated by > or the like
  // ✓ {top} <p>当前位置：首页 > 要闻 > 正文</p> → 首页、要闻
  // ✗ {top} <p>首页 要闻</p>
  {
    name: 'breadcrumb',
    origin: 'bare-line',
    confidence: 0.8,
    read: ({ lines, fieldValue }) => readColumnPath(lines, fieldValue('title') ?? ''),
  },
]);
