/** Loaded before a program with `node --require`: writes what its process has cost to the file TSUZURI_METER. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const report = { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: Math.round((maxRSS * 1024) / 1e6) };
  writeFileSync(process.env.TSUZURI_METER, JSON.stringify(report));
});
