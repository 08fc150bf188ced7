import './ReadingExtras.css';
import { t } from '@/lib/app/i18n.ts';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import { actWords, speakerWords, withTitleMarks } from '@/lib/app/panel/taskWords.ts';
import type { Goal, Meeting, NamedDocument, Span, TextReading } from '@/lib/tasks/schema.ts';
import { Fold } from '../ui/Fold.tsx';
import { Targets } from './TaskDetails.tsx';

type Pointing = Pick<TaskActions, 'show' | 'light'>;

/** Further findings in the text, collapsed at first: goals with their numbers, meetings, documents, people. */
export function ReadingExtras({
  reading,
  ...pointing
}: { reading: Omit<TextReading, 'taskLists'> } & Pointing) {
  const { goals, meetings, documents, people } = reading;
  if (goals.length + meetings.length + documents.length + people.length === 0) return null;
  return (
    <div class="folds">
      {goals.length > 0 && (
        <Fold title={t('goals')} count={goals.length} testId="goals">
          <ul class="stack">
            {goals.map((goal) => (
              <OneGoal key={goal.start} goal={goal} {...pointing} />
            ))}
          </ul>
        </Fold>
      )}
      {meetings.length > 0 && (
        <Fold title={t('meetings')} count={meetings.length} testId="meetings">
          <ul class="stack">
            {meetings.map((meeting) => (
              <OneMeeting key={meeting.start} meeting={meeting} {...pointing} />
            ))}
          </ul>
        </Fold>
      )}
      {documents.length > 0 && (
        <Fold title={t('documents')} count={documents.length} testId="documents">
          <ul class="stack">
            {documents.map((one) => (
              <OneDocument key={one.start} document={one} {...pointing} />
            ))}
          </ul>
        </Fold>
      )}
      {people.length > 0 && (
        <Fold title={t('people')} count={people.length} testId="people">
          <ul class="people">
            {people.map((person) => (
              <li key={`${person.title} ${person.name}`}>
                {person.title && <span class="quiet">{person.title} </span>}
                {person.title ? person.name : speakerWords(person)}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

function Place({ span, words, show, light }: { span: Span; words: string } & Pointing) {
  return (
    <button
      type="button"
      class="plain place"
      data-testid="extra"
      title={t('showOnPage')}
      onPointerEnter={() => light(span)}
      onPointerLeave={() => light(null)}
      onFocus={() => light(span)}
      onBlur={() => light(null)}
      onClick={() => show(span)}
    >
      {words}
    </button>
  );
}

function OneGoal({ goal, ...pointing }: { goal: Goal } & Pointing) {
  return (
    <li>
      {goal.section && <p class="quiet">{goal.section}</p>}
      <Place span={goal} words={goal.text} {...pointing} />
      {goal.targets.length > 0 && <Targets targets={goal.targets} />}
    </li>
  );
}

function OneMeeting({ meeting, ...pointing }: { meeting: Meeting } & Pointing) {
  const { name, dateText, date, place } = meeting;
  const when = date && dateText && date !== dateText ? `${dateText}（${date}）` : (dateText ?? date);
  const about = [when, place].filter(Boolean).join(' · ');
  return (
    <li>
      <Place span={meeting} words={name} {...pointing} />
      {about && <p class="quiet inset">{about}</p>}
    </li>
  );
}

function OneDocument({ document, ...pointing }: { document: NamedDocument } & Pointing) {
  const { title, kind, act } = document;
  const about = [kind, act === 'named' ? null : actWords(act)].filter(Boolean).join(' · ');
  return (
    <li>
      <Place span={document} words={withTitleMarks(title)} {...pointing} />
      {about && <p class="quiet inset">{about}</p>}
    </li>
  );
}
