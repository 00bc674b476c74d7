/** Counts what the house is made of: `node tests/bench/house.mjs`; files, lines, imports between packages, exports by use. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const SRC = join(import.meta.dirname, '../../src');
const SKIPPED = ['dist', 'node_modules', 'rules', 'schemas', 'template', 'bin'];
const files = filesIn(SRC).filter(
  file => /\.(?:ts|vue|mjs)$/.test(file) && !/\.(?:test|fixture)\.ts$|\.d\.ts$/.test(file),
);
const packages = ['core', 'link', 'convert', 'book', 'search', 'check', 'print', 'site', 'cli', 'create'];

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : filesIn(join(folder, entry.name));
    return [join(folder, entry.name)];
  });
}

const scriptOf = file => {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.vue')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(match => match[1]).join('\n')
    : text;
};

/** The file behind a specifier; undefined where it is not ours. */
function targetOf(from, specifier) {
  const path = specifier.startsWith('.')
    ? join(dirname(from), specifier)
    : /^@tsuzuri\//.test(specifier) && join(SRC, specifier.slice('@tsuzuri/'.length));
  if (!path) return undefined;
  return [path, `${path}.ts`, join(path, 'index.ts'), path.replace(/\.js$/, '.ts')].find(name => files.includes(name));
}

const importers = new Map(files.map(file => [file, new Set()]));
const users = new Map();
const arrows = new Map();
const graph = new Map(files.map(file => [file, new Set()]));
const exported = [];
for (const file of files) {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, true);
  const visit = node => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const target = targetOf(file, node.moduleSpecifier.text);
      const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
      const bindings = ts.isImportDeclaration(node) ? clause?.namedBindings : node.exportClause;
      const names =
        bindings && 'elements' in bindings ? bindings.elements.map(e => (e.propertyName ?? e.name).text) : [];
      if (target) use(file, target, names, clause?.isTypeOnly || node.isTypeOnly);
      const other = /^@tsuzuri\/(\w+)/.exec(node.moduleSpecifier.text)?.[1];
      const own = relative(SRC, file).split('/')[0];
      if (other && other !== own) arrows.set(`${own} → ${other}`, (arrows.get(`${own} → ${other}`) ?? 0) + 1);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]?.text) {
      const target = targetOf(file, node.arguments[0].text);
      if (target) use(file, target, []);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const statement of source.statements) {
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText())
      : [statement.name?.text];
    for (const name of names) if (name) exported.push(`${file}#${name}`);
  }
}

function use(file, target, names, isType = false) {
  importers.get(target).add(file);
  if (!isType) graph.get(file).add(target);
  for (const name of names) {
    const key = `${target}#${name}`;
    users.set(key, (users.get(key) ?? new Set()).add(file));
  }
}

/** Groups of files that import each other at run time (Tarjan would do; the graph is small). */
function cycles() {
  const reach = from => {
    const seen = new Set();
    const queue = [...graph.get(from)];
    while (queue.length > 0) {
      const next = queue.pop();
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...graph.get(next));
    }
    return seen;
  };
  return files.filter(file => reach(file).has(file)).map(file => relative(SRC, file));
}

const lines = files.map(file => readFileSync(file, 'utf8').split('\n').length - 1).toSorted((a, b) => a - b);
const upwards = [...arrows.keys()].filter(arrow => {
  const [from, to] = arrow.split(' → ').map(name => packages.indexOf(name));
  return from < to;
});
const usedOnce = exported.filter(key => users.get(key)?.size === 1);
const oneImporter = files.filter(file => importers.get(file).size === 1);
const loose = readdirSync(SRC, { withFileTypes: true }).filter(entry => entry.isFile() && entry.name !== 'README.md');
const rows = [
  ['loose files in src/', loose.length],
  ['entries in src/', readdirSync(SRC).length],
  ['source files', files.length],
  ['lines', lines.reduce((sum, count) => sum + count, 0)],
  ['median and longest file, lines', `${lines[lines.length >> 1]}, ${lines.at(-1)}`],
  ['files in cycles at run time', cycles().length],
  ['arrows between packages', arrows.size],
  ['… that go upwards', upwards.length],
  ['exports', exported.length],
  ['exports used by one file only', usedOnce.length],
  ['files with one importer', oneImporter.length],
];
for (const [name, value] of rows) console.log(`${name.padEnd(32)} ${value}`);
if (process.argv.includes('--list')) {
  console.log(`\ncycles: ${cycles().join(' ')}`);
  console.log(
    `\none importer:\n${oneImporter.map(f => `${relative(SRC, f)} ← ${relative(SRC, [...importers.get(f)][0])}`).join('\n')}`,
  );
  console.log(`\nused once:\n${usedOnce.map(key => relative(SRC, key)).join('\n')}`);
}
