/** Shows what has changed since a revision, as Markdown for a pull request; judges nothing. */
import { createCache } from '@tsuzuri/book/cache';
import { loadProject } from '@tsuzuri/book/project';
import { describeDiff } from '@tsuzuri/check/diff';
import { withRevision } from '@tsuzuri/check/diff/revision';
import { optional } from '@tsuzuri/core/collections';
import { type CommandBody, fine, QUIET } from '@tsuzuri/core/command';
import { say } from '@tsuzuri/core/wording';
import { siteAddress } from '@tsuzuri/print/site';
import { buildWhole, currentProject } from '../project.ts';

export const diff: CommandBody = {
  arguments: [['<revision>', () => say('cli.diff.revision')]],
  options: [QUIET],
  examples: ['tsuzuri diff main', 'tsuzuri diff HEAD~3 > changes.md'],
  run: async ([revision = ''], _, tell) => {
    const project = await currentProject();
    const cache = createCache();
    const earlier = await withRevision(project.root, revision, async folder => {
      const base = await loadProject(folder);
      // The address that a change asks for is no one's yet.
      return { before: await buildWhole(base, { cache }, tell), ...optional('site', siteAddress(base).address) };
    });
    const after = await buildWhole(project, { cache }, tell);
    return fine(describeDiff({ ...earlier, after, revision }));
  },
};
