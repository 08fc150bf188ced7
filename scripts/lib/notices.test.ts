import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noticesOf } from './notices.mjs';

test('the notices name every package that is shipped, with its licence', () => {
  const notices = noticesOf('.');
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const name of Object.keys(dependencies))
    expect(notices).toMatch(new RegExp(`^${name.replace('/', '\\/')} \\d+\\.\\d+\\S* \\(`, 'm'));
  expect(notices).toContain('Apache License');
  expect(notices).toContain('Redistribution and use in source and binary forms');
});
