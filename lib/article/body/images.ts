import { simplified } from '../../chinese/simplified.ts';
import type { ArticleImage } from '../schema.ts';

/**
 * Attributes with the picture's address on pages whose script loads pictures later. `src` is then only a blank picture.
 */
const LATE = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-url', 'original', '_src'];

/**
 * Addresses of decorative pictures, such as icons, blank pictures and counters. The real size of a picture is unknown,
 * because a saved page does not contain it; only its `width` and `height` attributes are used.
 */
const DECORATION =
  /(?:^|[/_.-])(?:blank|spacer|pixel|transparent|loading|placeholder|lazy|grey|arrow|icons?|logo|qrcode|ewm|weixin|print|share|avatar|button|btn)(?:[/_.\d-]|$)/i;

/** The absolute address of a picture. Null for decoration, and for an address that a browser cannot show. */
export function imageAddress(image: Element, url: string): string | null {
  const late = LATE.map((name) => image.getAttribute(name)).find((value) => value && !/^data:/.test(value));
  const address = (late ?? image.getAttribute('src') ?? '').trim();
  if (!address || address.startsWith('data:') || !URL.canParse(address, url)) return null;
  const { protocol, href, pathname } = new URL(address, url);
  if (!/^(https?|file):$/.test(protocol)) return null;
  const small = ['width', 'height'].some((side) => {
    const size = Number.parseInt(image.getAttribute(side) ?? '', 10);
    return size > 0 && size <= 48;
  });
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  return small || DECORATION.test(name) ? null : href;
}

/**
 * The forms of a caption: 图为…… (the picture shows) · 图1：…… (picture 1) · ▲…… · ……本报记者 李某 摄 (photo by our reporter Li) ·
 * ……（资料图） (file photo) · ……图片来源：某社 (source of the picture). A line below a picture that has one of these forms becomes
 * the picture's caption.
 */
const CAPTION =
  /^(图为|图[一二三四五六七八九十\d]*\s*[:：]|资料图|资料照片|[▲△▼↑↓])|([\s（(]|[^\s]{2,4}[\s/]*)摄[）)]?[。.]?$|(图片来源|图源|供图|视频截图|截图|资料图片?|资料照片|新华社发)[^。]{0,20}[）)]?$|图\s*[:：]\s*[^。]{2,30}$/;

/** Whether a line is short and has the form of a caption. */
export const isCaption = (line: string): boolean => line.length <= 120 && CAPTION.test(simplified(line));

/**
 * The pictures of an article's text with their captions: the `<figcaption>`, else the line below if it has the form of
 * a caption. `at` is the index of the paragraph that follows the picture.
 */
export function captioned(
  images: { url: string; at: number; caption: string | null }[],
  paragraphs: string[],
): ArticleImage[] {
  const seen = new Set<string>();
  return images.flatMap(({ url, at, caption }) => {
    if (seen.has(url)) return [];
    seen.add(url);
    const below = paragraphs[at];
    return [{ url, caption: caption ?? (below && isCaption(below) ? below : null) }];
  });
}
