/** Gives outline and sidebar of a page: from its data, or on minutes from the HTML with which they came. */

interface Heading {
  readonly title: string;
  readonly link: string;
  readonly children: readonly Heading[];
}

/** To call before the outline is shown; what is read back is kept with the data of the page. */
export function headingsOf(frontmatter: Record<string, unknown>): readonly Heading[] {
  if (frontmatter.headings === undefined && typeof document !== 'undefined')
    frontmatter.headings = read(document.querySelector('.VPDocAsideOutline > ul'));
  return (frontmatter.headings ?? []) as readonly Heading[];
}

/** The links of the sidebar, as HTML; nothing where those of the whole site serve. */
export function contentsOf(frontmatter: Record<string, unknown>): string | undefined {
  if (frontmatter.contents === undefined && typeof document !== 'undefined')
    frontmatter.contents = document.querySelector('#VPSidebarNav > .contents')?.innerHTML;
  return frontmatter.contents as string | undefined;
}

const read = (list: Element | null): Heading[] =>
  [...(list?.children ?? [])].map(item => {
    const link = item.querySelector(':scope > a');
    return {
      title: link?.textContent ?? '',
      link: link?.getAttribute('href') ?? '',
      children: read(item.querySelector(':scope > ul')),
    };
  });
