import { defineConfig } from 'tsuzuri';

export default defineConfig({
  title: '綴り',
  description: '国の会議の記録を、校正の記録と用語の説明を付けて読めるようにした資料集です。',
  check: { asOf: '2026-11-28' },
  book: { title: 'サイバーセキュリティ政策 会議録集' },
});
