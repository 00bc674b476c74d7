/** Checks what is set for all pages, by values and by functions of the page, and what a page says otherwise. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { readGlossary } from './glossary.ts';
import { fillTitle, type LinkSettings, optionsFor, pageOf } from './settings.ts';
import { linkSource } from './source-links.ts';

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-settings-'));
const GLOSSARY = join(root, 'docs/glossary');
const PEOPLE = join(root, 'docs/people');
const CARDS = {
  'docs/glossary/gpu.md': 'term: GPU\nexpansion: Graphics Processing Unit\nreading: ジーピーユー',
  'docs/glossary/vpn.md': 'term: VPN',
  'docs/glossary/plan13.md':
    'term: 水道計画（2013年）\ncategory: document\nnames: [{name: 水道計画, from: 2013-01-01, until: 2017-12-31}]',
  'docs/glossary/plan18.md':
    'term: 水道計画（2018年）\ncategory: document\nnames: [{name: 水道計画, from: 2018-01-01}]',
  'docs/people/sato.md': 'term: 佐藤花子',
};
beforeAll(() => {
  for (const [file, matter] of Object.entries(CARDS)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `---\n${matter}\n---\n`);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The page with its links; titles only where they are asked for. */
function link(source: string, settings: LinkSettings = {}, path = 'notes/a.md'): string {
  const options = optionsFor(pageOf(path, source), { glossary: GLOSSARY, title: false, every: true, ...settings });
  return options ? linkSource(source, options) : source;
}
const words = (markdown: string): string[] => [...markdown.matchAll(/\[([^\]]*)\]\(/g)].map(([, text = '']) => text);
const addresses = (markdown: string): string[] => [...markdown.matchAll(/\]\(([^)\s]*)/g)].map(([, url = '']) => url);

describe('a setting may be a function of the page', () => {
  const isA = ({ path }: { path: string }): boolean => path.endsWith('a.md');
  it.each<[string, LinkSettings, string, string[], string[]]>([
    ['glossary', { glossary: page => (isA(page) ? GLOSSARY : PEOPLE) }, 'GPUと佐藤花子', ['GPU'], ['佐藤花子']],
    ['every', { every: page => (isA(page) ? true : 'page') }, 'GPU\n\n# 章\n\nGPU', ['GPU', 'GPU'], ['GPU']],
    ['every, by section', { every: page => isA(page) }, 'GPUのGPU', ['GPU', 'GPU'], ['GPU']],
    ['headings', { headings: isA }, '# GPU', ['GPU'], []],
    ['self', { self: page => (isA(page) ? 'gpu' : undefined) }, 'GPUとVPN', ['VPN'], ['GPU', 'VPN']],
    ['except', { except: page => (isA(page) ? ['GPU'] : ['vpn']) }, 'GPUとVPN', ['VPN'], ['GPU']],
  ])('%s', (_, settings, source, a, b) => {
    expect(words(link(source, settings, 'x/a.md'))).toEqual(a);
    expect(words(link(source, settings, 'x/b.md'))).toEqual(b);
  });

  it('date', () => {
    const date = ({ path }: { path: string }) => path.slice(0, 10);
    expect(addresses(link('水道計画', { date }, '2014-01-01.md'))).toEqual(['/glossary/plan13']);
    expect(addresses(link('水道計画', { date }, '2020-01-01.md'))).toEqual(['/glossary/plan18']);
  });

  it('url and title', () => {
    const settings: LinkSettings = {
      url: ({ id }, _, { path }) => `/${path}/${id}`,
      title: ({ words: said }, { path }) => `${said} of ${path}`,
    };
    expect(link('GPU', settings, 'a.md')).toBe('[GPU](/a.md/gpu "GPU of a.md")');
  });

  it('language', () => {
    const titled = (source: string, settings: LinkSettings = {}): string =>
      linkSource(source, optionsFor(pageOf('x.md', source), { glossary: GLOSSARY, ...settings }) ?? never());
    expect(titled('水道計画')).toContain('"時期により 水道計画（2018-01-01〜）"');
    expect(titled('水道計画', { language: () => 'en' })).toContain('"At different times 水道計画 (2018-01-01〜)"');
    expect(titled('---\nlang: en-GB\n---\n\n水道計画')).toContain('"At different times');
    expect(titled('---\nlang: en\n---\n\n水道計画', { language: 'ja' })).toContain('"時期により');
  });
});

function never(): never {
  throw new Error('the page is to be linked');
}

describe('addresses', () => {
  it.each<[string, LinkSettings, string[]]>([
    ['the default', {}, ['/glossary/gpu']],
    ['an ending', { ending: '.md' }, ['/glossary/gpu.md']],
    ['a stroke', { ending: '/' }, ['/glossary/gpu/']],
  ])('%s', (_, settings, expected) => expect(addresses(link('GPU', settings))).toEqual(expected));

  it('of several glossaries, each with its own, two of them under one', () => {
    const glossary = { '/terms/': GLOSSARY, '/people': [PEOPLE] };
    expect(addresses(link('GPUの佐藤花子', { glossary }))).toEqual(['/terms/gpu', '/people/sato']);
    expect(addresses(link('GPUの佐藤花子', { glossary: { '/x': [GLOSSARY, PEOPLE] } }))).toEqual(['/x/gpu', '/x/sato']);
  });
});

describe('titles from a template', () => {
  const [gpu] = readTerms();
  const filled = (template: string, said = 'GPU') =>
    gpu && fillTitle(template, { term: gpu, name: undefined, form: 'GPU', words: said });
  function readTerms() {
    mkdirSync(join(root, 'docs/glossary'), { recursive: true });
    writeFileSync(join(root, 'docs/glossary/gpu.md'), `---\n${CARDS['docs/glossary/gpu.md']}\n---\n`);
    return readGlossary(GLOSSARY).terms;
  }
  it.each([
    ['{name}（{expansion}）', 'GPU（Graphics Processing Unit）'],
    ['{reading}: {words}', 'ジーピーユー: GPU'],
    ['{term}', undefined],
    ['{expansion} since {from}', undefined],
    ['{nothing}', undefined],
  ])('%s', (template, title) => expect(filled(template)).toBe(title));
  it('is in the link', () =>
    expect(link('GPU', { title: '{expansion}' })).toBe('[GPU](/glossary/gpu "Graphics Processing Unit")'));
});

describe('the card of an entry does not lead to itself', () => {
  it.each([
    ['docs/glossary/gpu.md', ['VPN']],
    ['glossary/gpu.md', ['VPN']],
    ['glossary/gpu/index.md', ['VPN']],
    ['./docs/glossary/gpu.md', ['VPN']],
    ['gpu.md', ['GPU', 'VPN']],
    ['notes/gpu.md', ['GPU', 'VPN']],
  ])('%s', (path, linked) => expect(words(link('GPUとVPN', {}, path))).toEqual(linked));
  it('wherever its folder is', () =>
    expect(words(link('GPUとVPN', {}, join(root, 'docs/glossary/gpu.md')))).toEqual(['VPN']));
});

describe('what a page says under glossary-links', () => {
  const page = (own: string): string => `---\nglossary-links: ${own}\n---\n\nGPUとVPN、GPU\n`;
  it.each([
    ['false', []],
    ['off', []],
    ['"no"', []],
    ['No', []],
    ['none', []],
    ['', ['GPU', 'VPN', 'GPU']],
    ['true', ['GPU', 'VPN', 'GPU']],
    ['on', ['GPU', 'VPN', 'GPU']],
    ['{every: false}', ['GPU', 'VPN']],
    ['{every: off}', ['GPU', 'VPN']],
    ['{every: page}', ['GPU', 'VPN']],
    ['{except: GPU}', ['VPN']],
    ['{except: "GPU, VPN"}', []],
    ['{except: [gpu]}', ['VPN']],
    ['{self: vpn}', ['GPU', 'GPU']],
  ])('%s', (own, linked) => expect(words(link(page(own)))).toEqual(linked));

  it.each(['offf', '3', '[GPU]', '{excep: GPU}', '{every: seldom}', '{except: {a: 1}}', '{headings: 2}'])(
    '%s is named',
    own => expect(() => link(page(own))).toThrow(/glossary-links/),
  );

  it('headings', () => {
    const source = '---\nglossary-links: {headings: true}\n---\n\n# GPU\n';
    expect(words(link(source))).toEqual(['GPU']);
  });
});

test('no such dialect', () => {
  const settings = { dialect: 'markdow' } as unknown as LinkSettings;
  expect(() => link('GPU', settings)).toThrow(/no dialect "markdow"/);
});
