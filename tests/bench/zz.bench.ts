import { readRules, convertSeed } from '@tsuzuri/book/load';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
const analyzer = await loadAnalyzer();
const tools = { analyzer, rules: readRules('docs/rules', analyzer) };
for (const name of process.argv.slice(3)) {
  const { minutes, file } = await convertSeed(name.includes('/') ? name : `tests/genres/${name}.txt`, tools);
  console.log('##', name);
  for (const a of minutes.meeting.attendees) console.log('  ', JSON.stringify(a));
  if (process.env.MD) console.log(String(file));
}
