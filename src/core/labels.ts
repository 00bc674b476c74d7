/**
 * Holds what the site and the books say to their readers, in Japanese and in English: one table. What the documents and
 * cards say is never translated. `{name}` is filled in. Messages of the command line stand in `wording.ts`.
 */
import { fill } from './fill.ts';
import type { Language, Names } from './wording.ts';

type Table = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What the programs of the site need: no more than this is loaded into a browser. */
const THEME = {
  // Of the language

  comma: { ja: '、', en: ', ' },
  colon: { ja: '：', en: ': ' },
  stop: { ja: '。', en: '. ' },
  bracketed: { ja: '（{words}）', en: ' ({words})' },
  quoted: { ja: '「{words}」', en: '“{words}”' },
  year: { ja: '{year}年', en: '{year}' },
  noYear: { ja: '年の記載なし', en: 'Year not stated' },
  fiscalYear: { ja: '{year}年度', en: 'fiscal year {year}' },
  count: { ja: '{count}件', en: '{count}' },

  // Bar, foot and frame of every page

  'theme.mainPages': { ja: '主なページ', en: 'Main pages' },
  'theme.more': { ja: 'その他', en: 'More' },
  'theme.menu': { ja: 'メニュー', en: 'Menu' },
  'theme.others': { ja: 'ほか{count}件', en: '{count} more' },
  'theme.noPage': { ja: 'ページが見つかりません', en: 'Page not found' },
  'theme.noPageAdvice': {
    ja: 'アドレスをお確かめになるか、言葉でお探しください。',
    en: 'Please check the address, or search for words.',
  },
  'theme.toHome': { ja: '表紙へ戻る', en: 'Back to the home page' },
  'theme.neighbours': { ja: '前後のページ', en: 'Previous and next page' },
  'theme.editEntry': { ja: 'この項目を編集', en: 'Edit this entry' },
  'theme.editPage': { ja: 'このページを編集する', en: 'Edit this page' },
  'theme.report': { ja: '誤りを報告', en: 'Report an error' },
  'theme.reportTitle': { ja: '誤りの報告: {title}', en: 'Error: {title}' },
  'theme.reportPage': { ja: 'ページ: {page}', en: 'Page: {page}' },
  'theme.reportPlace': { ja: '場所: {place}', en: 'Place: {place}' },
  'theme.reportSentence': { ja: '文: {sentence}', en: 'Sentence: {sentence}' },
  'theme.reportWhat': { ja: '誤りと思われる箇所:', en: 'What seems to be wrong:' },

  'theme.printed': { ja: '{address}（{date}閲覧）', en: '{address} (accessed {date})' },

  // Home page, offline books

  'theme.documents': { ja: '収録した文書', en: 'Documents' },
  'theme.listOfMinutes': { ja: '会議録の一覧', en: 'List of minutes' },
  'theme.glossary': { ja: '用語集', en: 'Glossary' },
  'theme.readOffline': { ja: 'オフラインで読む', en: 'Read offline' },
  'theme.wholePdf': { ja: '全体をまとめた PDF', en: 'Everything in one PDF' },
  'theme.changes': { ja: '最近の追加・更新', en: 'Recent changes' },
  'theme.edition': { ja: '（{size}、{date}版）', en: ' ({size}, edition of {date})' },
  'theme.oneHtml': { ja: '一枚の HTML', en: 'Single HTML file' },
  'theme.noBooks': { ja: 'このサイトでは、まだ用意していません。', en: 'This site does not offer any yet.' },
  'theme.whole': { ja: '全体', en: 'Everything' },
  'theme.documentPdfs': { ja: '文書ごとの PDF', en: 'PDF of each document' },
  'theme.documentPdfsLead': {
    ja: 'その文書と、文中に出てくる用語の説明を収めています。',
    en: 'Each has the document and explains the terms that it uses.',
  },

  // Pages that a browser keeps

  'theme.keepHere': { ja: 'このブラウザーに保存する', en: 'Keep in this browser' },
  'theme.keepLead': {
    ja: '一度開いたページは、通信がなくても読めます。サイト全体を、検索も含めて保存することもできます。',
    en: 'Pages that you have visited can be read without a connection. You can also keep the whole site with its search.',
  },
  'theme.keepDocument': {
    ja: 'この文書と用語の説明を、通信がなくても読めるように保存する',
    en: 'Keep this document and its terms for reading without a connection',
  },
  'theme.keepSite': { ja: 'サイト全体を保存する', en: 'Keep the whole site' },
  'theme.keepSize': {
    ja: '大きさは、{count}ファイルで約{size}です（通信では圧縮されます）。',
    en: 'That is about {size} in {count} files (less as it is sent, compressed).',
  },
  'theme.keepNow': { ja: '保存を始める', en: 'Start' },
  'theme.keeping': { ja: '保存しています（{total}のうち{done}）', en: 'Keeping: {done} of {total}' },
  'theme.kept': { ja: '保存しました。通信がなくても読めます。', en: 'Kept. It can be read without a connection.' },
  'theme.keptSome': {
    ja: '{count}個のファイルを保存できませんでした。通信の状態と空き容量を確かめて、もう一度お試しください。',
    en: 'Files that could not be kept: {count}. Check your connection and free space, and try again.',
  },
  'theme.cannotKeep': {
    ja: 'このブラウザーでは保存できません。',
    en: 'This browser cannot keep pages.',
  },

  // Glossary

  'theme.all': { ja: 'すべて', en: 'All' },
  'theme.filterTerms': { ja: '用語を絞り込む', en: 'Filter terms' },
  'theme.category': { ja: '分類', en: 'Category' },
  'theme.filterNames': { ja: '名前や役職で絞り込む', en: 'Filter by name or position' },
  'theme.noNameFound': { ja: 'あてはまる名前はありません。', en: 'No name matches.' },
  'theme.termsFound': { ja: '{count}件', en: 'Shown: {count}' },
  'theme.noTermFound': {
    ja: 'あてはまる用語はありません。語を短くするか、分類を「すべて」にしてください。',
    en: 'No term matches. Type a shorter word, or set the category to “All”.',
  },
  'theme.noTermList': {
    ja: '用語の一覧を読み込めませんでした。',
    en: 'The list of terms could not be loaded.',
  },
  'theme.mentionsOfYear': { ja: '{year}年 {count}か所', en: '{year}: {count}' },
  'theme.mentionsByYear': { ja: '年ごとの数: {counts}', en: 'Mentions by year: {counts}' },
  'theme.mentionYears': {
    ja: '収録した文書のある年ごとの数（日付の記載がない文書は年度）',
    en: 'Mentions in each year with documents (by fiscal year where a document states no date)',
  },
  'theme.order': { ja: '並べ方', en: 'Order' },
  'theme.order.document': { ja: '文書ごと', en: 'By document' },
  'theme.order.year': { ja: '年ごと', en: 'By year' },
  'theme.order.speaker': { ja: '発言者ごと', en: 'By speaker' },
  'theme.order.before': { ja: '前の言葉の順', en: 'By the words before' },
  'theme.order.after': { ja: '後の言葉の順', en: 'By the words after' },
  'theme.noSpeaker': { ja: '発言ではない箇所', en: 'Not in a speech' },
  'theme.aboutTerm': { ja: '{term}の説明', en: 'About {term}' },
  'theme.nameThen': { ja: '当時の名称', en: 'Name at that time' },
  'theme.namesByTime': { ja: '時期により', en: 'Names over time' },
  'theme.name': { ja: '名称', en: 'Name' },
  'theme.readEntry': { ja: '項目を読む', en: 'Read the entry' },
  'theme.allMentions': { ja: 'すべての箇所（{count}）', en: 'All mentions ({count})' },

  // Head and tools of minutes: the names in the head are short

  'theme.body': { ja: '会議', en: 'Body' },
  'theme.session': { ja: '回次', en: 'Session' },
  'theme.sessionNumber': { ja: '第{number}回', en: '{number}' },
  'theme.date': { ja: '日付', en: 'Date' },
  'theme.fiscal': { ja: '年度', en: 'Year' },
  'theme.fiscalNumber': { ja: '{year}年度', en: 'fiscal {year}' },
  'theme.time': { ja: '時刻', en: 'Time' },
  'theme.span': { ja: '{from}〜{until}', en: '{from} – {until}' },
  'theme.venue': { ja: '場所', en: 'Venue' },
  'theme.document': { ja: '文書', en: 'Type' },
  'theme.earlierEdition': { ja: '旧版', en: 'earlier edition' },
  'theme.draft': { ja: '案', en: 'draft' },
  'theme.issuer': { ja: '作成', en: 'Issuer' },
  'theme.scan': { ja: '原文', en: 'Scan' },
  'theme.length': { ja: '分量', en: 'Length' },
  'theme.forPrint': { ja: '印刷', en: 'Print' },
  'theme.proofreading': { ja: '校正', en: 'Edits' },
  'theme.aboutDocument': { ja: 'この文書について', en: 'About this document' },
  'theme.corrected': { ja: '{edits} か所を訂正', en: 'corrected places: {edits}' },
  'theme.uncorrected': { ja: '訂正なし', en: 'nothing corrected' },
  'theme.doubtsFound': { ja: '機械が見つけた疑い: {count}件', en: 'doubts found by the machine: {count}' },
  'theme.thisHeading': { ja: 'この見出し', en: 'this heading' },
  'theme.thisDocument': { ja: 'この文書', en: 'this document' },
  'theme.menuOf': { ja: '{part}のメニュー', en: 'Menu: {part}' },
  'theme.quote': { ja: '出典を付けて本文をコピー', en: 'Copy text with its source' },
  'theme.quoteChosen': { ja: '出典を付けて選択した文をコピー', en: 'Copy selected words with their source' },
  'theme.saidBy': { ja: '{speaker}{words}', en: '{speaker}: {words}' },
  'theme.nextSaying': { ja: '／', en: ' / ' },
  'theme.citeDocument': { ja: '文書の出典をコピー', en: 'Copy the source of the document' },
  'theme.copyAddress': { ja: 'アドレスをコピー', en: 'Copy address' },
  'theme.addressOfWords': { ja: '書き出しの文を示すアドレスをコピー', en: 'Copy address of the first sentence' },
  'theme.addressOfChosen': { ja: '選択した文を示すアドレスをコピー', en: 'Copy address of the selected words' },
  'theme.copyReference': { ja: '書誌情報をコピー', en: 'Copy reference as' },
  'theme.editCorrections': { ja: '訂正のファイルを編集', en: 'Edit the file of corrections' },
  'theme.reading': { ja: '読んでいる箇所', en: 'Where you are' },
  'theme.previousSpeechOf': { ja: '{speaker}の前の発言', en: 'Previous speech: {speaker}' },
  'theme.nextSpeechOf': { ja: '{speaker}の次の発言', en: 'Next speech: {speaker}' },
  'theme.copied': { ja: 'コピーしました', en: 'Copied' },
  'theme.copyBlocked': {
    ja: 'ブラウザーがコピーを許していません。次の文を選んで写し取ってください。',
    en: 'Your browser does not allow copying here. Select this text and copy it:',
  },
  'theme.speech': { ja: '発言{number}', en: 'speech {number}' },
  'theme.paragraph': { ja: '段落{number}', en: 'paragraph {number}' },

  // Corrections in the text

  'theme.againstScan': { ja: '原文との対照', en: 'Comparison with the scan' },
  'theme.showEdits': { ja: '校正を表示', en: 'Show corrections' },
  'theme.showScan': { ja: '原文を並べる', en: 'Show scan alongside' },
  'theme.noProof': { ja: '校正の記録を読み込めませんでした', en: 'The record of corrections could not be loaded' },
  'theme.proof': { ja: '校正の記録', en: 'Record of corrections' },
  'theme.proofLead': {
    ja: '訂正は本文に反映したもの、疑いは直さずに残したものです。番号を選ぶと本文の箇所へ移ります。',
    en: 'Corrections have been made in the text, doubts have been left as they are. Each number leads to its place in the text.',
  },
  'theme.spaces': { ja: '空白と改行（{count}か所）', en: 'Spaces and line breaks ({count})' },
  'theme.noCharacters': { ja: '文字の訂正も疑いもありません。', en: 'No characters were corrected or doubted.' },
  'theme.edit': { ja: '訂正{number}', en: 'Correction {number}' },
  'theme.doubt': { ja: '疑い{number}', en: 'Doubt {number}' },
  'theme.reasonOf': { ja: '{mark}の理由', en: '{mark}: reason' },
  'theme.scanLine': { ja: '原文{line}行', en: 'line {line} of the scan' },
  'theme.scanPage': { ja: '{line}、原本{page}ページ', en: '{line}, page {page} of the original' },
  'theme.onPages': { ja: '原本{pages}ページ', en: 'p. {pages} of the original' },
  'theme.pageImage': { ja: '原本{page}ページの画像', en: 'Picture of page {page} of the original' },
  'theme.original': { ja: '原本', en: 'Original' },
  'theme.originalNamed': { ja: '『{title}』', en: '“{title}”' },
  'theme.originalPages': { ja: '全{pages}ページ', en: '{pages} pages' },
  'theme.originalRange': { ja: '{pages}ページ', en: 'pages {pages}' },
  'theme.originalRetrieved': { ja: '{day}取得', en: 'retrieved {day}' },
  'theme.originalUnknown': { ja: '記載なし、', en: 'not stated; ' },
  'theme.scanAlone': { ja: 'この文書の原文', en: 'the text that was given' },
  'theme.perhaps': { ja: '「{words}」か', en: 'perhaps “{words}”' },
  'theme.rule': { ja: '規則', en: 'Rule' },
  'theme.byPerson': { ja: '（人による訂正）', en: ' (corrected by a person)' },

  // Two documents side by side

  'theme.compareNow': { ja: '比べる', en: 'Compare' },
  'theme.compareFirst': { ja: '一つ目の文書', en: 'First document' },
  'theme.compareSecond': { ja: '二つ目の文書', en: 'Second document' },
  'theme.compareAbsent': {
    ja: '文書を並べるには JavaScript が必要です。それぞれの文書は、会議録の一覧からお読みいただけます。',
    en: 'Comparing needs JavaScript. The list of minutes leads to each document.',
  },
  'theme.compareFailed': {
    ja: '文書を読み込めませんでした。通信の状態を確かめて、もう一度お試しください。',
    en: 'The documents could not be loaded. Check your connection and try again.',
  },
  'theme.attendees': { ja: '出席者', en: 'Attendees' },
  'theme.speakers': { ja: '発言者', en: 'Speakers' },
  'theme.headings': { ja: '見出し', en: 'Headings' },
  'theme.terms': { ja: '用語', en: 'Terms' },
  'theme.compareComing': { ja: '本文を読み込んでいます…', en: 'Loading the text…' },
  'theme.compareText': { ja: '本文', en: 'Text' },
  'theme.onlyFirst': { ja: '一つ目だけ（{count}）', en: 'Only in the first ({count})' },
  'theme.onlySecond': { ja: '二つ目だけ（{count}）', en: 'Only in the second ({count})' },
  'theme.inBoth': { ja: '両方（{count}）', en: 'In both ({count})' },
  'theme.sameBlocks': { ja: '同じ段落（{count}）', en: 'Paragraphs that are the same ({count})' },
  'theme.nothingCommon': {
    ja: '二つの文書の本文は、ほとんど重なりません。',
    en: 'The texts of the two documents have hardly anything in common.',
  },
  'theme.readFirst': { ja: '一つ目で読む', en: 'Read in the first' },
  'theme.readSecond': { ja: '二つ目で読む', en: 'Read in the second' },

  // Search

  'theme.search': { ja: '検索', en: 'Search' },
  'theme.close': { ja: '閉じる', en: 'Close' },
  'theme.searchGuide': {
    ja: '会議録の発言と段落、用語集、人物、会議体、校正の規則、文書を探します。次のような探し方ができます。',
    en: 'Searches the speeches and paragraphs of the minutes, the glossary, people, bodies, correction rules and other pages. Some ways to search:',
  },
  'theme.openSearchPage': { ja: '検索ページで開く', en: 'Open on the search page' },
  'theme.searchHere': { ja: 'サイト内の検索', en: 'Search of this site' },
  'theme.slashKey': { ja: '「/」のキーで検索を開く', en: 'Open the search with the “/” key' },
  'theme.searchAbsent': {
    ja: 'ここでは検索を使えません。検索には JavaScript と、サイトを置いたサーバーが必要です。',
    en: 'The search does not work here: it needs JavaScript and a server that hosts the site.',
  },
  'theme.howToSearch': { ja: '検索のページ', en: 'The search page' },
  'theme.searchWords': { ja: '検索する言葉', en: 'Words to search for' },
  'theme.searchExample': { ja: '例：{query}', en: 'e.g. {query}' },
  'theme.kind.minutes': { ja: '会議録', en: 'Minutes' },
  'theme.kind.term': { ja: '用語', en: 'Term' },
  'theme.kind.person': { ja: '人物', en: 'Person' },
  'theme.kind.body': { ja: '会議体', en: 'Body' },
  'theme.kind.rule': { ja: '規則', en: 'Rule' },
  'theme.kind.text': { ja: '文書', en: 'Page' },
  'theme.moreInDocument': { ja: 'この文書にほか{count}件', en: 'More in this document: {count}' },
  'theme.narrow': { ja: '絞り込む', en: 'Narrow the search' },
  'theme.facet.kind': { ja: '種類', en: 'Kind' },
  'theme.facet.body': { ja: '会議', en: 'Meeting' },
  'theme.facet.year': { ja: '年', en: 'Year' },
  'theme.facet.speaker': { ja: '発言者', en: 'Speaker' },
  'theme.facetsOf': { ja: '初めの{count}件の内訳です。', en: 'Counted among the first {count}.' },
  'theme.showMore': { ja: '続きを表示', en: 'Show more' },
  'theme.nearestTerms': { ja: '用語集の近い項目', en: 'Similar entries of the glossary' },
  'theme.found': { ja: '{count}件', en: 'Results: {count}' },
  'theme.foundAtLeast': { ja: '{least}件以上（最大{count}件）', en: 'Results: at least {least} (at most {count})' },
  'theme.foundFirst': { ja: '{found}。初めの{shown}件を示します', en: '{found}. The first {shown} are shown' },
  'theme.searching': { ja: '探しています…', en: 'Searching…' },
  'theme.noIndex': {
    ja: '検索の索引を読み込めませんでした。通信の状態を確かめて、もう一度お試しください。',
    en: 'The search index could not be loaded. Check your connection and try again.',
  },
  'theme.byParts': {
    ja: '入力したとおりの箇所はありません。{words}のある箇所を、当てはまる順に示します',
    en: 'Nothing has all that was typed. Shown are places with {words}, those that fit best first',
  },
  'theme.notTogether': {
    ja: '入れた条件のすべてに合う箇所はありません。',
    en: 'No place meets all of these conditions.',
  },
  'theme.notFound': {
    ja: '{query}は見つかりませんでした。語を短くする、別の言葉にする、絞り込みや「"」を外す、などをお試しください。',
    en: '{query} was not found. Try shorter or other words, or leave out filters and quotation marks.',
  },
  'theme.alsoAs': { ja: '{word}を{others}としても探しました。', en: '{word} was also read as {others}.' },
  'theme.alsoNames': {
    ja: '{word}をほかの名前（{others}）でも探しました。',
    en: '{word} was also searched for by other names ({others}).',
  },
  'theme.nearTo': {
    ja: '{word}は見つかりません。{others}で探した結果です。',
    en: '{word} was not found. These are the results for {others}.',
  },
  'theme.elsewhere': { ja: '{words}は、ほかの箇所にあります。', en: 'Found in other places: {words}.' },
  'theme.tooLong': {
    ja: '検索語が長いため、初めの{count}語で探しました。',
    en: 'The query is long: only its first {count} words were searched for.',
  },
  'theme.nothingAsked': {
    ja: 'まだ探す語がありません。記号だけ、または除く語だけでは探せません。',
    en: 'There is no word to search for yet: punctuation or excluded words alone find nothing.',
  },
  'theme.between': { ja: '', en: ', ' },
  'theme.andOthers': { ja: 'など', en: 'and others' },
  'theme.onlyWord': { ja: '{word}だけを探す', en: 'Search only for {word}' },
  'theme.findWord': { ja: '{word}を探す', en: 'Search for {word}' },
} as const satisfies Table;

/** Keys begin with what says it: the pages that are generated, the site, the books. */
export const LABELS = {
  ...THEME,

  // Of the language

  noDate: { ja: '日付の記載なし', en: 'Date not stated' },
  gap: { ja: '　', en: ' ' },
  wideGap: { ja: '　', en: '; ' },
  span: { ja: '{from}〜{until}', en: '{from} – {until}' },

  // Pages of every kind

  'pages.untitled': { ja: '会議録集', en: 'Collected minutes' },
  'pages.minutes': { ja: '会議録', en: 'Minutes' },
  'pages.glossary': { ja: '用語集', en: 'Glossary' },
  'pages.rules': { ja: '校正の規則', en: 'Correction rules' },
  'pages.people': { ja: '出席者と発言者', en: 'Attendees and speakers' },
  'pages.bodies': { ja: '会議体', en: 'Bodies' },
  'pages.glossaryRow': { ja: '用語集 {row}', en: 'Glossary: {row}' },
  'pages.other': { ja: 'その他', en: 'Other' },
  'pages.item': { ja: '項目', en: 'Item' },
  'pages.content': { ja: '内容', en: 'Content' },
  'pages.andMore': { ja: 'ほか{count}件', en: 'and {count} more' },
  'pages.places': { ja: '{count}か所', en: 'mentions: {count}' },

  // Home, search, offline books

  'pages.readMinutes': { ja: '会議録を読む', en: 'Read the minutes' },
  'pages.toMinutes': { ja: '{list}に、文書を日付の順に並べています。', en: 'The {list} has all documents by date.' },
  'pages.listOfMinutes': { ja: '会議録の一覧', en: 'list of minutes' },
  'pages.noMinutes': { ja: '会議録はまだありません。', en: 'There are no minutes yet.' },
  'pages.lookUp': { ja: '用語を調べる', en: 'Look up terms' },
  'pages.toGlossary': {
    ja: '{glossary}に、会議録に出てくる用語の説明があります。',
    en: 'The {glossary} explains the terms that the minutes use.',
  },
  'pages.theGlossary': { ja: '用語集', en: 'glossary' },
  'pages.noTerms': { ja: '用語の説明はまだありません。', en: 'No terms are explained yet.' },
  'pages.search': { ja: '検索', en: 'Search' },
  'pages.searchLead': {
    ja: '会議録、用語集と、このサイトのほかのページを、まとめて探せます。',
    en: 'Searches the minutes, the glossary and all other pages of this site at once.',
  },
  'pages.howToSearch': { ja: '探し方', en: 'How to search' },
  'pages.searchAll': {
    ja: '語を空白で区切ると、すべての語がある箇所を探します。',
    en: 'Words with spaces between them: places that have all of the words.',
  },
  'pages.searchPhrase': {
    ja: '「"」で囲むと、書いたとおりの並びを探します。',
    en: 'Words in quotation marks ("): exactly this sequence.',
  },
  'pages.searchWithout': {
    ja: '前に「-」を付けた語は、ない箇所を探します。',
    en: 'A word with “-” before it: places without this word.',
  },
  'pages.compare': { ja: '二つの文書を比べる', en: 'Compare two documents' },
  'pages.compareLead': {
    ja: '二つの会議、または一つの会議の二つの版を並べます。同じところは畳んであります。',
    en: 'Two meetings, or two editions of the minutes of one, side by side. What is equal is folded.',
  },
  'pages.compareMeetings': { ja: '最近の二つの会議録を比べる', en: 'Compare the two latest minutes' },
  'pages.offline': { ja: 'オフラインで読む', en: 'Read offline' },
  'pages.offlineLead': {
    ja: '会議録と用語集を一つのファイルにまとめた版は、通信のない場所でも読めます。',
    en: 'The minutes and the glossary in one file can be read without a connection.',
  },
  'pages.formats': { ja: '形の選び方', en: 'Which format to choose' },
  'pages.formatPdf': {
    ja: 'PDF は、印刷するときや、ページを示して引用するときに向いています。',
    en: 'PDF suits printing, and citing by page.',
  },
  'pages.formatEpub': {
    ja: 'EPUB は、電子書籍を読むソフトで、文字の大きさを変えて読めます。',
    en: 'EPUB is for e-book readers, where you can choose the size of the text.',
  },
  'pages.formatHtml': {
    ja: '一枚の HTML は、ブラウザーで開きます。',
    en: 'The single HTML file opens in any browser.',
  },

  // Minutes

  'pages.date': { ja: '日付', en: 'Date' },
  'pages.document': { ja: '文書', en: 'Document' },
  'pages.type': { ja: '種別', en: 'Type' },
  'pages.byBody': { ja: '会議体から探す', en: 'Find by body' },
  'pages.byPerson': { ja: '人から探す', en: 'Find by person' },

  // People

  'pages.personNote': {
    ja: '会議録にある同じ氏名をまとめています。同姓同名の別人を見分けていません。',
    en: 'Everything under the same name in the minutes is brought together here. Different people of the same name are not told apart.',
  },
  'pages.proxyFor': { ja: '{person}の代理出席', en: 'in place of {person}' },
  'pages.represented': { ja: '代理出席：{person}', en: 'represented by {person}' },
  'pages.posts': { ja: '文書にある役職・所属', en: 'Positions in the documents' },
  'pages.inDocuments': { ja: '{dates}の文書', en: 'documents of {dates}' },
  'pages.inUndated': { ja: '日付の記載がない文書', en: 'documents without a date' },
  'pages.noRole': { ja: '役職の記載なし', en: 'Position not stated' },
  'pages.unnamedAll': {
    ja: 'この文書の発言{count}件には、発言者の氏名がありません。',
    en: 'This document names no speaker (speeches: {count}).',
  },
  'pages.unnamedSome': {
    ja: 'この文書の発言{count}件のうち{open}件には、発言者の氏名がありません。',
    en: 'Of the {count} speeches in this document, {open} have no name of a speaker.',
  },
  'pages.peopleLead': {
    ja: '出席者の名簿か発言に氏名がある人を、五十音順に並べています。原文は氏名の読みを書いていないので、並べる順には辞書から推し量った読みを使っています。実際の読みと違うことがあります。',
    en: 'Everyone named in a list of attendees or as a speaker, in the order of the syllabary. The scans do not say how names are read: the order goes by a dictionary, which may be wrong about a person.',
  },
  'pages.namesakes': {
    ja: '同姓同名の別人を見分けていません。',
    en: 'Different people of the same name are not told apart.',
  },
  'pages.meetingCount': { ja: '{count}会議', en: 'meetings: {count}' },

  // Bodies

  'pages.bodyNote': {
    ja: '会議録にある同じ名称をまとめています。同じ名称の別の会議体を見分けていません。',
    en: 'Everything under the same name in the minutes is brought together here. Different bodies of the same name are not told apart.',
  },
  'pages.documentCount': { ja: '会議録{count}件', en: 'minutes: {count}' },
  'pages.minutesOf': { ja: '会議録（{count}件）', en: 'Minutes ({count})' },
  'pages.noMinutesOf': {
    ja: 'この会議体の会議録は収録していません。',
    en: 'This collection has no minutes of this body.',
  },
  'pages.above': { ja: '上位の会議体', en: 'Bodies above' },
  'pages.below': { ja: '下位の会議体', en: 'Bodies below' },
  'pages.named': { ja: '氏名のある出席者{count}人', en: 'attendees named: {count}' },
  'pages.spoken': { ja: '発言{count}件', en: 'speeches: {count}' },
  'pages.inMeetings': { ja: '{count}会議：', en: 'meetings {count}: ' },
  'pages.peopleOf': { ja: '出席者と発言者（{count}人）', en: 'Attendees and speakers ({count})' },
  'pages.bodiesLead': {
    ja: '会議録の表題にある会議体を、五十音順に並べています。原文は名称の読みを書いていないので、並べる順には辞書から推し量った読みを使っています。',
    en: 'The bodies named in the titles of the minutes, in the order of the syllabary. The scans do not say how names are read: the order goes by a dictionary.',
  },

  // Glossary

  'pages.byKana': { ja: '五十音順', en: 'By kana' },
  'pages.byLetter': { ja: '英字・数字', en: 'By letter and digit' },
  'pages.kanaRow': { ja: '{kana}行', en: 'Kana {kana}' },
  'pages.digits': { ja: '数字', en: 'Digits' },
  'pages.latin': { ja: '英字', en: 'Latin letters' },
  'pages.noReading': { ja: '読みの分からないもの', en: 'Reading not known' },
  'pages.reading': { ja: '読み', en: 'Reading' },
  'pages.category': { ja: '分類', en: 'Category' },
  'pages.expansion': { ja: '原語', en: 'Original term' },
  'pages.aliases': { ja: '別の表記', en: 'Also written' },
  'pages.general': {
    ja: '上の事柄と名称の期間には、会議録にない一般的な知識を含みます。',
    en: 'These facts, and the periods of names, include general knowledge that the minutes do not state.',
  },
  'pages.onlyName': { ja: '名称と期間', en: 'Name and period' },
  'pages.names': { ja: '名称の移り変わり', en: 'Names over time' },
  'pages.see': { ja: '関連する用語', en: 'Related terms' },
  'pages.mentions': { ja: 'この用語が出てくる箇所（{count}か所）', en: 'Where this term is mentioned ({count})' },
  'pages.firstMention': {
    ja: '最初に出てくるのは、{date}の{place}です。',
    en: 'First mention: {date}, {place}.',
  },
  'pages.lastMention': {
    ja: '最後に出てくるのは、{date}の{place}です。',
    en: ' Last mention: {date}, {place}.',
  },
  'pages.noMentions': {
    ja: '収録した会議録には出てきません。',
    en: 'The minutes of this collection do not mention it.',
  },
  'pages.beginning': { ja: '冒頭', en: 'beginning' },
  'pages.together': { ja: '同じ文によく出てくる用語', en: 'Terms often named in the same sentences' },
  'pages.sentences': { ja: '{count}か所', en: '({count})' },
  'pages.sources': { ja: '典拠', en: 'Sources' },
  'pages.webSource': { ja: '、{publisher}（{day}閲覧）', en: ', {publisher} (read on {day})' },
  'pages.nameToday': { ja: '今の名称', en: 'Name today' },
  'pages.officialName': { ja: '正式な名称', en: 'Official name' },
  'pages.lastName': { ja: '最後の名称', en: 'Last name' },
  'pages.period': { ja: '期間', en: 'Period' },
  'pages.series': { ja: '{series}の移り変わり', en: '{series} over time' },
  'category.organisation': { ja: '組織・会議体', en: 'Organisations and bodies' },
  'category.programme': { ja: '事業・プロジェクト', en: 'Programmes and projects' },
  'category.exercise': { ja: '演習', en: 'Exercises' },
  'category.system': { ja: 'システム', en: 'Systems' },
  'category.law': { ja: '法令・条約', en: 'Laws and treaties' },
  'category.document': { ja: '文書・計画', en: 'Documents and plans' },
  'category.technology': { ja: '技術', en: 'Technology' },
  'category.concept': { ja: '概念・用語', en: 'Concepts' },
  'category.event': { ja: '会合・出来事', en: 'Meetings and events' },

  // Rules

  'pages.counts': { ja: '{title}（{count}か所）', en: '{title} ({count})' },
  'pages.mended': { ja: '直した箇所', en: 'Corrected places' },
  'pages.doubted': { ja: '疑いとして残した箇所', en: 'Places left as doubts' },
  'pages.notUsed': {
    ja: '収録した会議録には、まだありません。',
    en: 'There are none in the minutes of this collection yet.',
  },
  'pages.inLedger': { ja: 'ほか{count}か所は帳簿にあります。', en: 'The ledger has {count} more.' },
  'pages.rulesLead': {
    ja: '原文を直すときの規則です。規則ごとに、理由と例、実際に直した箇所を示します。直した箇所はすべて帳簿（ledger）に残り、元の文字に戻せます。',
    en: 'The rules by which scans are corrected. Each has its reason, examples, and the places where it was used. All corrections are kept in a ledger and can be undone.',
  },
  'pages.limits': { ja: '疑いの数が意味すること', en: 'What the number of doubts means' },
  'pages.limitsWhat': {
    ja: '「機械が見つけた疑い」は、下の規則が探す形の誤りのうち、直さずに残した箇所の数です。規則にない形の誤り、別の正しい言葉に読まれた字、抜けた行は、機械には見つけられません。0件は、誤りがないことを意味しません。確かめるには、原文と、公開した人の元の文書をご覧ください。',
    en: 'It is the number of places of the kinds that the rules below look for, left as they are. Errors of other kinds, characters read as another word that exists, and lines that are missing are not found by a machine. 0 does not mean that there are no errors: to be sure, look at the scan and at the document of who published it.',
  },
  'pages.steps': { ja: '本文ができるまで', en: 'How the text is made' },
  'pages.stepRead': { ja: '読む', en: 'Read' },
  'pages.stepReadWhat': {
    ja: '原文（OCR で読み取ったままのテキスト）を読みます。原文のファイルは書き換えません。人が確かめた訂正があれば、はじめに当てます。',
    en: 'The scan (the raw text of the OCR) is read; its file is never changed. Corrections that a person has verified come first.',
  },
  'pages.stepNormalise': { ja: 'そろえる', en: 'Normalise' },
  'pages.stepNormaliseWhat': {
    ja: '全角の英数字、半角カナ、部首用の文字、縦書き用の記号を、通常の文字にそろえます。',
    en: 'Full-width letters and digits, half-width kana, radicals and vertical forms become ordinary characters.',
  },
  'pages.stepParse': { ja: '組み立てる', en: 'Parse' },
  'pages.stepParseWhat': {
    ja: '見出し、発言、箇条書き、表を見分けます。ページの切れ目や行の折り返しで切れた文をつなぎ、余分な空白を除きます。',
    en: 'Headings, speeches, lists and tables are recognised. Sentences cut by the end of a page or line are joined, extra spaces removed.',
  },
  'pages.stepCorrect': { ja: '直す', en: 'Correct' },
  'pages.stepCorrectWhat': {
    ja: '規則の一つひとつを本文に当てます。確かなものは直し、判断のつかないものは直さずに、疑いとして残します。',
    en: 'Each rule is applied to the text. What is certain is corrected; what is not is left as a doubt.',
  },
  'pages.stepLink': { ja: '結ぶ', en: 'Link' },
  'pages.stepLinkWhat': {
    ja: '用語を用語集の項目に結び付けます。本文の文字は変わりません。',
    en: 'Terms are linked to their entries in the glossary. The characters of the text do not change.',
  },
  'pages.byDocument': { ja: '文書ごとの訂正と疑い', en: 'Corrections and doubts by document' },
  'pages.total': { ja: '合計', en: 'Total' },
  'pages.edits': { ja: '訂正', en: 'Edits' },
  'pages.byPeople': { ja: 'うち人による訂正', en: 'By a person' },
  'pages.doubts': { ja: '疑い', en: 'Doubts' },
  'pages.used': { ja: '適用した規則', en: 'Rules that were used' },
  'pages.usedLead': {
    ja: '収録した文書で実際に使った規則です。',
    en: 'These rules were used in the documents of this collection.',
  },
  'pages.asking': { ja: '疑いだけを示す規則', en: 'Rules that only point out doubts' },
  'pages.askingLead': {
    ja: '誤りかもしれない箇所を知らせるだけで、文字は変えません。',
    en: 'These rules report places that may be wrong and change no character.',
  },
  'pages.unused': { ja: 'まだ適用例のない規則', en: 'Rules not used yet' },
  'pages.unusedLead': {
    ja: '収録した文書には、当てはまる箇所がありません。',
    en: 'No place in the documents of this collection matches these rules.',
  },
  'pages.group': { ja: '{title}（{count}）', en: '{title} ({count})' },
  'pages.editCount': { ja: '訂正{count}か所', en: 'corrections: {count}' },
  'pages.doubtCount': { ja: '疑い{count}か所', en: 'doubts: {count}' },

  // Site

  'site.description': {
    ja: '会議の記録を、校正の記録と用語の説明を付けて読めるようにした資料集です。',
    en: 'Minutes of meetings to read with a record of corrections and a glossary.',
  },
  'site.peopleAndBodies': { ja: '人と会議体', en: 'People and bodies' },
  'site.offline': { ja: 'オフライン版', en: 'Offline' },
  'site.about': { ja: 'このサイトについて', en: 'About' },
  'site.thisSite': { ja: 'このサイト', en: 'This site' },
  'site.term': { ja: '用語', en: 'Term' },
  'site.aboutPerson': {
    ja: '{name}の名がある会議の記録と、発言の一覧です。',
    en: '{name}: the minutes with this name, and a list of speeches.',
  },
  'site.aboutBody': {
    ja: '{name}の会議の記録と、出席者の一覧です。',
    en: '{name}: the minutes of its meetings, and a list of attendees.',
  },
  'site.aboutPage': { ja: '{title}。{site}', en: '{title}. {site}' },
  'site.aboutMinutes': {
    ja: '{meeting}です。{counts}校正の記録と用語の説明を付けています。',
    en: '{meeting}. {counts}With a record of corrections and a glossary.',
  },
  'site.ofDate': { ja: '{date}の{meeting}', en: '{meeting}, {date}' },
  'site.titled': { ja: '{document}「{title}」', en: '{document} “{title}”' },
  'site.attendeesListed': { ja: '出席者名簿{count}人', en: 'Attendees listed: {count}' },
  'site.speeches': { ja: '発言{count}件', en: 'speeches: {count}' },
  'site.documents': { ja: '文書', en: 'Documents' },
  'site.allSpeeches': { ja: '発言', en: 'Speeches' },
  'site.people': { ja: '人', en: 'People' },
  'site.terms': { ja: '用語', en: 'Terms' },
  'site.years': { ja: '期間', en: 'Years' },
  'site.newFound': { ja: '「{query}」の新着', en: 'New results for “{query}”' },
  'site.newMinutes': { ja: '新しい会議録', en: 'New minutes' },
  'site.newMentions': { ja: '「{title}」が出てくる文書', en: 'Documents with {title}' },
  'site.newSpeeches': { ja: '{title}の出席と発言', en: 'Meetings and speeches: {title}' },
  'site.newMeetings': { ja: '{title}の会議録', en: 'Minutes: {title}' },
  'site.follow.all': { ja: '新しい会議録を受け取る', en: 'Follow new minutes' },
  'site.follow.term': { ja: 'この用語が出てくる新しい文書を受け取る', en: 'Follow new documents with this term' },
  'site.follow.person': {
    ja: 'この人の新しい出席と発言を受け取る',
    en: 'Follow new meetings and speeches of this person',
  },
  'site.follow.meeting': {
    ja: 'この会議体の新しい会議録と、文書の訂正を受け取る',
    en: 'Follow new minutes of this body, and corrections of its documents',
  },
  'site.follow.document': { ja: 'この文書の訂正を受け取る', en: 'Follow corrections of this document' },
  'site.replaced': {
    ja: 'これは旧版です。引用や確認には{newer}をご利用ください。',
    en: 'This is an earlier edition. To quote or check, use the {newer}.',
  },
  'site.newerEdition': { ja: '新しい版', en: 'newer edition' },
  'site.earlier': { ja: '旧版', en: 'Earlier' },
  'site.differences': { ja: '違いを見る', en: 'See what changed' },
  'site.isReplaced': { ja: '旧版です。', en: 'Earlier edition. ' },
  'site.compareEarlier': { ja: '旧版との違いを見る', en: 'See what has changed since the earlier edition' },
  'site.compareThis': { ja: 'ほかの文書と並べて比べる', en: 'Compare with another document' },
  'site.follow.body': { ja: 'この会議体の新しい会議録を受け取る', en: 'Follow new minutes of this body' },
  'site.newEdits': { ja: '「{title}」の訂正', en: 'Corrections: {title}' },
  'site.markdownPages': {
    ja: 'どのページも、番地の終わりに「.md」を付けると Markdown で読めます。',
    en: 'Every page can be read as Markdown: add “.md” to its address.',
  },
  'site.glossaryData': { ja: '用語集のデータ（SKOS）', en: 'Glossary as data (SKOS)' },
  'site.moved': { ja: 'このページは「{page}」に移りました。', en: 'This page has moved to “{page}”.' },
  'site.lengthOf': {
    ja: '約{characters}字（読むのに約{minutes}分）',
    en: 'about {characters} characters (reading time in minutes: about {minutes})',
  },
  'site.linkToPart': { ja: '{part}への固定リンク', en: 'Link to {part}' },
  'site.linkToHeading': { ja: 'この見出しへのリンク', en: 'Link to this heading' },
  'site.opening': { ja: '開催の記録', en: 'Record of the meeting' },
  'site.present': { ja: '{count}名', en: '(people: {count})' },
  'site.attendees': { ja: '名簿（{count}行）', en: 'List of attendees (rows: {count})' },
  'site.exampleAll': { ja: 'すべての語がある箇所', en: 'places with all of the words' },
  'site.exampleReading': { ja: 'かなの読みからも', en: 'by the reading in kana, too' },
  'site.examplePhrase': { ja: 'この並びのとおりに', en: 'exactly this sequence' },
  'site.exampleWithout': { ja: '「{word}」のない箇所', en: 'places without “{word}”' },
  'site.exampleSpeaker': { ja: '発言した人で絞り込む', en: 'only what one person said' },
  'site.exampleYear': { ja: '年で絞り込む', en: 'only one year' },
  'site.exampleKind': { ja: 'ページの種類で絞り込む', en: 'only one kind of pages' },
  'site.exampleWhat': { ja: '用語の意味', en: 'the meaning of a term' },
  'site.exampleWho': { ja: '発言した人', en: 'the people who spoke of it' },
  'site.exampleWhen': { ja: 'その年の発言', en: 'what was said in that year' },
  'site.questionWhat': { ja: '{word}とは何ですか', en: 'What is {word}?' },
  'site.questionWho': { ja: '{word}について話したのは誰ですか', en: 'Who spoke about {word}?' },
  'site.questionYear': { ja: '{year}年に{word}の何を話しましたか', en: 'What was said about {word} in {year}?' },
  'site.querySpeaker': { ja: '話者:{speaker}', en: 'speaker:{speaker}' },
  'site.queryYear': { ja: '年:{year}', en: 'year:{year}' },
  'site.queryTerms': { ja: '{word} 種類:用語', en: '{word} kind:term' },

  // What VitePress shows

  'site.outline': { ja: 'このページの内容', en: 'On this page' },
  'site.previous': { ja: '前のページ', en: 'Previous page' },
  'site.next': { ja: '次のページ', en: 'Next page' },
  'site.appearance': { ja: '配色', en: 'Appearance' },
  'site.toLight': { ja: '明るい配色にする', en: 'Switch to light theme' },
  'site.toDark': { ja: '暗い配色にする', en: 'Switch to dark theme' },
  'site.contents': { ja: '目次', en: 'Contents' },
  'site.toTop': { ja: 'ページの先頭へ', en: 'Return to top' },
  'site.toText': { ja: '本文へ移動', en: 'Skip to content' },
  'site.updated': { ja: '最終更新', en: 'Last updated' },
  'site.notKept': { ja: 'このページは保存されていません', en: 'This page was not kept' },
  'site.notKeptAdvice': {
    ja: '通信がないため、このページを開けません。一度開いたページは、通信がなくても読めます。',
    en: 'There is no connection, so this page cannot be opened. Pages that you have visited can be read without one.',
  },
  'site.again': { ja: 'もう一度開く', en: 'Try again' },
  'site.tip': { ja: '参考', en: 'Tip' },
  'site.info': { ja: '情報', en: 'Info' },
  'site.warning': { ja: '注意', en: 'Warning' },
  'site.danger': { ja: '警告', en: 'Danger' },
  'site.details': { ja: '詳しく', en: 'Details' },
  'site.note': { ja: '補足', en: 'Note' },
  'site.important': { ja: '重要', en: 'Important' },
  'site.caution': { ja: '警告', en: 'Caution' },
  'site.copyCode': { ja: 'コードをコピー', en: 'Copy code' },
  'site.unfold': { ja: '開閉', en: 'Toggle section' },

  // Books

  'print.replaced': {
    ja: 'これは旧版です。新しい版があります。',
    en: 'This is an earlier edition. There is a newer one.',
  },
  'print.part': { ja: '{title} 第{number}分冊', en: '{title}, part {number}' },
  'print.withGlossary': { ja: '用語集つき', en: 'with a glossary' },
  'print.withTerms': { ja: '用語の説明つき', en: 'with terms explained' },
  'print.fromTo': { ja: '{from}から{until}まで', en: '{from} to {until}' },
  'print.scan': { ja: '原文（OCR テキスト）', en: 'Scan (text of the OCR)' },
  'print.markdown': { ja: '用語へのリンクの付いた Markdown', en: 'Markdown with links to terms' },
  'print.ledger': { ja: '帳簿（原文からの訂正の記録）', en: 'Ledger (record of the corrections to the scan)' },
  'print.edition': { ja: '{date}版', en: 'Edition of {date}' },
  'print.numberedEdition': { ja: '第 {version} 版　{date}', en: 'Edition {version}, {date}' },
  'print.speakers': { ja: '発言者索引', en: 'Index of speakers' },
  'print.corrections': { ja: '訂正と疑いの一覧', en: 'Corrections and doubts' },
  'print.correctionsLead': {
    ja: '原文（OCR テキスト）から変えた文字と、変えずに疑いとして残した文字です。箇所は、それを含む発言や節の始まりを示します。',
    en: 'Characters that were changed from the scan (the text of the OCR), and characters left as doubts. Each place is the beginning of its speech or section.',
  },
  'print.speech': { ja: '発言{number}', en: 'Speech {number}' },
  'print.section': { ja: '見出し{number}', en: 'Section {number}' },
  'print.beginning': { ja: '冒頭', en: 'Beginning' },
  'print.doubt': { ja: '疑い：{why}', en: 'Doubt: {why}' },
  'print.place': { ja: '箇所', en: 'Place' },
  'print.change': { ja: '原文と訂正', en: 'Scan and correction' },
  'print.reason': { ja: '理由', en: 'Reason' },
  'print.text': { ja: '本文', en: 'text' },
  'print.spaces': {
    ja: 'ほかに、空白と改行を{count}か所で整えました。',
    en: 'Spaces and line breaks were also tidied (places: {count}).',
  },
  'print.missing': { ja: '（「{words}」が落ちたか）', en: ' (“{words}” missing?)' },
  'print.surplus': { ja: '（余分か）', en: ' (surplus?)' },
  'print.perhaps': { ja: '（「{words}」か）', en: ' (perhaps “{words}”)' },
  'print.editCount': { ja: '訂正 {count} か所', en: 'corrections: {count}' },
  'print.doubtCount': { ja: '要確認 {count} か所', en: 'to be checked: {count}' },
  'print.contents': { ja: '目次', en: 'Contents' },
  'print.toContents': { ja: '目次へ', en: 'Contents' },
  'print.colophon': { ja: '奥付', en: 'Colophon' },
  'print.published': { ja: '発行　{publisher}', en: 'Published by {publisher}' },
  'print.publishedPdf': { ja: '発行 {publisher}', en: 'Published by {publisher}' },
  'print.colophonLead': {
    ja: '会議録は、次の原文（OCR テキスト）から作りました。原文と同じファイルかどうかは、SHA-256 の値を比べると確かめられます。',
    en: 'The minutes were made from these scans (texts of the OCR). Compare the SHA-256 sums to see whether a file is the same scan.',
  },
  'print.scans': { ja: '原文(OCR テキスト)と SHA-256', en: 'Scans (texts of the OCR) and SHA-256' },
  'print.typeset': {
    ja: '組版 Typst、書体 Noto Serif JP、Noto Sans JP(SIL Open Font License 1.1)',
    en: 'Typeset by Typst in Noto Serif JP and Noto Sans JP (SIL Open Font License 1.1)',
  },
  'print.wideTable': { ja: '横に長い表', en: 'Wide table' },
  'print.speechNumbers': { ja: '発言の番号', en: 'Numbers of the speeches' },
  'print.landmarks': { ja: '主な箇所', en: 'Landmarks' },
  'print.preface': { ja: 'まえがき', en: 'Preface' },
  'print.bodyMatter': { ja: '本文', en: 'Text' },
  'print.index': { ja: '索引', en: 'Index' },
  'print.appendix': { ja: '付録', en: 'Appendix' },
  'print.cover': { ja: '表紙', en: 'Cover' },
  'print.about': { ja: '会議録 {count}件{terms}です。{titles}', en: 'Minutes: {count}{terms}. {titles}' },
  'print.aboutTerms': { ja: 'と、用語 {count}件の説明', en: '; terms explained: {count}' },
  'print.andOthers': { ja: 'ほか', en: ' and others' },
  'print.access': {
    ja: '本文はすべて文字で、画像はありません。{ways}から目的の箇所へ移ることができます。',
    en: 'All of the text is characters; there are no images. The {ways} lead to each place.',
  },
  'print.ways': { ja: '目次、見出し', en: 'contents and headings' },
  'print.waysAndTerms': { ja: '目次、見出し、用語へのリンク', en: 'contents, headings and links to terms' },
  'print.accessPlaces': {
    ja: '紙のページの代わりに、発言の番号で箇所を指すことができます。',
    en: ' Instead of pages of paper, the numbers of the speeches name places.',
  },
  'print.termIndex': { ja: '用語索引', en: 'Index of terms' },
  'print.termIndexLead': {
    ja: '太字は項目の説明がある頁です。',
    en: 'Numbers in bold are the pages of the entries.',
  },
  'print.mentionPages': { ja: '出てくる頁', en: 'Mentioned on pages' },
  'print.inYear': { ja: '{year}年 ', en: '{year}: ' },
  'print.beforePage': { ja: '', en: ' ' },
  'print.pages': { ja: '{numbers}頁', en: 'p. {numbers}' },
  'print.toPage': { ja: '{number}頁へ', en: 'To page {number}' },
  'print.picture': { ja: '〔図：{words}〕', en: '[Figure: {words}]' },
  // Kinds of headings, each another: programs that read a PDF aloud say them.
  'print.kind.speech': { ja: '発言', en: 'Speech' },
  'print.kind.term': { ja: '用語', en: 'Term' },
  'print.kind.row': { ja: '行', en: 'Group' },
  'print.kind.heading': { ja: '見出し', en: 'Heading' },
  'print.kind.subheading': { ja: '小見出し', en: 'Subheading' },
} as const satisfies Table;

type NamesIn<T extends Table, K extends keyof T> = Names<T[K]['ja']>;
/** Nothing need be given where nothing is filled in. */
type Given<T extends Table, K extends keyof T> = [NamesIn<T, K>] extends [never]
  ? []
  : [values: Readonly<Record<NamesIn<T, K>, string | number>>];

/** The table in one language: `label('pages.minutesOf', { count: 5 })`. */
export type Labels<T extends Table = typeof LABELS> = (<K extends keyof T>(
  key: K,
  ...values: Given<T, K>
) => string) & {
  readonly language: Language;
};
export type ThemeLabels = Labels<typeof THEME>;
export type LabelKey = keyof typeof LABELS;

function labelsOf<T extends Table>(table: T, language: Language): Labels<T> {
  const label = <K extends keyof T>(key: K, ...[values]: Given<T, K>): string =>
    fill((table[key] as Table[string])[language], values);
  return Object.assign(label, { language });
}

export const labelsIn = (language: Language): Labels => labelsOf(LABELS, language);
export const themeLabelsIn = (language: Language): ThemeLabels => labelsOf(THEME, language);

/** The words of the theme in one language, with the places for values. */
export const themeWordsIn = (language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(THEME).map(([key, words]) => [key, words[language]]));
