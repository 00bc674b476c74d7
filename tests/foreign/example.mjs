/** The example of the README's section "In a program"; the test runs it in the foreign project. */
import { convert, loadAnalyzer, readRules, readScan, SHIPPED_RULES, undo } from 'tsuzuri';

const words = await loadAnalyzer();
const tools = { words, rules: readRules(SHIPPED_RULES, words) };
const scan = readScan(process.argv[2] ?? 'minutes.txt');
const { file, ledger } = await convert(scan, [], tools);
console.log(String(file)); // Markdown; file.messages has each edit and each doubt
console.log(undo(ledger.clean, ledger.edits) === scan.text); // true
