import { expect, test } from 'vitest';
import { columnOf } from '../../scripts/lib/characterColumn.mjs';
import { charactersOf } from './characterTable.ts';

test('a column holds characters in any order', () => {
  expect(charactersOf(columnOf([...'安龙一龥安']))).toBe('安龙一龥安');
});
