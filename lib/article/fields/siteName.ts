import { siteInTitle } from './headlineText.ts';
import { rulesFor } from './rule.ts';

/** The name of the site, as the page's `<head>` gives it. */
export const SITE_NAME = rulesFor('siteName', [
  // the tag `SiteName` of the government web-site guidelines (政府网站发展指引)
  // ✓ {head} <meta name="SiteName" content="青山区人民政府"> → 青山区人民政府
  // ✗ {head} <meta name="SiteDomain" content="qingshan.example">
  {
    name: 'standard-meta-SiteName',
    origin: 'standard-meta',
    confidence: 0.95,
    read: ({ meta }) => meta.any('SiteName'),
  },
  // the tag og:site_name or application-name
  // ✓ {head} <meta property="og:site_name" content="青山在线"> → 青山在线
  {
    name: 'meta-site-name',
    origin: 'meta',
    confidence: 0.9,
    read: ({ meta }) => meta.any('og:site_name', 'application-name'),
  },
  // the publisher in schema.org data
  // ✓ {head} <script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"青山在线"}}</script> → 青山在线
  {
    name: 'json-ld-publisher',
    origin: 'json-ld',
    confidence: 0.8,
    read: ({ linked }) => linked.publisher,
  },
  // the last part of the page's `<title>`, where it is the name of a site
  // ✓ {pageTitle} 青山区启动内河清淤三年行动_青山新闻网 → 青山新闻网
  // ✗ {pageTitle} 青山区启动内河清淤三年行动_淤泥去哪儿了
  {
    name: 'end-of-document-title',
    origin: 'document-title',
    confidence: 0.6,
    read: ({ pageTitle }) => siteInTitle(pageTitle),
  },
]);
