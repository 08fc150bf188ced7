// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { onAddressChange, pageDocument } from './address.ts';

test('a new address is heard of, and a new fragment is none', () => {
  const navigation = new EventTarget();
  const location = { href: 'https://a.cn/1#a' };
  const page = { location, defaultView: { navigation } } as unknown as Document;
  const changed = vi.fn();
  onAddressChange(page, changed);
  const go = (href: string) => {
    location.href = href;
    navigation.dispatchEvent(new Event('currententrychange'));
  };
  go('https://a.cn/1#b');
  expect(changed).not.toHaveBeenCalled();
  go('https://a.cn/2#b');
  expect(changed).toHaveBeenCalledTimes(1);
  go('https://a.cn/2');
  expect(changed).toHaveBeenCalledTimes(1);
  go('https://a.cn/1');
  expect(changed).toHaveBeenCalledTimes(2);
  go('https://a.cn/1#/detail?id=1');
  go('https://a.cn/1#/detail?id=2');
  expect(changed).toHaveBeenCalledTimes(4);
});

test('a browser without the Navigation API throws nothing', () => {
  const page = { location: { href: 'https://a.cn/1' }, defaultView: {} } as unknown as Document;
  onAddressChange(page, () => {});
  onAddressChange({ ...page, defaultView: null } as unknown as Document, () => {});
});

test('the document of the page is that at the top', () => {
  expect(pageDocument()).toBe(document);
});
