import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { loadFonts } from '/tmp/w-pdf/dist/7-print/fonts.js';
import { readFileSync } from 'node:fs';
const peak=()=>Math.round(process.resourceUsage().maxRSS/1e3);
let src=readFileSync('/tmp/pdfout/'+process.argv[2]+'.typ','utf8').replace(/^#pdf.attach.*$/mg,'');
for (const [a,b] of JSON.parse(process.argv[3]||'[]')) src=src.replaceAll(a,b);
const p0=peak();
const c=NodeCompiler.create({fontArgs:[{fontBlobs:loadFonts()}]}); const p1=peak();
const t=performance.now();
const r=c.compile({mainFileContent:src}); if(!r.result) {console.log(JSON.stringify(r.takeError().shortDiagnostics).slice(0,500));process.exit()}
const t1=performance.now(), p2=peak();
const u=c.pdf(r.result,{pdfStandard:'ua-1'}); const t2=performance.now(),p3=peak();
const a=c.pdf(r.result,{pdfStandard:'a-3a'}); const t3=performance.now();
console.log(process.argv[3]||'', r.result.numOfPages,'pages; peaks',p0,p1,p2,p3,peak(),'compile',Math.round(t1-t),'ua',Math.round(t2-t1),'a',Math.round(t3-t2));
