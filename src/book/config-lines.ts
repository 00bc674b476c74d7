/** Finds the line of a key or a value in the source of a configuration. */
import { parse } from '@babel/parser';

/** `['rules', 'off', 1]` */
export type KeyPath = readonly (string | number)[];

/** What is needed of a node of the syntax tree. @see https://github.com/babel/babel/blob/main/packages/babel-parser/ast/spec.md */
interface Node {
  readonly type: string;
  readonly loc?: { readonly start: { readonly line: number } } | null;
  readonly [part: string]: unknown;
}

/**
 * The line, from 1, on which a path begins: of what the file exports by default, through constants of the same file. Where
 * the file does not spell the path out (a spread, a call), the line of the nearest part that it does.
 */
export function lineFinder(source: string): (path: KeyPath) => number | undefined {
  const body = statementsOf(source);
  const value = (node: Node | undefined): Node | undefined => plainValue(node, body);
  const root = value(body.find(({ type }) => type === 'ExportDefaultDeclaration')?.declaration as Node | undefined);
  return path => {
    let node = root;
    let line: number | undefined;
    for (const step of path) {
      const next = node && partOf(node, step);
      if (!next) break;
      line = next.loc?.start.line;
      node = value('key' in next ? (next.value as Node) : next);
    }
    return line;
  };
}

/** None where the file, which has run, is written in a way that this parser does not know. */
function statementsOf(source: string): readonly Node[] {
  try {
    const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'], errorRecovery: true });
    return program.body as unknown as readonly Node[];
  } catch {
    return [];
  }
}

/** A property or an element. */
function partOf({ properties, elements }: Node, step: string | number): Node | undefined {
  if (typeof step === 'number') return (elements as readonly Node[] | undefined)?.[step];
  return (properties as readonly Node[] | undefined)?.findLast(({ key }) => {
    const { name, value } = (key ?? {}) as { readonly name?: string; readonly value?: unknown };
    return (name ?? value) === step;
  });
}

/** Without what stands around a value: `defineConfig(…)`, `… satisfies Config`, a name for it. */
function plainValue(node: Node | undefined, body: readonly Node[]): Node | undefined {
  if (node?.type === 'CallExpression') return plainValue((node.arguments as readonly Node[])[0], body);
  if (node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression')
    return plainValue(node.expression as Node, body);
  if (node?.type !== 'Identifier') return node;
  const found = body
    .flatMap(({ declarations }) => (declarations ?? []) as readonly Node[])
    .find(({ id }) => (id as Node).name === node.name);
  return found && plainValue(found.init as Node | undefined, body);
}
