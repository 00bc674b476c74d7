/** Reads the programs of a page of MDX, packed with acorn as one file that is loaded where there are some (src/packing/bundle.mjs). */
import { parse, postprocess, preprocess } from 'micromark';
import { directive } from 'micromark-extension-directive';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';

const EXTENSIONS = [
  frontmatter(['yaml', 'toml']),
  gfm(),
  { text: directive().text ?? {} },
  mdxjs({ acornOptions: { ecmaVersion: 'latest' } }),
];

/** @throws VFileMessage at the first `import`, `export` or `{expression}` that is no JavaScript of today, with acorn's error as its cause */
export function readPrograms(page: string): void {
  postprocess(
    parse({ extensions: EXTENSIONS })
      .document()
      .write(preprocess()(page, undefined, true)),
  );
}
