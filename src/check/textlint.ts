/** Asks textlint which lines of some Markdown break which rules. */
import type { TextlintKernel } from '@textlint/kernel';
import type Markdown from '@textlint/textlint-plugin-markdown';
import { loadTokenizer } from '@tsuzuri/convert/morphology';

/** A line of the text, from 1, and the rule that it breaks. */
export interface Hit {
  readonly rule: string;
  readonly line: number;
}

/** What textlint is asked: rules of the preset for Japanese, with their options. */
export type Questions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** In place of a rule: textlint itself failed on the text. */
export const UNREADABLE = 'unreadable';

let loading: ReturnType<typeof load> | undefined;

/** Gives where a text breaks the rules; textlint is loaded when it is first asked. */
export async function askTextlint(markdown: string, questions: Questions): Promise<Hit[]> {
  loading ??= load();
  const { kernel, plugins, rules } = await loading;
  const options = {
    ext: '.md',
    plugins,
    rules: Object.entries(questions).map(([ruleId, options]) => ({ ruleId, rule: rules[ruleId], options })),
    filterRules: [{ ruleId: 'quoted', rule: sparesQuoted }],
  } as unknown as Parameters<typeof kernel.lintText>[1];
  try {
    const { messages } = await kernel.lintText(markdown, options);
    return messages.map(({ ruleId, line }) => ({ rule: ruleId, line }));
  } catch {
    return [{ rule: UNREADABLE, line: 1 }];
  }
}

/** What is bundled: src/packing/textlint.mjs. */
interface Libraries {
  readonly TextlintKernel: typeof TextlintKernel;
  readonly markdown: typeof Markdown;
  readonly preset: { readonly rules: Readonly<Record<string, unknown>> };
  /** Says who gives the words of a text. */
  readonly answerWith: (load: () => ReturnType<typeof loadTokenizer>) => void;
}

/** Textlint takes 0.2 s, the dictionary another 0.3 s once a rule asks for words. */
async function load() {
  // @ts-expect-error: made by src/packing/bundle.mjs, without types
  const { TextlintKernel, markdown, preset, answerWith } = (await import('#vendor/textlint.js')) as Libraries;
  const tokenizer = loadTokenizer();
  answerWith(() => tokenizer);
  // The package is CommonJS, wrapped twice.
  const plugin = 'default' in markdown ? markdown.default : markdown;
  return { kernel: new TextlintKernel(), plugins: [{ pluginId: 'markdown', plugin }], rules: preset.rules };
}

interface FilterContext {
  readonly Syntax: Readonly<Record<'BlockQuote' | 'Code' | 'CodeBlock' | 'Html', string>>;
  readonly shouldIgnore: (range: readonly [number, number], options: object) => void;
}

/** What the author did not write, or not as prose. */
function sparesQuoted({ Syntax, shouldIgnore }: FilterContext) {
  const spare = (node: { readonly range: readonly [number, number] }) => shouldIgnore(node.range, {});
  return { [Syntax.BlockQuote]: spare, [Syntax.Code]: spare, [Syntax.CodeBlock]: spare, [Syntax.Html]: spare };
}
