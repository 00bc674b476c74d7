/** Says why each character of a scan was changed, or only doubted. */
import { existsSync } from 'node:fs';
import { projectLists } from '@tsuzuri/book/load';
import { loadProject } from '@tsuzuri/book/project';
import { classesOf, notesOf } from '@tsuzuri/convert/pipeline';
import { type CommandBody, fine, json, usage } from '@tsuzuri/core/command';
import { findInputs } from '@tsuzuri/core/inputs';
import { describe, textLine, throwAll } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import { convertInput, toolsFor } from './convert.ts';

/** `minutes/a.txt:12` → `minutes/a.txt`, `12` */
const FILE_AND_LINE = /^(.+):(\d+)$/;

export const explain: CommandBody<{ readonly json?: boolean }> = {
  arguments: [['<file>', () => say('cli.explain.file')]],
  options: [['--json', () => say('cli.explain.json')]],
  examples: ['tsuzuri explain minutes/a.txt', 'tsuzuri explain minutes/a.txt:12'],
  run: async ([target = ''], options) => {
    const [, path = target, line] = existsSync(target) ? [] : (FILE_AND_LINE.exec(target) ?? []);
    const project = await loadProject(process.cwd());
    const endings = projectLists(project).formats.flatMap(format => format.endings);
    const { inputs, faults } = await findInputs([path], { endings, stdin: 'stdin' });
    throwAll(faults);
    const [input] = inputs;
    if (!input || inputs.length > 1) throw usage(say('cli.explain.oneFile', { count: inputs.length }), 'explain');
    const converted = await convertInput(input, await toolsFor(project));
    const { file, ledger } = converted;
    const last = file.data.scan?.text.split('\n').length ?? 0;
    if (Number(line) > last || Number(line) === 0) throw usage(say('cli.explain.noLine', { path, last }), 'explain');
    const messages = file.messages.filter(message => line === undefined || message.line === Number(line));
    if (options.json) return fine(json(messages.map(finding)));
    const [done, asked] = [undefined, false].map(fatal => messages.filter(message => message.fatal === fatal).length);
    const notes = notesOf(converted, input.path).filter(note => line === undefined || note.line === Number(line));
    return fine(
      ...(line === undefined
        ? []
        : classesOf(converted, Number(line)).map(words =>
            say('cli.explain.line', { place: `${input.path}:${line}`, words }),
          )),
      ...messages.map(message => describe(message, input.path)),
      ...notes.map(textLine),
      say('cli.explain.done', { file: ledger.scan.file, done: done ?? 0, asked: asked ?? 0 }),
    );
  },
};

const finding = ({ line, column, fatal, ruleId, actual, expected, reason, url }: VFileMessage) => ({
  line,
  column,
  kind: fatal === undefined ? 'edit' : 'doubt',
  rule: ruleId,
  before: actual,
  after: expected?.[0],
  reason,
  url,
});
