/** Styles the PDF in Typst: page, type, headings, lists, tables, cover, contents, colophon. */
import type { LabelKey, Labels } from '@tsuzuri/core/labels';
import { inOwnLanguage, literal } from './escape.ts';

type Own = Extract<LabelKey, `print.${'contents' | 'colophon' | 'scans' | 'termIndexLead'}`>;

/**
 * A4, 43 characters of 10 pt a line, so that full lines need no stretching. `cjk-latin-spacing: none` because the default
 * makes 平成24年 three words for the search of Chrome and Firefox; `fallback: false` because the fonts of the machine
 * must never show.
 */
export function bookStyle(label: Labels): string {
  const own = (key: Own): string => inOwnLanguage(label(key), literal(label(key)), label);
  const kind = (name: 'speech' | 'term' | 'row' | 'heading' | 'subheading'): string =>
    literal(label(`print.kind.${name}`));
  const comma = literal(label('comma'));
  const [before, after] = label('print.picture', { words: '{words}' }).split('{words}').map(literal);
  return String.raw`
#let serif = ("Noto Serif JP", "Noto Sans JP")
#let sans = ("Noto Sans JP", "Noto Serif JP")
#let grey = luma(40%)
#let hair = 0.4pt + luma(60%)

#set page(paper: "a4", margin: (x: (210mm - 430pt) / 2, top: 30mm, bottom: 28mm), footer-descent: 11mm)
#set page(footer: context align(center, text(font: sans, size: 8pt, fill: grey, counter(page).display())))
#set text(font: serif, size: 10pt, lang: "ja", region: "jp", cjk-latin-spacing: none, fallback: false)
#set text(top-edge: 0.88em, bottom-edge: -0.12em, overhang: false)
#set par(justify: true, leading: 0.75em, spacing: 0.75em, first-line-indent: (amount: 1em, all: true))
#set list(marker: ([•], [–]), indent: 0.5em, body-indent: 0.6em)
#set enum(indent: 0.5em, body-indent: 0.6em)
#set quote(block: true)
#set footnote.entry(separator: line(length: 20%, stroke: hair), gap: 0.5em)
#show list: set par(first-line-indent: 0em)
#show enum: set par(first-line-indent: 0em)
#show footnote.entry: set par(first-line-indent: 0em, leading: 0.5em)
#show strong: set text(font: sans, weight: "bold")
#show emph: set text(font: sans, style: "normal")
#show quote: set pad(left: 2em)

#let plain(body) = { set par(justify: false, first-line-indent: 0em, leading: 0.5em, spacing: 0.5em); body }
#let small(body) = text(font: sans, size: 8pt, fill: grey, body)
// Words that belong together stay on one line, where one can hold them: 情報セキュリティ政策会議 第31回会合
#let phrased(size, body) = {
  let room = calc.floor(430pt / size)
  show regex("\S+"): it => if it.text.clusters().len() < room { box(baseline: 0.12em, it) } else { it }
  text(font: sans, size: size, plain(body))
}

// Size, space above, space below; in the glossary and for speakers the kind decides, elsewhere the level. The kind is also
// what a screen reader says of a link to the heading: 発言, ページ 3
#let looks = (
  ${kind('speech')}: (10pt, 17pt, 8pt), ${kind('term')}: (12.5pt, 26pt, 9pt), ${kind('row')}: (16pt, 30pt, 14pt),
  "1": (18pt, 0pt, 24pt), "2": (12.5pt, 24pt, 11pt), "3": (11pt, 19pt, 10pt), "4": (10pt, 17pt, 8pt), "5": (9pt, 12pt, 6pt),
)
#show heading: it => {
  let kind = it.supplement.text
  let (size, above, below) = looks.at(if kind in looks { kind } else { str(calc.min(it.level, 5)) })
  show underline: it => it.body
  block(above: above, below: below, sticky: true, strong(phrased(size, it.body)))
}
#let head(kind, level, id, body) = {
  let it = heading(level: level, outlined: kind in (${kind('heading')}, ${kind('row')}), bookmarked: true, supplement: kind, body)
  if id == "" { it } else [#it#label(id)]
}

// A place to break a line; Typst drops a space of no width at all.
#let gap = h(0.001pt)
// Between Japanese and Latin letters. With the stretching of a full line it must stay below a tenth of an em, which poppler and
// pdf.js take for a blank: with 0.04 em they find 99.4 % of 平成24年 and the like unbroken, with 0.08 em 98 %.
#let thin = h(0.04em, weak: true)
#let tofu(number) = box(stroke: hair, inset: (x: 1.5pt), outset: (y: 1pt), radius: 1pt, text(font: sans, size: 0.6em, number))
#let anchor(id) = [#metadata(none)#label(id)]
#let dots = (paint: luma(45%), thickness: 0.6pt, dash: "dotted")
#let see(url, body) = link(url, underline(stroke: dots, offset: 0.2em, evade: false, body))
#let note(id, body) = [#footnote(body)#label(id)]
// Numbers of the pages where these labels stand, each once, neighbours as 12–14.
#let folios(..ids) = context {
  let places = ids.pos().map(id => query(label(id))).flatten().map(it => it.location())
  let runs = ()
  for place in places.sorted(key: it => it.page()) {
    let page = place.page()
    if runs.len() > 0 and page <= runs.last().last().page() { continue }
    if runs.len() > 0 and page == runs.last().last().page() + 1 { runs.last().push(place) } else { runs.push((place,)) }
  }
  let number(place) = link(place, str(place.page()))
  runs.map(run => if run.len() > 2 { number(run.first()) + "–" + number(run.last()) } else { run.map(number).join(${comma}) }).join(${comma})
}
// Where these labels stand, written once, for the links to land when the book is set: page, from the left, from the top.
#let places(ids) = context [#metadata(ids.map(id => {
  let found = query(label(id))
  if found.len() > 0 { let at = found.first().location().position(); (at.page, at.x.pt(), at.y.pt()) }
}))<places>]
#let code(body) = text(font: sans, size: 0.92em, body)
#let picture(body) = { ${before};  body; ${after} }
#let pause = block(above: 1.5em, below: 1.5em, width: 100%, align(center, line(length: 5em, stroke: hair)))
#let listing(..lines) = block(fill: luma(95%), inset: 8pt, width: 100%, plain(code(lines.pos().join(linebreak()))))
// A little air separates opinions, as there is no name above them.
#let airy(body) = { set par(spacing: 1.15em); body }
#let marked(body) = airy(par(first-line-indent: 0em, hanging-indent: 1em, body))
#let foot(body) = block(above: 0.8em, par(first-line-indent: 0em, hanging-indent: 1em, body))
#let origin(body) = block(below: 1.2em, small(par(first-line-indent: 0em, body)))
#let closing(body) = align(right, par(first-line-indent: 0em, body))
#let numbers(start, tight, ..items) = airy(enum(start: start, tight: tight, ..items.pos()))
#let bullets(own, tight, ..items) = airy({
  if own { list(marker: [], indent: 0em, body-indent: 0em, tight: tight, ..items.pos()) } else { list(tight: tight, ..items.pos()) }
})

#let whole = table.cell.with(breakable: false)
#let title-cell(body) = table.cell(breakable: false, fill: luma(93%), text(font: sans, weight: "bold", body))
#let sheet(crowded, breakable, columns, leanings, ..cells) = block(above: 1.2em, below: 1.4em, width: 100%, breakable: breakable, {
  set text(size: if crowded { 6pt } else { 9pt })
  plain(table(columns: columns, align: leanings, inset: (x: if crowded { 1pt } else { 5pt }, y: 3.4pt), stroke: (x: none, y: hair), ..cells.pos()))
})

// The page on which a chapter opens has its title, and needs no running header.
#let running(id, left, right) = context if locate(label(id)).page() != here().page() {
  block(width: 100%, stroke: (bottom: hair), inset: (bottom: 4pt), small(plain(grid(columns: (1fr, auto), column-gutter: 1em, left, right))))
}
#let chapter(id, left, right, body) = { set page(header: running(id, left, right)); body }
// Reference matter: smaller, and lines filled one by one, as Typst's search for the best breaks takes half of the time.
#let entries(body) = { set text(size: 9pt); set par(leading: 0.6em, spacing: 0.6em, linebreaks: "simple", justify: false); body }
#let plate(rows) = plain(grid(columns: (auto, 1fr), column-gutter: 1.5em, row-gutter: 0.9em, ..rows.flatten()))

#let cover(title, subtitle, documents, foot) = page(footer: none, {
  v(42mm)
  strong(phrased(26pt, title))
  if subtitle != none { v(0.6em); text(fill: grey, phrased(12pt, subtitle)) }
  v(1.2em)
  line(length: 100%, stroke: 1pt)
  v(1.6em)
  plate(documents.map(((id, date, name)) => (small(date), link(label(id), text(size: 9.5pt, name)))))
  v(1fr)
  small(plain(foot))
})

#let contents = {
  show outline.entry: set par(first-line-indent: 0em, justify: false, leading: 0.55em)
  show outline.entry: set block(spacing: 0.6em)
  show outline.entry.where(level: 1): set text(font: sans, weight: "bold")
  show outline.entry.where(level: 1): set block(above: 1.3em)
  // A link of the heading itself must not stand inside the link of its entry.
  show link: it => if type(it.dest) == location { it } else { it.body }
  show underline: it => it.body
  pagebreak(weak: true)
  head(${kind('subheading')}, 1, "", ${own('print.contents')})
  outline(title: none, depth: 2, indent: 1.5em)
}

// Names and numbers, in two columns.
#let narrow(body) = {
  show list: it => columns(2, gutter: 20pt, { set text(size: 8.5pt); plain(it) })
  set list(marker: [], indent: 0em, body-indent: 0em, spacing: 0.6em)
  body
}
// Each name once: the page of its entry in bold, then those that name it.
#let index(rows) = {
  plain(small(${own('print.termIndexLead')}))
  v(1em)
  columns(2, gutter: 20pt, plain({ set text(size: 8.5pt); for (name, lines) in rows {
    block(above: 1.4em, below: 0.7em, sticky: true, strong(name))
    for (words, entry, marks) in lines {
      par(hanging-indent: 1em, { words; h(0.8em); strong(folios(entry)); h(0.8em); folios(..marks) })
    }
  } }))
}

#let colophon(lines, scans) = {
  set page(header: none)
  v(1fr)
  head(${kind('subheading')}, 1, "", ${own('print.colophon')})
  small(plain(stack(spacing: 0.8em, ..lines)))
  if scans.len() > 0 {
    v(1.5em)
    small(plain(${own('print.scans')}))
    v(0.5em)
    small(plain(table(columns: (1fr, auto), align: (left, right), inset: (x: 0pt, y: 4pt), stroke: (x: none, y: hair), ..scans.flatten())))
  }
}
`;
}
