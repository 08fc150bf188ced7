import type { People, Person } from '../people/person.ts';

/** The greatest number of people with one surname that are tried. The limit saves time. */
const MOST_NAMESAKES = 8;

/** The people of a text, to be looked up by their titles. */
export class PeopleByTitle {
  private readonly bySurname = new Map<string, Person[]>();

  constructor(private readonly people: People) {
    for (const person of people.byName.values()) {
      const others = this.bySurname.get(person.name[0]!) ?? [];
      if (others.length < MOST_NAMESAKES) this.bySurname.set(person.name[0]!, [...others, person]);
    }
  }

  /**
   * Finds the person meant by a title alone (副省长), where the text names only one person with that title. A deputy (副县长)
   * is not meant by the title of the chief (县长).
   */
  onlyOneWith(title: string): Person | null {
    const all = [...this.people.byName.values()].filter(
      (person) =>
        person.title?.endsWith(title) && (title[0] === '副' || person.title.at(-title.length - 1) !== '副'),
    );
    return all.length === 1 ? all[0]! : null;
  }

  /** Finds the person who has this surname (one character) and a title that contains this one. */
  withSurname(surname: string, title: string): Person | null {
    return this.bySurname.get(surname)?.find((person) => person.title?.includes(title)) ?? null;
  }
}
