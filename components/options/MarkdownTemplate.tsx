import './MarkdownTemplate.css';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { type MessageKey, t } from '@/lib/app/i18n.ts';
import { useMarkdownExample } from '@/lib/app/options/useMarkdownExample.ts';
import { useSettings } from '@/lib/app/useSettings.ts';
import { articleMarkdown, DEFAULT_TEMPLATE, templateFault } from '@/lib/exchange/articleMarkdown.ts';
import type { Store } from '@/lib/store/index.ts';

/** The placeholders that a template can use, grouped by the part of the template in which they have a value. */
const WORDS: [MessageKey, string][] = [
  [
    'templateOfArticle',
    '{{title}} {{source}} {{issuer}} {{documentNumber}} {{published}} {{captured}} {{region}} {{{link}}} {{{tags}}} {{{note}}} {{{frontMatter}}}',
  ],
  [
    'templateOfMarks',
    '{{#marks}}…{{/marks}} {{{quote}}} {{{note}}} {{{tags}}} {{{link}}} {{{foot}}} {{color}} {{meaning}}',
  ],
  ['templateOfTaskLists', '{{#taskLists}}…{{/taskLists}} {{heading}} {{count}} {{{checklist}}}'],
  ['templateOfParagraphs', '{{#paragraphs}}…{{/paragraphs}} {{.}}'],
];

/** Edits the template of Markdown files, and shows an article written with the template. */
export function MarkdownTemplate({ db }: { db: Store }) {
  const { settings, change } = useSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const example = useMarkdownExample(db);
  const template = typed ?? (settings.markdownTemplate || DEFAULT_TEMPLATE);
  const fault = templateFault(template);
  const keep = async (next: string) => {
    await change({ markdownTemplate: next === DEFAULT_TEMPLATE ? '' : next });
    setTyped(null);
  };
  return (
    <section>
      <details class="markdown-template">
        <summary>{t('markdownTemplate')}</summary>
        <div class="stack">
          <p class="quiet">{t('markdownTemplateHow')}</p>
          <dl>
            {WORDS.map(([part, words]) => (
              <Fragment key={part}>
                <dt>{t(part)}</dt>
                <dd class="row">
                  {words.split(' ').map((word) => (
                    <code key={word}>{word}</code>
                  ))}
                </dd>
              </Fragment>
            ))}
          </dl>
          <textarea
            rows={14}
            spellcheck={false}
            aria-label={t('markdownTemplate')}
            data-testid="markdown-template"
            value={template}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <p class="row">
            <button
              type="button"
              data-testid="markdown-template-keep"
              disabled={typed === null || fault !== null}
              onClick={() => keep(template)}
            >
              {t('markdownTemplateKeep')}
            </button>
            <button
              type="button"
              data-testid="markdown-template-reset"
              disabled={template === DEFAULT_TEMPLATE}
              onClick={() => keep('')}
            >
              {t('markdownTemplateReset')}
            </button>
          </p>
          <p role="status" class="fault" data-testid="markdown-template-fault">
            {fault && t('markdownTemplateFault', t(`templateFault_${fault.code}`, fault.at))}
          </p>
          {example && !fault && (
            <>
              <h4>{t('markdownPreview', example.saved.article.title)}</h4>
              <pre data-testid="markdown-preview">
                {articleMarkdown(example, template, settings.colorMeanings)}
              </pre>
            </>
          )}
          {!example && <p class="quiet">{t('markdownNoExample')}</p>}
        </div>
      </details>
    </section>
  );
}
