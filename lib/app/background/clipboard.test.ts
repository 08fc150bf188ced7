import { beforeEach, expect, test, vi } from 'vitest';

const steps: string[] = [];
let copied: () => unknown = () => ({ copied: true });
(globalThis as { chrome?: unknown }).chrome = {
  runtime: {
    id: 'test',
    sendMessage: async ({ pizhu, request }: { pizhu: string; request: { text: string } }) => {
      steps.push(`${pizhu} ${request.text}`);
      return { ok: true, value: copied() };
    },
  },
  offscreen: {
    createDocument: async ({ url, reasons }: { url: string; reasons: string[] }) => {
      if (steps.at(-1)?.startsWith('open') || steps.at(-1)?.startsWith('clipboard'))
        throw new Error('one is open');
      steps.push(`open ${url} ${reasons}`);
    },
    closeDocument: async () => void steps.push('close'),
  },
};
const { copyHere, copyOffscreen } = await import('./clipboard.ts');

beforeEach(() => {
  steps.length = 0;
  copied = () => ({ copied: true });
});

const whole = (text: string) => ['open offscreen.html CLIPBOARD', `clipboard.write ${text}`, 'close'];

test('one text after the other is copied, because one document alone can be open', async () => {
  expect(await Promise.all([copyOffscreen('甲'), copyOffscreen('乙')])).toEqual([true, true]);
  expect(steps).toEqual([...whole('甲'), ...whole('乙')]);
});

test('what the browser refuses is told, the document is closed, and the next is copied', async () => {
  copied = () => ({ copied: false });
  expect(await copyOffscreen('甲')).toBe(false);
  copied = () => {
    throw new Error('gone');
  };
  expect(await copyOffscreen('乙')).toBe(false);
  copied = () => ({ copied: true });
  expect(await copyOffscreen('丙')).toBe(true);
  expect(steps.filter((step) => step === 'close')).toHaveLength(3);
});

test('a background that is a document copies by itself, and says where that is refused', async () => {
  const writeText = vi.fn(async (_: string) => {});
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  expect(await copyHere('甲')).toBe(true);
  expect(writeText).toHaveBeenCalledWith('甲');
  writeText.mockRejectedValue(new Error('refused'));
  expect(await copyHere('甲')).toBe(false);
  vi.unstubAllGlobals();
});
