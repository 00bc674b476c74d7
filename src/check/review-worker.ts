/** Reviews the texts of a project in a thread of its own, which `review.ts` starts. */
import { parentPort, workerData } from 'node:worker_threads';
import { packMessage, type ReviewInput, review } from './review.ts';

const { messages, links } = await review(workerData as ReviewInput);
parentPort?.postMessage({ messages: messages.map(packMessage), links });
