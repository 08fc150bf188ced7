import { expect, test } from 'vitest';
import { asStoreError, StoreError } from './errors.ts';

const named = (name: string, inner?: object) => Object.assign(new Error('why'), { name, inner });

test.each([
  'QuotaExceededError',
  'OpenFailedError',
  'UnknownError',
  'DatabaseClosedError',
  'MissingAPIError',
  'InvalidStateError',
])('%s is a failure of the storage, told with its words', (name) => {
  for (const error of [named(name), named('AbortError', { name })]) {
    const told = asStoreError(error);
    expect(told).toBeInstanceOf(StoreError);
    expect(told).toMatchObject({ code: 'storage', message: 'why', cause: error });
  }
});

test('any other error stays what it is', () => {
  const own = new StoreError('notFound');
  expect(own.message).toBe('notFound');
  for (const error of [own, named('TypeError'), named('AbortError', {}), 'words', null])
    expect(asStoreError(error)).toBe(error);
});
