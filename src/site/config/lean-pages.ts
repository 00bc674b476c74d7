/** Leaves out of the program of minutes the outline and the sidebar that their HTML has already, from which they are read back. */
import type { Plugin, Rollup } from 'vite';

/** The program that goes with the HTML; the whole one is for who comes from another page. */
const LEAN = /minutes_.*\.md\..*lean\.js$/;

export const leanPages = (): Plugin => ({
  name: 'tsuzuri:lean-pages',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk' && LEAN.test(file.fileName)) file.code = withoutLinks(file.code, this.parse(file.code));
  },
});

type Program = ReturnType<Rollup.PluginContext['parse']>;

/** @param program what the code is; its data is `JSON.parse('{"title":…}')`, in whatever quotes */
function withoutLinks(code: string, { body }: Program): string {
  for (const statement of body)
    for (const { init } of statement.type === 'VariableDeclaration' ? statement.declarations : []) {
      const text = init?.type === 'CallExpression' ? textOf(init.arguments[0]) : undefined;
      if (!init || !text?.includes('"headings":')) continue;
      const data = JSON.parse(text);
      delete data.frontmatter.headings;
      delete data.frontmatter.contents;
      const written = JSON.stringify(JSON.stringify(data)).replace(/</g, '\\u003c');
      const { start, end } = init as unknown as { start: number; end: number };
      return `${code.slice(0, start)}JSON.parse(${written})${code.slice(end)}`;
    }
  return code;
}

type Argument = Extract<Expression, { type: 'CallExpression' }>['arguments'][number];
type Expression = NonNullable<
  Extract<Program['body'][number], { type: 'VariableDeclaration' }>['declarations'][number]['init']
>;

function textOf(argument: Argument | undefined): string | undefined {
  if (argument?.type === 'Literal') return typeof argument.value === 'string' ? argument.value : undefined;
  return argument?.type === 'TemplateLiteral' ? (argument.quasis[0]?.value.cooked ?? undefined) : undefined;
}
