import type { FoundItem, FoundList } from '../lists/found.ts';
import type { Person } from '../lists/people/person.ts';
import { trimSpan, withoutClosingMark } from '../paragraphs.ts';
import type { Goal, Meeting, Passage, QuantityTarget, Span, Speaker, Task, TaskList } from '../schema.ts';
import { deadlineOfCell, deadlinesIn } from './deadlines.ts';
import { firmnessIn } from './firmness.ts';
import { partsOfTask } from './measures.ts';
import type { FoundMeeting } from './meetings.ts';
import { firstLeadsFrom } from './responsible/brackets.ts';
import { bodiesOf } from './responsible/enumerations.ts';
import { bodiesBeforeList } from './responsible/leadBodies.ts';
import { responsibleIn } from './responsible/responsible.ts';
import { targetsIn } from './targets.ts';

const unique = (words: string[]): string[] => (words.length > 1 ? [...new Set(words)] : words);

/**
 * Reads the details of tasks and goals. Rules search the folded text (see `fold`), but results have the original words.
 */
export class Details {
  private readonly firstLeads: number;

  constructor(
    private readonly text: string,
    private readonly folded: string,
    private readonly publishedAt: string | null,
  ) {
    this.firstLeads = firstLeadsFrom(folded);
  }

  list({ form, speaker, announcedCount, section, items }: FoundList): TaskList {
    const { marker } = items[0] ?? {};
    const before = form === 'ordinal' && marker ? bodiesBeforeList(this.folded, marker.start) : [];
    return {
      form,
      speaker: speaker && this.speaker(speaker),
      announcedCount,
      section,
      tasks: items.map((item) => this.task(item, before)),
    };
  }

  /** Returns a speaker with name and title in the original words. */
  speaker({ name, title, nameAt, titleAt }: Person): Speaker {
    const written = (place: Span | null, folded: string | null) =>
      place ? this.text.slice(place.start, place.end) : folded;
    return { name: written(nameAt, name)!, title: written(titleAt, title) };
  }

  private passage({ start, end }: Span): Passage {
    return { text: this.text.slice(start, end), start, end };
  }

  private targets(span: Span): QuantityTarget[] {
    return targetsIn(this.folded, span).map(({ start, end, ...target }) => ({
      text: this.text.slice(start, end),
      ...target,
    }));
  }

  /** Reads a task. `before` is the place of the public bodies before its list, which all its items address. */
  task({ marker, span: untrimmed, cells, label }: FoundItem, before: Span[] = []): Task {
    const span = withoutClosingMark(this.folded, untrimmed);
    const words = (place: Span) => this.text.slice(place.start, place.end);
    const said = responsibleIn(this.folded, span, span.end > this.firstLeads);
    const inCells = (places: Span[] = []) => places.flatMap((cell) => bodiesOf(this.folded, cell));
    // An item that begins with its own public body (各学院要…, all colleges must …) is not addressed to the public body
    // in the label above.
    const isOwn = said.bodies.some(({ start }) => start - span.start < 2);
    const addressed = isOwn ? [] : [...inCells(label && [label]), ...before];
    const bodies = [...said.bodies, ...inCells(cells?.bodies), ...addressed];
    const leads = [...said.leads, ...inCells(cells?.leads)];
    const limits = [
      ...deadlinesIn(this.folded, span, this.publishedAt),
      ...(cells?.limits ?? []).flatMap((cell) => deadlineOfCell(this.folded, cell, this.publishedAt)),
    ];
    const { heading, measures } = partsOfTask(this.folded, span);
    return {
      marker: marker && words(marker),
      ...this.passage(span),
      heading: heading ? words(heading) : '',
      measures: measures.map((measure) => this.passage(measure)),
      responsible: unique(bodies.map(words)),
      leads: unique(leads.map(words)),
      deadlines: limits.map(({ start, end, ...days }) => ({
        text: this.text.slice(start, end),
        ...days,
      })),
      targets: this.targets(span),
      firmness: firmnessIn(this.folded, span, marker),
    };
  }

  meeting({ host, dateText, place, start, end, date }: FoundMeeting): Meeting {
    const written = (at: Span | null) => at && this.text.slice(at.start, at.end);
    return {
      name: (written(host) ?? '') + this.text.slice(start, end),
      dateText: written(dateText),
      date,
      place: written(place),
      start,
      end,
    };
  }

  goal(span: Span, section: string | null): Goal {
    const own = trimSpan(this.folded, span);
    return { ...this.passage(own), section, targets: this.targets(own) };
  }
}
