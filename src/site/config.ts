/** The configuration of the site of the project in the current folder, for `.vitepress/config.ts`. */
import { loadProject } from '@tsuzuri/book/project';
import { defineSite } from './define-site.ts';

export default defineSite(await loadProject(process.cwd()));
