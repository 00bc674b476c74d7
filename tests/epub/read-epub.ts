/** Reads an EPUB as a reading system does: unzips it, parses each file as XML, follows the spine. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';

const NAMES = {
  h: 'http://www.w3.org/1999/xhtml',
  epub: 'http://www.idpf.org/2007/ops',
  opf: 'http://www.idpf.org/2007/opf',
  dc: 'http://purl.org/dc/elements/1.1/',
};

export interface ReadEpub {
  /** In the order of the zip. */
  readonly names: readonly string[];
  readonly source: (name: string) => string;
  /** Elements of a file. */
  readonly find: (name: string, xpath: string) => XmlElement[];
  /** Files of the spine in order, without their folder. */
  readonly spine: readonly string[];
  /** Text of a file, without white space. */
  readonly text: (name: string) => string;
  /** `part-0003.xhtml#glossary.nisc`, or the file alone, of every link to a file of the book. */
  readonly links: (name: string) => string[];
  readonly ids: (name: string) => string[];
}

export const attribute = (element: XmlElement, name: string): string => element.attr(name)?.value ?? '';

/** @throws XmlParseError when a file is not well-formed. */
export function readEpub(bytes: Uint8Array): ReadEpub {
  const files = unzipSync(bytes);
  const trees = new Map<string, XmlDocument>();
  const source = (name: string): string => strFromU8(files[`EPUB/${name}`] as Uint8Array);
  const tree = (name: string): XmlDocument => {
    const known = trees.get(name) ?? XmlDocument.fromString(source(name));
    trees.set(name, known);
    return known;
  };
  const find = (name: string, xpath: string) => tree(name).find(xpath, NAMES) as XmlElement[];
  const hrefs = new Map(
    find('package.opf', '//opf:item').map(item => [attribute(item, 'id'), attribute(item, 'href')]),
  );
  return {
    names: Object.keys(files),
    source,
    find,
    spine: find('package.opf', '//opf:itemref').map(item => hrefs.get(attribute(item, 'idref')) ?? ''),
    text: name =>
      find(name, '//h:body//text()[not(ancestor::h:a[@role="doc-noteref"])]')
        .map(({ content }) => content)
        .join('')
        .replace(/\s/g, ''),
    links: name =>
      find(name, '//h:a[@href]')
        .map(link => attribute(link, 'href'))
        .filter(href => !/^(https?|mailto):/.test(href)),
    ids: name => find(name, '//*[@id]').map(element => attribute(element, 'id')),
  };
}

/** What a reader would fall over, a line each: links to nowhere, ids that are no names or stand twice. */
export function brokenPlaces({ spine, links, ids }: ReadEpub): string[] {
  const places = new Map(spine.map(name => [name, ids(name)]));
  return spine.flatMap(name => {
    const own = places.get(name) ?? [];
    const odd = own.filter((id, index) => !/^[A-Za-z_][\w.-]*$/.test(id) || own.indexOf(id) !== index);
    const lost = links(name).filter(href => {
      const [file = '', id] = href.split('#');
      return !places.has(file) || (id !== undefined && !places.get(file)?.includes(id));
    });
    return [...odd.map(id => `${name}: id ${id}`), ...lost.map(href => `${name}: link ${href}`)];
  });
}

/** What epubcheck objects to: errors, warnings. */
export async function complaints(bytes: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(bytes);
  return messages
    .filter(({ severity }) => severity !== 'info' && severity !== 'usage')
    .map(({ id, message, location }) => `${id} ${message} ${location?.path}:${location?.line}`);
}
