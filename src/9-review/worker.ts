/** Reviews prose in a thread of its own, which `beside.ts` starts. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Beside, review, type Told, tell } from './beside.ts';

const told: Told[] = (await review(workerData as Beside)).map(tell);
parentPort?.postMessage(told);
