import { defineConfig } from 'tsuzuri';

// このプロジェクトの設定です。どの項目も省けます。
export default defineConfig({
  title: '会議録',
  // このサイトが何かを、一文で書きます。
  description: '会議の記録を、用語の説明と結び付けて読めるようにした資料集です。',
  // 発行者。本の奥付に載ります。
  // publisher: '見本町',
  // メッセージとサイトの操作の言葉: 'ja' か 'en'
  language: 'ja',
  // サイトの番地。GitHub Pages、Netlify、Cloudflare Pages、GitLab Pages が付ける番地なら、書かなくても分かります。
  // url: 'https://example.jp/minutes/',
  // 使わない校正の規則
  // rules: { off: ['mairi'] },
});
