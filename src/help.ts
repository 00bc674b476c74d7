/** What `tsuzuri --help` says. */
export const HELP = `tsuzuri: OCR text of Japanese government minutes → clean, linked documentation

  tsuzuri build [--pdf] [--epub] [--offline] [--base /x/]   seeds + docs → build/pages, build/ledger, build/site (and the
                                                 books, and build/offline, a copy of the site to open without a server)
  tsuzuri pdf                                    the offline books alone: build/tsuzuri.pdf, .epub, .html, build/pdf/*.pdf
  tsuzuri convert FILE… --out DIR [--glossary DIR]   any scans → NAME.md and NAME.ledger.json
  tsuzuri link DIR --glossary DIR --out DIR [--every] [--url PREFIX] [--json]   links any Markdown tree
  tsuzuri verify DIR                             undoes every NAME.ledger.json in DIR, compares with its scan's sha256
  tsuzuri check [--format text|github|json]      everything a pull request must pass: file, line, what, how to mend; writes nothing
  tsuzuri dev [--port N]                         the site with live reload of seeds, docs, rules and glossary
  tsuzuri terms [new ID [TERM]]                  acronyms and defined terms without an entry; \`new\` writes a draft card
  tsuzuri explain FILE[:LINE]                    why each character was changed, or only doubted

  Exit codes: 0 fine, 1 findings, 2 cannot run.`;
