import { useState } from 'preact/hooks';
import { copyText } from '../copyText.ts';
import { useReferenceStyle } from '../useReferenceStyle.ts';
import { type ActionsInput, type ArticleActions, articleActions } from './articleActions.ts';
import { type TaskFormatChoice, useTaskFormat } from './useTaskFormat.ts';

/** The actions on a displayed article, the format for copied tasks, and whether the article is being saved. */
export function useArticleActions(
  input: Omit<ActionsInput, 'format' | 'style' | 'copyText'>,
): ArticleActions & { saving: boolean; format: TaskFormatChoice } {
  const format = useTaskFormat();
  const { style } = useReferenceStyle();
  const [saving, setSaving] = useState(false);
  const actions = articleActions({
    ...input,
    format: format.chosen,
    style,
    copyText,
  });
  const save = async () => {
    setSaving(true);
    await actions.save();
    setSaving(false);
  };
  return { ...actions, save, saving, format };
}
