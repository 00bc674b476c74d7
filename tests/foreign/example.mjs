/** The example of the README's section "In a program"; the test runs it in the foreign project. */
import { loadAnalyzer, processor, readRules, readScan, SHIPPED_RULES, scanFile, undo } from 'tsuzuri';

const analyzer = await loadAnalyzer();
const tools = { analyzer, rules: readRules(SHIPPED_RULES, analyzer) };
const scan = readScan(process.argv[2] ?? 'minutes.txt');
const file = await processor(tools).process(scanFile(scan));
console.log(String(file)); // Markdown; file.messages has each edit and each doubt
const { clean, edits } = file.data.ledger;
console.log(undo(clean, edits) === scan.text); // true
