/** Reads untrusted YAML: nothing in it is run, repeated without end, or turned into something else. */
import {
  isAlias,
  isMap,
  isNode,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type SchemaOptions,
  visit,
  type YAMLError,
} from 'yaml';
import { errorAt } from './messages.ts';
import { type PlainKey, type Saying, say } from './wording.ts';

export interface Yaml {
  readonly file: string;
  readonly data: unknown;
  /** Line of a key, or of an item of a list, counted from 1; of what it should stand in, where there is no such. */
  readonly line: (...path: readonly (string | number)[]) => number;
}

interface Reading {
  /** Line of the file on which the YAML begins, 1 by default. */
  readonly firstLine?: number;
  /** `text`: 0x10, 1e3, no and 2021-09-27 are what is written. `typed` (the default): numbers, true and false are such. */
  readonly values?: 'text' | 'typed';
}

/** With `failsafe` all values are texts; only what is not there (nothing, ~, null) is null. */
const VALUES: Readonly<Record<'text' | 'typed', SchemaOptions>> = {
  text: { schema: 'failsafe', customTags: ['null'] },
  typed: {},
};

const SAYINGS: Partial<Record<YAMLError['code'], PlainKey>> = {
  ALIAS_PROPS: 'core.yamlSign',
  BAD_ALIAS: 'core.yamlSign',
  BAD_DQ_ESCAPE: 'core.yamlEscape',
  BAD_INDENT: 'core.yamlIndent',
  BAD_PROP_ORDER: 'core.yamlSign',
  BAD_SCALAR_START: 'core.yamlSymbol',
  BLOCK_AS_IMPLICIT_KEY: 'core.yamlColon',
  MISSING_CHAR: 'core.yamlOpen',
  MULTIPLE_ANCHORS: 'core.yamlSign',
  MULTIPLE_DOCS: 'core.yamlDocuments',
  MULTIPLE_TAGS: 'core.yamlSign',
  NON_STRING_KEY: 'core.yamlBracket',
  RESOURCE_EXHAUSTION: 'core.yamlTooDeep',
  TAB_AS_INDENT: 'core.yamlTabs',
  TAG_RESOLVE_FAILED: 'core.yamlSign',
};

/** Why a text is no YAML, and how to mend it, for what the parser calls it: `BAD_INDENT` */
export const sayYaml = (code: string): Saying => say(SAYINGS[code as YAMLError['code']] ?? 'core.yamlSyntax');

/**
 * @throws VFileMessage where it is no YAML, or uses what no card needs: references (`*`), types (`!`), endless nesting
 */
export function readYaml(file: string, source: string, { firstLine = 1, values = 'typed' }: Reading = {}): Yaml {
  const counter = new LineCounter();
  const stop = (offset: number, key: PlainKey) => {
    const [reason, remedy] = say(key);
    return errorAt(file, lineAt(counter, offset) + firstLine - 1, say('core.notYaml', { reason }), remedy);
  };
  if (isDeep(source)) throw stop(0, 'core.yamlTooDeep');
  try {
    const document = parseDocument(source, {
      ...VALUES[values],
      lineCounter: counter,
      stringKeys: true,
      uniqueKeys: false,
    });
    const [error] = [...document.errors, ...document.warnings];
    if (error) throw stop(error.pos[0], SAYINGS[error.code] ?? 'core.yamlSyntax');
    const found = unwanted(document.contents);
    if (found) throw stop(...found);
    const place = placesIn(source);
    return { file, data: document.toJS() as unknown, line: (...path) => place(path) + firstLine - 1 };
  } catch (error) {
    // The stack is exhausted; what is wrong with YAML itself is no exception.
    throw error instanceof RangeError ? stop(0, 'core.yamlTooDeep') : error;
  }
}

/** Levels of nesting that no person writes. */
const DEEP = 100;
/** What opens a level within a line: `- - - a` */
const OPENS = /[-?:][ \t]/g;
const BRACKETS = /[[\]{}]/g;

/** Asked before it is parsed: hundreds of thousands of levels cost all memory there is, and then no error is reported. */
function isDeep(source: string): boolean {
  if (source.split('\n').some(line => (line.match(OPENS)?.length ?? 0) > DEEP)) return true;
  let open = 0;
  for (const [bracket] of source.matchAll(BRACKETS)) {
    open = Math.max(0, open + ('[{'.includes(bracket) ? 1 : -1));
    if (open > DEEP) return true;
  }
  return false;
}

const lineAt = (counter: LineCounter, offset: number): number => counter.linePos(offset).line || 1;

/**
 * The first thing that no card needs: `*name`, few of which make gigabytes or a thing that contains itself; `!!type`, which
 * makes something else of what is written; a key twice, which YAML itself looks for by comparing each with each.
 */
function unwanted(contents: Node | null): [offset: number, saying: PlainKey] | undefined {
  let found: [number, PlainKey] | undefined;
  visit(contents, (_, node) => {
    const twice = isMap<Scalar>(node) ? repeated(node.items.map(({ key }) => key)) : undefined;
    if (twice) found = [twice.range?.[0] ?? 0, 'core.yamlKeyTwice'];
    else if (isAlias(node) || (isNode(node) && node.tag !== undefined)) found = [node.range?.[0] ?? 0, 'core.yamlSign'];
    return found && visit.BREAK;
  });
  return found;
}

function repeated(keys: readonly Scalar[]): Scalar | undefined {
  const seen = new Set<unknown>();
  return keys.find(({ value }) => {
    const before = seen.size;
    return seen.add(value).size === before;
  });
}

/** Reads again when a place is asked for: few ever are, and a card that keeps its document weighs ten times. */
function placesIn(source: string): (path: readonly (string | number)[]) => number {
  const counter = new LineCounter();
  let contents: Node | null | undefined;
  return path => {
    contents ??= parseDocument(source, { lineCounter: counter, stringKeys: true, uniqueKeys: false }).contents;
    let [node, at]: [unknown, number] = [contents, 0];
    for (const step of path) {
      const [place, value] = stepInto(node, step);
      if (place === undefined) break;
      [node, at] = [value, place];
    }
    return lineAt(counter, at);
  };
}

function stepInto(node: unknown, step: string | number): [at: number | undefined, value: unknown] {
  if (isSeq<Node>(node)) return [node.items[Number(step)]?.range?.[0], node.items[Number(step)]];
  const pair = isMap<{ value: unknown } & Node, unknown>(node)
    ? node.items.find(({ key }) => key.value === step)
    : undefined;
  return [pair?.key.range?.[0], pair?.value];
}
