/**
 * Puts into the package in whose folder it runs what that package needs of others, with their licences. A package can leave
 * out neither files nor dependencies of another one: of 108 MB of fonts we print with 18, of 51 MB of recheck's optional
 * dependencies nothing runs, and textlint's rules bring 160 packages of which 0.8 MB are ever read.
 */
import { cpSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const HERE = import.meta.dirname;
const PACKAGE = process.cwd();
const VENDOR = join(PACKAGE, 'vendor');

/** The same program as modules and as CommonJS: what reads MDX asks for both. */
const ONE_ACORN = { acorn: createRequire(import.meta.url).resolve('acorn') };

/**
 * By package, what is put into its folder `vendor`: files that are `copied`, and programs that are `bundled` with all that
 * they import, but for what is `deferred` to a file that is read when first used. And what is `trimmed`: a package that stays one (`bundleDependencies`), without some of its dependencies.
 */
const NEEDS = {
  '@tsuzuri/convert': {
    copied: {
      'recheck.cjs': 'recheck/lib/browser.js', // all in JavaScript; the other one looks for Java and for a program first
      dictionary: 'kuromoji/dict',
    },
    bundled: { 'character-definition.js': 'kuromoji/src/dict/CharacterDefinition.js' },
  },
  '@tsuzuri/check': {
    bundled: { 'textlint.js': join(HERE, 'textlint.mjs') },
    alias: { kuromojin: join(HERE, 'kuromojin.mjs') },
  },
  '@tsuzuri/core': { bundled: { 'remark.js': './remark.ts', 'mdx.cjs': './mdx.ts' }, alias: ONE_ACORN },
  // One file in place of a hundred is read in a third of the time, and none of it is wanted before a glossary is read.
  '@tsuzuri/link': {
    bundled: { 'index.js': './dist/index.js' },
    // As a module, `node:process` opens the standard streams for its names.
    alias: { '@tsuzuri/core/remark': join(HERE, '../core/remark.ts'), 'node:process': join(HERE, 'process.mjs') },
    deferred: ['./dist/index.js'],
    external: ['ajv'],
  },
  '@tsuzuri/print': {
    copied: {
      'fonts/NotoSerifJP_400Regular.ttf': '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
      'fonts/NotoSansJP_400Regular.ttf': '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
      'fonts/NotoSansJP_700Bold.ttf': '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
    },
  },
  '@tsuzuri/site': {
    bundled: { 'markdown-it.js': join(HERE, 'markdown-it.mjs') },
    // Algolia's search; ours stands in its place.
    trimmed: { vitepress: ['@docsearch/css', '@docsearch/js'] },
  },
};

const require = createRequire(join(PACKAGE, 'package.json'));
const {
  copied = {},
  bundled = {},
  alias = {},
  external = [],
  deferred = [],
  trimmed = {},
} = NEEDS[require('./package.json').name];

const WORDING = /core\/dist\/wording\.js$/;
const TABLE = /export const WORDING = \{[\s\S]*?\n\};/;

/** Keys of messages that a file may say: `say('link.noCards')`. */
const keysIn = file =>
  WORDING.test(file) ? [] : [...readFileSync(file, 'utf8').matchAll(/'([a-z]+\.[A-Za-z]+)'/g)].map(([, key]) => key);

/** Leaves out of the table of messages those that nothing in the bundle says: four of five. */
const onlySaid = said => ({
  name: 'only-said',
  setup: ({ onLoad }) =>
    onLoad({ filter: WORDING }, async ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const { WORDING: all } = await import(pathToFileURL(path).href);
      const words = Object.fromEntries(Object.entries(all).filter(([key]) => said.has(key) || ALWAYS.test(key)));
      return { contents: text.replace(TABLE, () => `export const WORDING = ${JSON.stringify(words)};`), loader: 'js' };
    }),
});
/** `say` itself needs them. */
const ALWAYS = /^core\.(?:between|betweenQuoted|quoted)$/;

const DEFERRED = 'deferred.cjs';
const DEFERRED_PATHS = new Map(deferred.map((name, index) => [homeOfModule(name), `part${index}`]));

/** Puts in place of a module what asks for it when it is first used: its functions and lists, by name. */
const onlyWhenUsed = {
  name: 'only-when-used',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
      const part = DEFERRED_PATHS.get(path);
      if (part === undefined) return undefined;
      const lines = Object.entries(await import(pathToFileURL(path).href)).map(
        ([name, value]) =>
          `export const ${name} = whenUsed(() => load().${part}.${name}, ${Array.isArray(value) ? '[]' : 'function () {}'});`,
      );
      return { contents: `${WHEN_USED}\n${lines.join('\n')}`, loader: 'js', resolveDir: HERE };
    }),
};

const WHEN_USED = `
let loaded;
const load = () => (loaded ??= (0, require)('./${DEFERRED}'));
const whenUsed = (of, like) => new Proxy(like, {
  apply: (_, self, given) => Reflect.apply(of(), self, given),
  get: (_, key) => of()[key],
  has: (_, key) => key in of(),
  ownKeys: () => Reflect.ownKeys(of()),
  getOwnPropertyDescriptor: (target, key) =>
    Reflect.getOwnPropertyDescriptor(target, key)?.configurable === false && key !== 'length'
      ? Reflect.getOwnPropertyDescriptor(target, key)
      : Reflect.getOwnPropertyDescriptor(of(), key),
});`;

/** The file that esbuild reads for a name. */
function homeOfModule(name) {
  if (name.startsWith('/') || /^[A-Z]:/.test(name)) return name;
  return realpathSync(require.resolve(name));
}

async function bundleDeferred() {
  const contents = [...DEFERRED_PATHS]
    .map(([path, part]) => `export * as ${part} from ${JSON.stringify(path)};`)
    .join('\n');
  const { entryPoints: _, ...options } = optionsOf('./package.json');
  const stdin = { contents, resolveDir: PACKAGE, loader: 'js' };
  const banner = { js: "const HERE = require('node:url').pathToFileURL(__filename).href;" };
  await buildSaid(
    { ...options, stdin, banner, define: { 'import.meta.url': 'HERE' }, format: 'cjs' },
    join(VENDOR, DEFERRED),
  );
}

const homes = new Set();
rmSync(VENDOR, { recursive: true, force: true });
for (const [target, source] of Object.entries(copied)) copyFiles(source, join(VENDOR, target));
for (const [target, source] of Object.entries(bundled)) await bundle(source, join(VENDOR, target));
if (deferred.length > 0) await bundleDeferred();
for (const [name, without] of Object.entries(trimmed)) trim(name, without);
if (homes.size > 0) writeFileSync(join(VENDOR, 'LICENSES.txt'), [...homes].map(licenceOf).sort().join('\n---\n\n'));

function copyFiles(source, target) {
  const [, name, inside] = /^((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(source);
  const home = homeOf(name);
  homes.add(home);
  cpSync(join(home, inside), target, { recursive: true });
}

/** A file that is asked for when first needed is CommonJS (`.cjs`). */
function bundle(source, outfile) {
  const options = optionsOf(source);
  const kind = outfile.endsWith('.cjs') ? { format: 'cjs', banner: {} } : {};
  return buildSaid({ ...options, ...kind }, outfile, [onlyWhenUsed]);
}

/** Builds a file with no messages but those that it says. */
async function buildSaid(options, outfile, plugins = []) {
  const all = { ...options, write: false, metafile: true };
  const { inputs } = (await build(all)).metafile;
  const files = Object.keys(inputs).filter(file => file !== '<stdin>');
  const said = new Set(files.flatMap(file => keysIn(resolve(PACKAGE, file))));
  const { metafile } = await build({ ...all, outfile, write: true, plugins: [...plugins, onlySaid(said)] });
  noteHomes(metafile);
}

function noteHomes(metafile) {
  for (const file of Object.keys(metafile.inputs)) {
    const [home] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(resolve(PACKAGE, file)) ?? [];
    if (home) homes.add(home);
  }
}

function optionsOf(source) {
  return {
    entryPoints: [require.resolve(source)],
    absWorkingDir: PACKAGE,
    alias,
    external,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // CommonJS among what is bundled asks for modules of Node.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    minify: true,
  };
}

/** Copies a package into `node_modules` of this one, from where npm packs it along. */
function trim(name, without) {
  const target = join(PACKAGE, 'node_modules', name);
  rmSync(target, { recursive: true, force: true });
  cpSync(homeOf(name), target, { recursive: true });
  const { devDependencies: _, scripts: __, dependencies, ...about } = manifestOf(target);
  for (const other of without) delete dependencies[other];
  writeFileSync(join(target, 'package.json'), JSON.stringify({ ...about, dependencies }, null, 2));
}

function homeOf(name) {
  return join(require.resolve(`${name}/package.json`), '..');
}

function manifestOf(home) {
  return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
}

/** What a package says of its licence: the texts, or where it ships none its name. */
function licenceOf(home) {
  const { name, version, license } = manifestOf(home);
  const texts = readdirSync(home).filter(file => /^(?:licen[cs]e|notice)/i.test(file));
  const said = texts.map(file => readFileSync(join(home, file), 'utf8').trim());
  return `${[`${name} ${version} (${license})`, ...said].join('\n\n')}\n`;
}
