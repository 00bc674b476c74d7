/** Finds where a site will stand and where its repository is: the environment, the configuration, the host that builds it. */
import { inspect } from 'node:util';
import { optional } from '@tsuzuri/core/collections';
import { errorAt, noteAt } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import type { Project } from './project.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a host says, and the variable by which it does. */
interface Told {
  readonly variable: string;
  readonly text: string;
}

/** A service that builds and publishes sites. */
export interface Host {
  readonly name: string;
  /** The variables that are read, for the documentation: of the address, of the repository. */
  readonly variables: { readonly url: readonly string[]; readonly repository: readonly string[] };
  readonly isHere: (environment: Environment) => boolean;
  readonly url: (environment: Environment) => Told | undefined;
  readonly repository: (environment: Environment) => Told | undefined;
}

/** A variable that is there and not empty. */
const told = (environment: Environment, variable: string): Told | undefined => {
  const text = environment[variable];
  return text ? { variable, text } : undefined;
};

/** `https://owner.github.io/name/`; the repository `owner.github.io` stands at the root. Only github.com is known to publish so. */
function pagesOfGitHub(environment: Environment): Told | undefined {
  const repository = told(environment, 'GITHUB_REPOSITORY');
  if (!repository || (environment.GITHUB_SERVER_URL || GITHUB) !== GITHUB) return undefined;
  const [, owner, name] = OWNER_AND_NAME.exec(repository.text) ?? [];
  if (!owner || !name) return repository;
  const site = `${owner.toLowerCase()}.github.io`;
  return { ...repository, text: `https://${site}/${name.toLowerCase() === site ? '' : `${name}/`}` };
}
const GITHUB = 'https://github.com';
const OWNER_AND_NAME = /^([A-Za-z\d-]+)\/([\w.-]+)$/;

function repositoryOnGitHub(environment: Environment): Told | undefined {
  const repository = told(environment, 'GITHUB_REPOSITORY');
  if (!repository || !OWNER_AND_NAME.test(repository.text)) return repository;
  return { ...repository, text: `${environment.GITHUB_SERVER_URL || GITHUB}/${repository.text}` };
}

/** `https://3f2a9c1b.minutes.pages.dev`, which each deployment has for itself → `https://minutes.pages.dev` */
const ONE_DEPLOYMENT = /^(https:\/\/)[0-9a-f]{8}\.([^./]+\.pages\.dev\/?)$/;

function pagesOfCloudflare(environment: Environment): Told | undefined {
  const address = told(environment, 'CF_PAGES_URL');
  const isMain = /^(?:main|master)$/.test(environment.CF_PAGES_BRANCH ?? '');
  return address && { ...address, text: isMain ? address.text.replace(ONE_DEPLOYMENT, '$1$2') : address.text };
}

/** Vercel gives a host name alone. */
function addressOnVercel(environment: Environment): Told | undefined {
  const isProduction = environment.VERCEL_ENV === 'production';
  const host = told(environment, isProduction ? 'VERCEL_PROJECT_PRODUCTION_URL' : 'VERCEL_URL');
  return host && { ...host, text: `https://${host.text}` };
}

function repositoryOnVercel(environment: Environment): Told | undefined {
  const { VERCEL_GIT_PROVIDER, VERCEL_GIT_REPO_OWNER, VERCEL_GIT_REPO_SLUG } = environment;
  if (VERCEL_GIT_PROVIDER !== 'github' || !VERCEL_GIT_REPO_OWNER || !VERCEL_GIT_REPO_SLUG) return undefined;
  return { variable: 'VERCEL_GIT_REPO_SLUG', text: `${GITHUB}/${VERCEL_GIT_REPO_OWNER}/${VERCEL_GIT_REPO_SLUG}` };
}

/** The first that is here counts. */
export const HOSTS: readonly Host[] = [
  {
    // https://docs.netlify.com/build/configure-builds/environment-variables/ : URL is the main address of the site,
    // DEPLOY_PRIME_URL that of a preview or a branch.
    name: 'Netlify',
    variables: { url: ['URL', 'DEPLOY_PRIME_URL'], repository: ['REPOSITORY_URL'] },
    isHere: ({ NETLIFY }) => NETLIFY === 'true',
    url: environment => told(environment, environment.CONTEXT === 'production' ? 'URL' : 'DEPLOY_PRIME_URL'),
    repository: environment => told(environment, 'REPOSITORY_URL'),
  },
  {
    // https://developers.cloudflare.com/pages/configuration/build-configuration/#environment-variables
    name: 'Cloudflare Pages',
    variables: { url: ['CF_PAGES_URL', 'CF_PAGES_BRANCH'], repository: [] },
    isHere: ({ CF_PAGES }) => CF_PAGES === '1',
    url: pagesOfCloudflare,
    repository: () => undefined,
  },
  {
    // https://vercel.com/docs/environment-variables/system-environment-variables
    name: 'Vercel',
    variables: {
      url: ['VERCEL_PROJECT_PRODUCTION_URL', 'VERCEL_URL'],
      repository: ['VERCEL_GIT_REPO_OWNER', 'VERCEL_GIT_REPO_SLUG'],
    },
    isHere: ({ VERCEL }) => VERCEL === '1',
    url: addressOnVercel,
    repository: repositoryOnVercel,
  },
  {
    // https://docs.gitlab.com/ci/variables/predefined_variables/
    name: 'GitLab Pages',
    variables: { url: ['CI_PAGES_URL'], repository: ['CI_PROJECT_URL'] },
    isHere: ({ GITLAB_CI }) => GITLAB_CI === 'true',
    url: environment => told(environment, 'CI_PAGES_URL'),
    repository: environment => told(environment, 'CI_PROJECT_URL'),
  },
  {
    // https://docs.github.com/en/actions/reference/workflows-and-actions/variables
    name: 'GitHub Pages',
    variables: { url: ['GITHUB_REPOSITORY'], repository: ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY'] },
    isHere: ({ GITHUB_ACTIONS }) => GITHUB_ACTIONS === 'true',
    url: pagesOfGitHub,
    repository: repositoryOnGitHub,
  },
];

/** Where a project is published. */
export interface Publication {
  /** Address of the site, its path included. */
  readonly url?: URL;
  /** `https://github.com/owner/name`, without `.git` */
  readonly repository?: string;
  /** What a host says that cannot be used. */
  readonly notes: readonly VFileMessage[];
}

/**
 * TSUZURI_URL and TSUZURI_REPOSITORY come first, then the configuration, then the host; what nobody says is absent.
 * @throws VFileMessage where a person said what is no address; what a host says so is passed over, with a note
 */
export function publicationOf(project: Project, environment: Environment = process.env): Publication {
  const host = HOSTS.find(({ isHere }) => isHere(environment));
  const url = find('url', siteUrl, { project, environment, host });
  const repository = find('repository', repositoryUrl, { project, environment, host });
  return {
    ...optional('url', url.found),
    ...optional('repository', repository.found),
    notes: [...url.notes, ...repository.notes],
  };
}

interface Asked {
  readonly project: Project;
  readonly environment: Environment;
  readonly host: Host | undefined;
}

function find<T>(
  key: 'url' | 'repository',
  read: (text: string) => T | undefined,
  { project: { config, file }, environment, host }: Asked,
): { found?: T; notes: VFileMessage[] } {
  const variable = `TSUZURI_${key.toUpperCase()}`;
  const [text, from] = environment[variable] ? [environment[variable], variable] : [config[key], file];
  if (text !== undefined) {
    const found = read(text);
    if (found !== undefined) return { found, notes: [] };
    const name = from === variable ? variable : key;
    throw errorAt(
      from,
      undefined,
      ...say('book.settingValue', { key: name, value: inspect(text), wanted: WANTED[key]() }),
    );
  }
  const said = host?.[key](environment);
  const found = said && read(said.text);
  // What the variable holds is not shown: it may be a secret.
  return said && found === undefined
    ? { notes: [noteAt({ file, rule: 'host' }, ...say('book.hostOdd', { name: said.variable, key }))] }
    : { ...optional('found', found), notes: [] };
}

/** What to write, for a person. */
export const WANTED = { url: () => say('book.wantSite'), repository: () => say('book.wantRepository') } as const;

/** `https://github.com/owner/name#readme`, which npm writes by itself, is the address of no site: it has a #. */
export function siteUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && !url.username && !/[?#]/.test(text) ? url : undefined;
}

/** `git@host:owner/name.git`, `ssh://git@host/owner/name.git` */
const BY_SSH = /^(?:ssh:\/\/)?git@([\w.-]+)(?::\d+\/|[:/])/;

/**
 * `git+https://host/owner/name.git` → `https://host/owner/name`. A name and a password, which Netlify's REPOSITORY_URL has
 * for a private repository, are left out.
 */
export function repositoryUrl(text: string): string | undefined {
  const address = text.replace(/^git\+/, '').replace(BY_SSH, 'https://$1/');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.search || url.hash) return undefined;
  const path = url.pathname.replace(/(?:\.git)?\/*$/, '');
  return path === '' ? undefined : url.origin + path;
}
