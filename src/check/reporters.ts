/** Lists the reporters: they write messages for people, for GitHub, for tools. */

import { type Level, levelOf, textLine } from '@tsuzuri/core/messages';
import { escapeControl } from '@tsuzuri/core/unicode';
import { say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';

type Reporter = (messages: readonly VFileMessage[], version: string) => string[];

/** By the name that `tsuzuri check --format` takes. */
const REPORTERS = {
  text: messages => [...messages.map(textLine), verdict(messages)],
  github: messages => [...messages.map(annotation), escapeControl(verdict(messages))],
  json: (messages, version) => [JSON.stringify(sarif(messages, version), null, 1)],
} satisfies Readonly<Record<string, Reporter>>;

type Format = keyof typeof REPORTERS;
export const FORMATS = Object.keys(REPORTERS) as readonly Format[];

/** Lines to print; `version` is that of tsuzuri. */
export const writeFindings = (messages: readonly VFileMessage[], format: Format, version: string): string[] =>
  REPORTERS[format](messages, version);

function verdict(messages: readonly VFileMessage[]): string {
  const count = messages.filter(message => levelOf(message) !== 'note').length;
  return count === 0 ? say('check.noProblems') : say('check.problems', { count });
}

/** How GitHub calls the levels. */
const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * `::warning file=docs/glossary/nisc.md,line=8,title=dead-link::…`: a workflow command, shown at the line of a pull request.
 * Its characters are escaped as the runner of GitHub unescapes them, so that no text can begin a command of its own.
 */
function annotation(message: VFileMessage): string {
  const { file = '', line, ruleId } = message;
  const properties = [
    `file=${inProperty(file)}`,
    ...(line === undefined || line === null ? [] : [`line=${line}`]),
    `title=${inProperty(ruleId ?? 'tsuzuri')}`,
  ];
  return `::${COMMANDS[levelOf(message)]} ${properties.join(',')}::${inData(message.reason)}`;
}

const inData = (text: string): string => escapeControl(text).replace(/%/g, '%25');
const inProperty = (text: string): string => inData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** Static Analysis Results Interchange Format 2.1.0 (OASIS), which forges and editors read. */
function sarif(messages: readonly VFileMessage[], version: string): object {
  const rules = [...new Set(messages.map(({ ruleId }) => ruleId ?? 'tsuzuri'))].toSorted();
  const driver = { name: 'tsuzuri', semanticVersion: version, rules: rules.map(id => ({ id })) };
  const results = messages.map(message => ({
    ruleId: message.ruleId ?? 'tsuzuri',
    level: levelOf(message),
    message: { text: escapeControl(message.reason) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(message.file ?? ''), uriBaseId: '%SRCROOT%' },
          ...(message.line && { region: { startLine: message.line } }),
        },
      },
    ],
  }));
  return { $schema: SCHEMA, version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }] };
}
