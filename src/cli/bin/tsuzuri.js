#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  process.stderr.write('tsuzuri: まだ作られていません。リポジトリのフォルダーで npm install を実行してください\n');
  process.exitCode = 2;
}
