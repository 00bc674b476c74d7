/** Shows below a pull request what a run of contributed code has written: `node comment.mjs diff.md`. */
// Nothing in that file is trusted. Which pull request is meant is what GitHub says: its event names the branch and the
// commit that have run, its API the open pull request of that branch, which must still be at that commit.
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';

const { GITHUB_API_URL, GITHUB_EVENT_PATH, GITHUB_REPOSITORY, GITHUB_SERVER_URL, GITHUB_TOKEN } = process.env;

/** Whose comments are ours, what they begin with. */
const BOT = 'github-actions[bot]';
const MARK = '<!-- tsuzuri: review -->';
/** GitHub takes no longer comment. */
const MOST_LETTERS = 65_536;
/** No letter has more bytes in UTF-8: what stands behind them could not be shown. */
const MOST_BYTES = 4 * MOST_LETTERS;
const PAGE = 100;

/** A space without width: a reader does not see it, GitHub and Markdown no longer see what it stands in. */
const GAP = '\u200B';

/** What would call, link or hide something, each with what stands there instead. */
const DEFUSED = [
  // Letters that nobody sees, or that turn the line round.
  [/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, ''],
  // A letter in another spelling, `&#64;name`; the spellings that our own pages need stay.
  [/&(?!(?:amp|lt|gt|quot|#39|#123|#125);)/g, `&${GAP}`],
  // `@name`, `@office/team`, `office/minutes@1a2b3c4`
  [/@/g, `@${GAP}`],
  // `#12`, `office/minutes#12`, but not `&#123;`
  [/(?<!&)#(?=\d)/g, `#${GAP}`],
  // `GH-12`
  [/\bGH-(?=\d)/gi, `$&${GAP}`],
  // `https://host/office/minutes/issues/12`, which would be noted there, `www.host.example`
  [/:(?=\/\/)|\bwww(?=\.)/gi, `$&${GAP}`],
  // `[words](address)`, `![words](address)`, `[words]: address`
  [/\](?=[(:])/g, `]${GAP}`],
  // `<!-- …`, `<a href=…>`, `<https:…>`; a list may fold, a line of a table may break.
  [/<(?!\/?(?:details|summary|br)>)/gi, `<${GAP}`],
];

/** @returns undefined where there is no such file */
async function readStranger(path) {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(absent);
  if (!file) return undefined;
  try {
    if (!(await file.stat()).isFile()) throw new Error('diff.md is no file');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES));
    // With `stream` the last letter may be cut, anything else that is not UTF-8 is refused.
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), { stream: true });
  } finally {
    await file.close();
  }
}

function absent(error) {
  if (error.code !== 'ENOENT') throw error;
}

const defuse = text => DEFUSED.reduce((safe, [shape, instead]) => safe.replace(shape, instead), text);

/** All words of our own stand above the stranger's, so nothing that he begins and does not end can hide them. */
function commentOn({ id, head_sha }, text) {
  const run = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${id}`;
  const head = `${MARK}\nコミット ${head_sha.slice(0, 7)} で何が変わるかを、自動でまとめたものです。全文と、できあがるサイトは[検査の成果物](${run})にあります。\n`;
  const note = '\n**長いので、途中までを載せています。**\n';
  const words = defuse(text).trim() || '検査が途中で止まったので、まとめはありません。検査の指摘をご覧ください。';
  if (head.length + words.length < MOST_LETTERS) return `${head}\n${words}`;
  const room = words.slice(0, MOST_LETTERS - head.length - note.length - 1);
  return `${head}${note}\n${room.slice(0, room.lastIndexOf('\n') + 1) || room.toWellFormed()}`;
}

async function ask(method, path, body) {
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${GITHUB_TOKEN}`,
      'x-github-api-version': '2022-11-28',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return response.json();
}

/** The open pull request whose newest commit has run, if there still is one. */
async function pullRequestOf({ head_sha, head_branch, head_repository }, main) {
  if (!head_repository) return undefined; // the fork is gone
  const head = `${head_repository.owner.login}:${head_branch}`;
  const found = await ask('GET', `pulls?${new URLSearchParams({ state: 'open', base: main, head })}`);
  return found.find(({ head }) => head.sha === head_sha && head.repo?.full_name === head_repository.full_name);
}

async function ownComment(number) {
  for (let page = 1; ; page++) {
    const comments = await ask('GET', `issues/${number}/comments?per_page=${PAGE}&page=${page}`);
    const own = comments.find(({ user, body }) => user?.login === BOT && body.startsWith(MARK));
    if (own || comments.length < PAGE) return own;
  }
}

async function main(path) {
  const { workflow_run: run, repository } = JSON.parse(await readFile(GITHUB_EVENT_PATH, 'utf8'));
  const text = await readStranger(path);
  if (text === undefined) return 'nothing was written';
  const pull = await pullRequestOf(run, repository.default_branch);
  if (!pull) return 'no open pull request is at this commit';
  const body = commentOn(run, text);
  const own = await ownComment(pull.number);
  if (own) await ask('PATCH', `issues/comments/${own.id}`, { body });
  else await ask('POST', `issues/${pull.number}/comments`, { body });
  return `${own ? 'replaced' : 'added'} the comment on #${pull.number}`;
}

console.log(await main(process.argv[2]));
