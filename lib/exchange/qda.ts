import { COLORS } from '../annotation/colors.ts';
import { noteOf, tagsOf } from '../annotation/edit.ts';
import { localDay } from '../record/localDay.ts';
import type { ArticleBundle, KeptAnnotation } from '../record/schema.ts';
import type { TagInfos } from '../record/tagInfo.ts';
import type { Task } from '../tasks/schema.ts';
import type { ExportAbout } from './about.ts';
import { orderedMarks, taskListsOf } from './bundle.ts';
import { FIRMNESS } from './taskLists.ts';
import { xmlEscaped as xml } from './xml.ts';
import type { ZipEntry } from './zip.ts';

/** Writes REFI-QDA 1.5 (qdasoftware.org), the exchange format for projects and codebooks of text analysis programs. */

const NAMESPACE = 'urn:QDA-XML:project:1.0';
const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0';

type Code = { guid: string; name: string; color: string; description: string; children: Code[] };

/** The names of the codes for marks without a tag, by the mark's colour. */
const COLOR_NAMES = { yellow: '黄色', green: '绿色', blue: '蓝色', pink: '粉色', purple: '紫色' } as const;

/**
 * The code of all tasks. Below it are the codes that say how strongly a task is worded. The suffix 读出 (found by
 * reading) avoids a clash with a tag of the same name.
 */
const TASKS = '任务（读出）';
/** The code below which each organisation that must do a task has a code of its own. */
const BODIES = '责任单位（读出）';
/** The colour of the codes for tasks. */
const TASK_COLOR = COLORS.blue.swatch;

/**
 * Builds a tree of codes from tags: the tag 水务/管网 (water services/pipes) becomes the code 管网 below 水务. A mark without a
 * tag gets a code named after its colour.
 */
class Codebook {
  private readonly byPath = new Map<string, Code>();
  private readonly names = new Set<string>();
  private readonly roots: Code[] = [];

  constructor(private readonly infos: TagInfos) {}

  /** The codes of a mark. Creates codes that do not exist yet. */
  codesOf(mark: KeptAnnotation): Code[] {
    const tags = tagsOf(mark);
    const names = tags.length ? tags : [COLOR_NAMES[mark.color]];
    return names.map((name) => this.code(name.split('/').filter(Boolean), COLORS[mark.color].swatch));
  }

  /** The code for a tag of an article. Creates the code if needed. */
  codeOfTag(tag: string): Code {
    return this.code(tag.split('/').filter(Boolean), COLORS.yellow.swatch);
  }

  /**
   * Returns the codes of a task: one for the strength of its wording, one for each responsible organisation. Creates
   * codes that do not exist yet.
   */
  codesOfTask({ firmness, responsible }: Task): Code[] {
    return [
      firmness ? [TASKS, FIRMNESS[firmness]] : [TASKS],
      ...responsible.map((body) => [BODIES, body]),
    ].map((path) => this.code(path, TASK_COLOR));
  }

  private code(path: string[], color: string): Code {
    const names = path.length ? path : ['/'];
    let siblings = this.roots;
    let code: Code | undefined;
    for (const i of names.keys()) {
      const key = names.slice(0, i + 1).join('/');
      code = this.byPath.get(key);
      if (!code) {
        const info = this.infos.get(key);
        code = {
          guid: crypto.randomUUID(),
          name: this.ownName(names.slice(0, i + 1)),
          // A colour that the person gave to the tag takes precedence over that of the first mark with the tag.
          color: info?.color ? COLORS[info.color].swatch : color,
          description: info?.description ?? '',
          children: [],
        };
        this.byPath.set(key, code);
        siblings.push(code);
      }
      siblings = code.children;
    }
    return code!;
  }

  /**
   * Makes the name of a code unique, because QualCoder allows each name only once, even below different parents. If
   * both 水务/管网 (water services/pipes) and 环保/管网 (environment/pipes) exist, the second code is named 管网（环保）.
   */
  private ownName(path: string[]): string {
    const name = path.at(-1)!;
    const own = this.names.has(name) ? `${name}（${path.slice(0, -1).join('/') || name}）` : name;
    this.names.add(own);
    return own;
  }

  /** Writes the codes as XML elements. */
  toXml(): string {
    const element = ({ guid, name, color, description, children }: Code): string => {
      const described = description ? `<Description>${xml(description)}</Description>` : '';
      return `<Code guid="${guid}" name="${xml(name)}" isCodable="true" color="${color}">${described}${children.map(element).join('')}</Code>`;
    };
    return `<Codes>${this.roots.map(element).join('')}</Codes>`;
  }
}

/** Writes the codebook of these articles, a `.qdc` file. */
export function codebookXml(
  bundles: ArticleBundle[],
  generator: string,
  { infos = new Map(), tasksAsCodes = false }: ExportAbout = {},
): string {
  const codes = new Codebook(infos);
  for (const bundle of bundles) {
    for (const mark of orderedMarks(bundle.annotations)) codes.codesOf(mark);
    for (const tag of bundle.saved.tags) codes.codeOfTag(tag);
    if (!tasksAsCodes) continue;
    for (const { tasks } of taskListsOf(bundle)) for (const task of tasks) codes.codesOfTask(task);
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="${CODEBOOK_NAMESPACE}" origin="${xml(generator)}">${codes.toXml()}<Sets/></CodeBook>\n`;
}

/**
 * Normalises line breaks as QualCoder does. Otherwise each break of two characters would shift the offsets after it.
 */
const sourceText = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Converts an offset from UTF-16 units, as JavaScript counts, to code points, as REFI-QDA counts. */
const codePoints = (text: string, unit: number): number => [...sourceText(text.slice(0, unit))].length;

/**
 * The files of a project (`.qdpx`). Each captured text is a source, each tag a code, each mark a coded selection. Tasks
 * are coded selections too if the person chose that.
 */
export function projectFiles(
  bundles: ArticleBundle[],
  generator: string,
  now = new Date(),
  { infos = new Map(), tasksAsCodes = false }: ExportAbout = {},
): ZipEntry[] {
  const user = crypto.randomUUID();
  const codes = new Codebook(infos);
  const notes: string[] = [];
  const files: ZipEntry[] = [];
  const note = (words: string, created: string): string => {
    const guid = crypto.randomUUID();
    notes.push(
      `<Note guid="${guid}" name="${xml([...words.replace(/\s+/g, ' ')].slice(0, 30).join(''))}" creatingUser="${user}" creationDateTime="${created}"><PlainTextContent>${xml(words)}</PlainTextContent></Note>`,
    );
    return `<NoteRef targetGUID="${guid}"/>`;
  };
  /** Writes a coded selection: a stretch of a text (UTF-16 offsets) with its codes. */
  const selection = (
    text: string,
    { start, end }: { start: number; end: number },
    coded: Code[],
    { created, modified }: { created: string; modified: string },
    described = '',
    memo = '',
  ): string => {
    const codings = coded.map(
      ({ guid }) =>
        `<Coding guid="${crypto.randomUUID()}" creatingUser="${user}" creationDateTime="${created}"><CodeRef targetGUID="${guid}"/></Coding>`,
    );
    const name = xml([...text.slice(start, end).replace(/\s+/g, ' ')].slice(0, 40).join(''));
    return `<PlainTextSelection guid="${crypto.randomUUID()}" name="${name}" startPosition="${codePoints(text, start)}" endPosition="${codePoints(text, end)}" creatingUser="${user}" creationDateTime="${created}" modifyingUser="${user}" modifiedDateTime="${modified}">${described}${codings.join('')}${memo}</PlainTextSelection>`;
  };
  const sources = bundles.flatMap((bundle) => {
    const { saved, texts, annotations } = bundle;
    const marked = new Set(annotations.map(({ target }) => target.captured?.sha256));
    const own = texts.filter(({ sha256 }) => sha256 === saved.sha256 || marked.has(sha256));
    return own.map((captured) => {
      const guid = crypto.randomUUID();
      const text = sourceText(captured.text);
      files.push({ path: `Sources/${guid}.txt`, content: text });
      const selections = orderedMarks(annotations).flatMap((mark) => {
        const place = mark.target.captured;
        if (place?.sha256 !== captured.sha256) return [];
        // Writes the note twice: QualCoder reads the description as a memo, while other programs read the note.
        const described = noteOf(mark) ? `<Description>${xml(noteOf(mark))}</Description>` : '';
        const memo = noteOf(mark) ? note(noteOf(mark), mark.created) : '';
        return [selection(captured.text, place, codes.codesOf(mark), mark, described, memo)];
      });
      const isLast = captured.sha256 === saved.sha256;
      if (isLast && tasksAsCodes)
        for (const { tasks } of taskListsOf(bundle))
          for (const task of tasks)
            selections.push(
              selection(captured.text, task, codes.codesOfTask(task), {
                created: captured.capturedAt,
                modified: captured.capturedAt,
              }),
            );
      const day = isLast ? '' : ` ${localDay(captured.capturedAt)}`;
      const name = xml(`${saved.article.title || saved.url}${day}`);
      const hasMemo = isLast && saved.note.trim() !== '';
      const memo = hasMemo ? note(saved.note, saved.created) : '';
      return `<TextSource guid="${guid}" name="${name}" plainTextPath="internal://${guid}.txt" creatingUser="${user}" creationDateTime="${captured.capturedAt}" modifyingUser="${user}" modifiedDateTime="${captured.capturedAt}"><Description>${xml([saved.url, hasMemo ? saved.note : ''].filter(Boolean).join('\n\n'))}</Description>${selections.join('')}${memo}</TextSource>`;
    });
  });
  const project = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="${NAMESPACE}" name="Pizhu" origin="${xml(generator)}" creatingUserGUID="${user}" creationDateTime="${now.toISOString()}"><Users><User guid="${user}" name="Pizhu"/></Users><CodeBook>${codes.toXml()}</CodeBook><Sources>${sources.join('')}</Sources><Notes>${notes.join('')}</Notes></Project>
`;
  return [{ path: 'project.qde', content: project }, ...files];
}
