/** The command `link`, with the dialects of the project in whose folder it runs. */
import { loadProject } from '@tsuzuri/book/project';
import { linkCommand } from '@tsuzuri/link/command';

export const link = linkCommand(async () => (await loadProject(process.cwd())).config.dialects ?? []);
