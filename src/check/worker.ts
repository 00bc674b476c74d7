/** Reads what people wrote in a thread of its own, which `beside.ts` starts. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Beside, review, tell } from './worker-pool.ts';

const { findings, links } = await review(workerData as Beside);
parentPort?.postMessage({ told: findings.map(tell), links });
