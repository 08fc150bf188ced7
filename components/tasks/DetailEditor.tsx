import '../article/CorrectFields.css';
import './DetailEditor.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import {
  changedDetails,
  type DeadlineInput,
  type DetailInputs,
  differsFromRead,
  inputsOf,
  inputsOfDetail,
  readWords,
  suggestedBodies,
  withDeadlineWords,
} from '@/lib/app/panel/detailEditing.ts';
import type { TaskCorrecting } from '@/lib/app/panel/taskActions.ts';
import type { CorrectedTask } from '@/lib/tasks/corrections/corrections.ts';
import { type Detail, detailsNow } from '@/lib/tasks/corrections/details.ts';
import type { TaskDetails } from '@/lib/tasks/schema.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = {
  task: CorrectedTask;
  correct: TaskCorrecting;
  /** Saves the changed details. Returns an error message where saving fails, null where it succeeds. */
  keep: (changed: Partial<TaskDetails>, forList: boolean) => Promise<string | null>;
  close: () => void;
};

/**
 * Lets the person correct the deadlines, responsible organisations and speaker of a task. Shows beside each the value
 * that was read from the text, and restores that value on request.
 */
export function DetailEditor({ task, correct, keep, close }: Props) {
  const { read } = task.details;
  const now = detailsNow(task.details);
  const [inputs, setInputs] = useState<DetailInputs>(() => inputsOf(now));
  const [forList, setForList] = useState(true);
  const [problem, setProblem] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const suggestions = useMemo(() => correct.suggestions(), []);
  const set = (changed: Partial<DetailInputs>) => setInputs((all) => ({ ...all, ...changed }));
  const differing = differsFromRead(inputs, read);
  const changes = changedDetails(inputs, now);
  const others = 'speaker' in changes ? correct.othersInList(task) : 0;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (Object.keys(changes).length === 0) return close();
    const why = await keep(changes, forList);
    if (why) setProblem(why);
    else close();
  };
  const setSpeaker = (name: string) => {
    const known = suggestions.speakers.find((one) => one.name === name);
    set(known ? { speaker: name, speakerTitle: known.title ?? '' } : { speaker: name });
  };
  const beside = (detail: Detail) =>
    differing.includes(detail) && (
      <ReadValue
        words={readWords(detail, read)}
        testId={`take-read-${detail}`}
        take={() => set(inputsOfDetail(read, detail))}
      />
    );
  return (
    <form
      ref={form}
      class="correct-fields detail-editor stack"
      data-testid="detail-editor"
      aria-label={t('correctFields')}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <p class="quiet">{t('correctDetailsHow')}</p>
      <Deadlines
        deadlines={inputs.deadlines}
        read={correct.readDeadline}
        change={(change) => setInputs((all) => ({ ...all, deadlines: change(all.deadlines) }))}
      >
        {beside('deadlines')}
      </Deadlines>
      <Bodies
        label={t('leads')}
        testId="detail-leads"
        value={inputs.leads}
        known={suggestions.bodies}
        change={(leads) => set({ leads })}
      />
      <Bodies
        label={t('responsible')}
        testId="detail-others"
        value={inputs.others}
        known={suggestions.bodies}
        change={(others) => set({ others })}
      >
        {beside('bodies')}
      </Bodies>
      <Suggested
        label={t('speaker')}
        testId="detail-speaker"
        value={inputs.speaker}
        known={suggestions.speakers.map(({ name }) => name)}
        change={setSpeaker}
      />
      <Suggested
        label={t('speakerTitle')}
        testId="detail-speaker-title"
        value={inputs.speakerTitle}
        known={suggestions.speakers.flatMap(({ title }) => title ?? [])}
        change={(speakerTitle) => set({ speakerTitle })}
      >
        {beside('speaker')}
        {others > 0 && (
          <label class="for-list">
            <input
              type="checkbox"
              data-testid="detail-for-list"
              checked={forList}
              onChange={(event) => setForList(event.currentTarget.checked)}
            />
            {t('speakerForList', others)}
          </label>
        )}
      </Suggested>
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      <p class="row">
        <button type="submit" class="primary small" data-testid="keep-details">
          {t('confirm')}
        </button>
        <button type="button" class="small" onClick={close}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}

/** The value that was read from the text, with a button that puts it into the field. */
function ReadValue({ words, testId, take }: { words: string; testId: string; take: () => void }) {
  return (
    <span class="quiet">
      {words}{' '}
      <button type="button" class="link" data-testid={testId} onClick={take}>
        {t('takeRead')}
      </button>
    </span>
  );
}

/** The deadlines of a task, each in words and as a date. */
function Deadlines({
  deadlines,
  read,
  change,
  children,
}: {
  deadlines: DeadlineInput[];
  /** Reads typed words as a deadline. */
  read: TaskCorrecting['readDeadline'];
  change: (change: (all: DeadlineInput[]) => DeadlineInput[]) => void;
  children: ComponentChildren;
}) {
  const added = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  // Moves the focus before the next paint, because the person may already type.
  useLayoutEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLElement>('.deadline-input:last-of-type input')?.focus();
  }, [deadlines.length]);
  const edit = (at: number, by: (one: DeadlineInput) => DeadlineInput) =>
    change((all) => all.map((one, i) => (i === at ? by(one) : one)));
  const remove = (at: number) => {
    change((all) => all.filter((_, i) => i !== at));
    // Moves the focus, because the focused button disappears.
    adder.current?.focus();
  };
  return (
    <fieldset class="correct-field">
      <legend class="unseen">{t('deadlineLabel')}</legend>
      <span class="quiet" aria-hidden="true">
        {t('deadlineLabel')}
      </span>
      <div class="detail-inputs" ref={list}>
        {deadlines.map(({ words, day }, at) => (
          <div key={at} class="row deadline-input">
            <input
              spellcheck={false}
              data-testid="deadline-words"
              aria-label={t('deadlineWords')}
              placeholder={t('deadlineWords')}
              value={words}
              onInput={({ currentTarget: { value } }) =>
                edit(at, (one) => withDeadlineWords(one, value, read(value)))
              }
            />
            <span class="deadline-day">
              <input
                type="date"
                // Without a limit, Chromium takes six digits for a year.
                min="1900-01-01"
                max="9999-12-31"
                data-testid="deadline-day"
                aria-label={t('deadlineDay')}
                value={day}
                onInput={({ currentTarget: { value } }) => edit(at, (one) => ({ ...one, day: value }))}
              />
              <button
                type="button"
                class="plain only-icon"
                data-testid="deadline-remove"
                aria-label={t('removeDeadline', words || day)}
                title={t('removeDeadline', words || day)}
                onClick={() => remove(at)}
              >
                <Icon name="remove" />
              </button>
            </span>
          </div>
        ))}
        <button
          type="button"
          class="link"
          ref={adder}
          data-testid="deadline-add"
          onClick={() => {
            added.current = true;
            change((all) => [...all, { words: '', day: '', was: null }]);
          }}
        >
          {t('addDeadline')}
        </button>
        {children}
      </div>
    </fieldset>
  );
}

type FieldProps = {
  label: string;
  testId: string;
  value: string;
  known: string[];
  change: (value: string) => void;
  placeholder?: string;
  children?: ComponentChildren;
};

/** A text field with suggestions, and below it the value that was read from the text. */
function Suggested({ label, testId, value, known, change, placeholder, children }: FieldProps) {
  const id = useId();
  const listId = useId();
  return (
    <div class="correct-field">
      <label class="quiet" for={id}>
        {label}
      </label>
      <div class="detail-inputs">
        <input
          id={id}
          list={listId}
          spellcheck={false}
          autocomplete="off"
          data-testid={testId}
          placeholder={placeholder}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
        <datalist id={listId}>
          {[...new Set(known)].map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        {children}
      </div>
    </div>
  );
}

/** A field for several responsible organisations. */
function Bodies({ known, ...props }: Omit<FieldProps, 'placeholder'>) {
  return <Suggested {...props} known={suggestedBodies(props.value, known)} placeholder={t('bodiesHow')} />;
}
