import { defineConfig } from 'tsuzuri';

export default defineConfig({
  title: '見本町 会議録',
  description: '見本町の会議の記録を、用語の説明を付けて読めるようにした資料集です。',
  // publisher: '見本町',
  // url: 'https://example.jp/minutes/',
  // repository: 'https://github.com/example/minutes',
});
