import { defineConfig } from 'tsuzuri';

export default defineConfig({
  title: 'みどり町 会議録',
  description: 'みどり町の議会と会議の記録を、用語の説明を付けて読めるようにしました。',
  publisher: 'みどり町議会事務局',
  url: 'https://minutes.midori.example/kaigi/',
  rules: { off: ['double-particle'] },
  commands: [
    {
      name: 'hello',
      summary: '町のあいさつを言う',
      arguments: [['[name]', '名前']],
      examples: ['tsuzuri hello 花子'],
      run: async ([name = '皆さん']) => ({ lines: [`${name}、みどり町へようこそ`], code: 0 }),
    },
  ],
});
