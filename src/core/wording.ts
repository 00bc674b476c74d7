/**
 * Holds what the program says to people on the command line, in Japanese and in English: one table. A message of two
 * parts says what is wrong and how to mend it. `{name}` is filled in by `say`.
 */
import { fill } from './fill.ts';

type Words = string | readonly [reason: string, remedy: string];

/** Keys begin with the package that says them. */
export const WORDING = {
  // core

  'core.between': { ja: '、', en: ', ' },
  'core.betweenQuoted': { ja: '', en: ', ' },
  'core.quoted': { ja: '「{words}」', en: '“{words}”' },
  'core.noFile': {
    ja: ['ファイルが見つかりません', 'パスを確かめてください'],
    en: ['There is no such file', 'Check the path'],
  },
  'core.noPermission': {
    ja: ['読む権限がありません', '権限を確かめてください'],
    en: ['You have no permission to read it', 'Check its permissions'],
  },
  'core.notUtf8': {
    ja: ['UTF-8の文字として読めません', '文字コードをUTF-8にして保存し直してください'],
    en: ['It cannot be read as UTF-8', 'Save it again with the encoding UTF-8'],
  },
  'core.correction': {
    ja: '{place}  訂正  「{from}」 → 「{to}」  {why}  [{rule}]',
    en: '{place}  correction  “{from}” → “{to}”  {why}  [{rule}]',
  },
  'core.doubt': {
    ja: '{place}  疑い  「{from}」 → 「{to}」  {why}  [{rule}]',
    en: '{place}  doubt  “{from}” → “{to}”  {why}  [{rule}]',
  },

  'core.tooSlow': {
    ja: ['読むのに時間がかかりすぎます', '記号の並びや、正規表現の繰り返しを減らしてください'],
    en: ['It takes too long to read', 'Use fewer marks in a row and fewer repetitions in patterns'],
  },
  'core.tooDeep': {
    ja: ['入れ子が深すぎて読めません', '「>」「[」などの重なりを減らしてください'],
    en: ['It is nested too deeply to be read', 'Use fewer levels of `>`, `[` and the like'],
  },
  'core.unexpected': {
    ja: ['思わぬ誤りで読めません: {error}', '書き方を変えるか、この内容を添えて報告してください'],
    en: ['It cannot be read because of an unexpected error: {error}', 'Write it another way, or report this message'],
  },

  'core.tooLarge': {
    ja: ['ファイルが大きすぎます（上限は{limit}バイト）', '項目を分けてください'],
    en: ['The file is too large (limit: {limit} bytes)', 'Split the entry'],
  },
  'core.noFrontMatter': {
    ja: ['先頭に「---」で囲んだ前付け(front matter)がありません', '1行目を「---」にし、見出し語などを書いてください'],
    en: [
      'There is no front matter between two lines `---` at the top',
      'Make `---` the first line, and write the headword and other keys below it',
    ],
  },
  'core.openFrontMatter': {
    ja: ['前付け(front matter)が閉じていません', '前付けの終わりに「---」だけの行を置いてください'],
    en: ['The front matter is not closed', 'Put a line with `---` alone at its end'],
  },
  'core.noPairs': {
    ja: ['前付けが「キー: 値」の形ではありません', '半角のコロンと空白を使い、「term: NISC」のように書いてください'],
    en: ['The front matter is not of the form `key: value`', 'Write a colon and a space, as in `term: NISC`'],
  },
  'core.noPageKind': {
    ja: ['kind「{kind}」というページはありません', 'kind にページの種類を書いてください'],
    en: ['There is no page of the kind “{kind}”', 'Write the kind of the page as `kind`'],
  },
  'core.badPageMatter': {
    ja: ['前付け(YAML)が読めません: {error}', '書き方を確かめてください'],
    en: ['The front matter cannot be read as YAML: {error}', 'Check how it is written'],
  },
  'core.noPageMatter': {
    ja: ['前付け(front matter)がないか、「キー: 値」の形ではありません', '先頭に「---」で囲んで書いてください'],
    en: ['There is no front matter of the form `key: value`', 'Write it at the top between two lines `---`'],
  },

  'core.notYaml': { ja: 'YAMLとして読めません: {reason}', en: 'This cannot be read as YAML: {reason}' },
  'core.yamlSyntax': {
    ja: ['書き方が違います', '半角のコロンとその後の空白、字下げ、引用符、括弧を確かめてください'],
    en: [
      'it is not written correctly',
      'Check colons and the spaces behind them, the indentation, quotation marks and brackets',
    ],
  },
  'core.yamlSign': {
    ja: ['「*」「&」「!」は、引用符なしでは値の先頭に使えません', '値を引用符「"…"」で囲んでください'],
    en: [
      'a value without quotation marks cannot begin with `*`, `&` or `!`',
      'Put the value in quotation marks: `"…"`',
    ],
  },
  'core.yamlSymbol': {
    ja: ['値の先頭に、引用符なしでは使えない記号があります', '値を引用符「"…"」で囲んでください'],
    en: ['a value begins with a symbol that needs quotation marks', 'Put the value in quotation marks: `"…"`'],
  },
  'core.yamlBracket': {
    ja: ['値の先頭に、引用符なしでは使えない括弧があります', '値を引用符「"…"」で囲んでください'],
    en: ['a value begins with a bracket that needs quotation marks', 'Put the value in quotation marks: `"…"`'],
  },
  'core.yamlColon': {
    ja: ['値の中に半角のコロンがあるか、字下げがそろっていません', '値を引用符「"…"」で囲んでください'],
    en: ['a value has a colon in it, or the indentation is uneven', 'Put the value in quotation marks: `"…"`'],
  },
  'core.yamlEscape': {
    ja: ['引用符「"…"」の中の「\\」の使い方が違います', "引用符を「'…'」に替えてください"],
    en: ['`\\` is not used correctly between the quotation marks `"…"`', "Use the quotation marks `'…'`"],
  },
  'core.yamlIndent': {
    ja: ['括弧が閉じていないか、字下げがそろっていません', '括弧を閉じ、同じ並びの行の字下げをそろえてください'],
    en: [
      'a bracket is not closed, or the indentation is uneven',
      'Close the bracket, and indent the lines of a list alike',
    ],
  },
  'core.yamlTabs': {
    ja: ['字下げにタブが使われています', '半角の空白に替えてください'],
    en: ['tabs are used for the indentation', 'Use spaces instead'],
  },
  'core.yamlOpen': {
    ja: [
      '引用符が閉じていないか、「キー: 値」の形でない行があります',
      '引用符を閉じ、半角のコロンの後に空白を置いてください',
    ],
    en: [
      'a quotation mark is not closed, or a line is not of the form `key: value`',
      'Close the quotation mark, and put a space behind the colon',
    ],
  },
  'core.yamlKeyTwice': {
    ja: ['同じキーが二度書かれています', 'どちらか一つにしてください'],
    en: ['a key is written twice', 'Keep one of them'],
  },
  'core.yamlDocuments': {
    ja: ['「---」の行があります', 'その行を消してください'],
    en: ['there is a line `---`', 'Remove that line'],
  },
  'core.yamlTooDeep': {
    ja: ['括弧や字下げの入れ子が深すぎます', '値を引用符「"…"」で囲むか、入れ子を減らしてください'],
    en: [
      'brackets or indentation are nested too deeply',
      'Put the value in quotation marks (`"…"`), or use fewer levels',
    ],
  },

  'core.itemOf': { ja: '{list} の {number} 番目', en: 'item {number} of {list}' },
  'core.keyOf': { ja: '{owner}の {key}', en: '{key} in {owner}' },
  'core.thisFile': { ja: 'このファイル', en: 'This file' },
  'core.notText': {
    ja: ['{name} は文字列でなければなりません', '値を引用符「"…"」で囲んでください'],
    en: ['{name} must be a text', 'Put the value in quotation marks: `"…"`'],
  },
  'core.notList': {
    ja: ['{name} は並び([…])でなければなりません', '「{name}: [値, 値]」のように書いてください'],
    en: ['{name} must be a list ([…])', 'Write it like this: `{name}: [value, value]`'],
  },
  'core.notRecord': {
    ja: ['{name} の形が違います', '「キー: 値」の組を書いてください'],
    en: ['{name} has the wrong form', 'Write pairs of the form `key: value`'],
  },
  'core.notNumber': {
    ja: ['{name} が数ではありません', '「{name}: 3000」のように書いてください'],
    en: ['{name} is not a number', 'Write it like this: `{name}: 3000`'],
  },
  'core.notBoolean': {
    ja: ['{name} は true か false でなければなりません', '「{name}: true」と書くか、行を消してください'],
    en: ['{name} must be true or false', 'Write `{name}: true`, or remove the line'],
  },
  'core.wrongForm': { ja: '{name} の形が違います', en: '{name} has the wrong form' },
  'core.wrongValue': { ja: '{name}「{value}」の形が違います', en: '“{value}” has the wrong form ({name})' },
  'core.likeThis': { ja: '「{example}」のように書いてください', en: 'Write it like this: `{example}`' },
  'core.likeOthers': { ja: 'ほかの項目の書き方と比べてください', en: 'Compare it with other entries' },
  'core.notAllowed': {
    ja: ['{name}「{value}」は使えません', '次のどれかにするか、行を消してください: {allowed}'],
    en: ['{name} cannot be “{value}”', 'Use one of these, or remove the line: {allowed}'],
  },
  'core.empty': {
    ja: ['{name} が空です', '値を書くか、行を消してください'],
    en: ['{name} is empty', 'Write a value, or remove the line'],
  },
  'core.noSuchDay': {
    ja: ['{name}「{value}」という日は暦にありません', '日付を確かめてください'],
    en: ['There is no day “{value}” in the calendar ({name})', 'Check the date'],
  },
  'core.valueTwice': {
    ja: ['{name} に同じ値が二度書かれています', 'どちらか一つにしてください'],
    en: ['{name} has the same value twice', 'Keep one of them'],
  },
  'core.missingKey': { ja: '{name} がありません', en: 'The key “{name}” is missing' },
  'core.missingKeyIn': {
    ja: ['{name}に {key} がありません', '「{key}: …」を足してください'],
    en: ['The key “{key}” is missing in {name}', 'Add `{key}: …`'],
  },
  'core.missingKeys': { ja: '必要なキーがそろっていません', en: 'Keys that are needed are missing' },
  'core.oneOf': { ja: '次のどれかを書いてください: {known}', en: 'Write one of these: {known}' },
  'core.unknownKey': { ja: '「{key}」というキーはありません', en: 'There is no key “{key}”' },
  'core.unknownKeyIn': { ja: '{name}に「{key}」というキーはありません', en: 'There is no key “{key}” in {name}' },
  'core.keyMeant': { ja: '{key} のことですか', en: 'Did you mean “{key}”?' },
  'core.removeOrOneOf': {
    ja: '消すか、次のどれかにしてください: {known}',
    en: 'Remove it, or use one of these: {known}',
  },
  'core.keyOfSite': {
    ja: ['前付けの {key} はサイトには効きません', 'この行を消してください'],
    en: ['“{key}” in the front matter has no effect on the site', 'Remove this line'],
  },

  // convert

  'convert.class': { ja: '「{words}」: {class}{detail}', en: '“{words}”: {class}{detail}' },
  'convert.classLabel': { ja: '（表示の形 {form}、発言者 {label}）', en: ' (form {form}, speaker {label})' },
  'convert.classNumber': { ja: '（番号の形 {style}、値 {value}）', en: ' (number {style}, value {value})' },
  'convert.unreadMark': {
    ja: [
      '「{words}」は発言の初めか決められず、箇条として読みました',
      '発言なら、.yml の notation で表示の形を選んでください',
    ],
    en: [
      '“{words}” may open a speech, and was read as an entry of a list',
      'If it does, choose the form by notation in the .yml',
    ],
  },
  'convert.unreadDate': {
    ja: ['「{words}」から日付を読み取れませんでした', '原文を確かめてください'],
    en: ['No day could be read in “{words}”', 'Look at the scan'],
  },
  'convert.noSpeaker': {
    ja: [
      '会議録なのに、発言者を一人も読み取れませんでした',
      '発言者がいるなら、表示の形を .yml の notation で選んでください',
    ],
    en: [
      'No speaker was found in a verbatim record',
      'If there are speakers, choose the form of their labels by notation in the .yml',
    ],
  },
  'convert.noTitle': {
    ja: ['題名を読み取れませんでした', 'ファイルの名前を題名にしています'],
    en: ['No title was found', 'The name of the file stands for it'],
  },
  'convert.twoColumns': {
    ja: [
      '広い空白で分かれた行が{count}行あり、二段組みかもしれません',
      '行はつなげずに残しました。段組みでなければ、.yml に columns: 1 と書いてください',
    ],
    en: [
      '{count} lines have a wide gap between two parts, as two columns have',
      'They were not joined: write columns: 1 in the .yml if they are no columns',
    ],
  },
  'convert.kind.marked': { ja: '見出しの記号「#」で始まるので、見出し', en: 'a heading: it begins with #' },
  'convert.kind.picture': { ja: '画像やページの位置を示す印', en: 'a mark of a picture or a page' },
  'convert.kind.closing': { ja: '「以上」の行', en: 'the line that ends minutes' },
  'convert.kind.rule': { ja: '記号だけが並ぶので、区切り線', en: 'a line between two parts: nothing but marks' },
  'convert.kind.pipe': { ja: '「|」で区切られているので、表の行', en: 'a row of a table: cells between |' },
  'convert.kind.tab': { ja: 'タブで区切られているので、表の行', en: 'a row of a table: cells between tabs' },
  'convert.kind.direction': { ja: '括弧に入った動作なので、ト書き', en: 'a stage direction: an act in brackets' },
  'convert.kind.speech': {
    ja: '発言者の表示で始まるので、発言の初め',
    en: 'the beginning of a speech: it begins with a label of a speaker',
  },
  'convert.kind.opinion': {
    ja: '丸印の後に文が続くので、名前のない意見',
    en: 'an opinion without a name: a circle and a sentence',
  },
  'convert.kind.item': { ja: '箇条書きの印で始まるので、箇条', en: 'an entry of a list: it begins with a mark' },
  'convert.kind.numbered': {
    ja: '番号で始まるので、見出しか番号付きの箇条',
    en: 'a heading or an entry: it begins with a number',
  },
  'convert.kind.bracketed': {
    ja: '全体が括弧に入っているので、見出しの候補',
    en: 'perhaps a heading: all of it stands in brackets',
  },
  'convert.kind.note': { ja: '注の印で始まるので、注', en: 'a note: it begins with a mark of notes' },
  'convert.kind.page': { ja: 'ページの番号', en: 'the number of a page' },
  'convert.kind.pair': {
    ja: '項目の名前と「：」で始まるので、項目と内容',
    en: 'a label and its value: it begins with a label and a colon',
  },
  'convert.kind.prose': {
    ja: '句点があるか、読点の後に8字以上続くので、本文',
    en: 'running text: it has 。, or eight characters behind 、',
  },
  'convert.kind.short': { ja: 'どの形にも当たらないので、短い行', en: 'a short line: it has none of the other shapes' },
  'convert.folder': {
    ja: ['フォルダーです', 'ファイルを指定してください'],
    en: ['This is a folder', 'Name a file'],
  },
  'convert.noPermission': {
    ja: ['ファイルを読む権限がありません', '権限を確かめてください'],
    en: ['You have no permission to read the file', 'Check its permissions'],
  },
  'convert.emptyFile': {
    ja: ['ファイルが空です', 'OCRの文字データが入ったファイルを渡してください'],
    en: ['The file is empty', 'Give a file with the text of an OCR program'],
  },
  'convert.blankFile': {
    ja: ['ファイルに文字がありません（空白だけです）', 'OCRの文字データが入ったファイルを渡してください'],
    en: ['The file has no text (white space alone)', 'Give a file with the text of an OCR program'],
  },
  'convert.noText': {
    ja: [
      '文字コードを判別できないか、文字のファイルではありません',
      'UTF-8・UTF-16・Shift_JIS・EUC-JP のどれかで保存し直してください',
    ],
    en: [
      'The encoding is not known, or this is not a text file',
      'Save it again as UTF-8, UTF-16, Shift_JIS or EUC-JP',
    ],
  },

  'convert.stageTwice': {
    ja: ['stages の「{name}」という名前はもう使われています', '別の名前にしてください'],
    en: ['The name “{name}” in `stages` is already taken', 'Choose another name'],
  },
  'convert.noStage': {
    ja: ['stages の after「{after}」という段階はありません', '{known} のどれかにしてください'],
    en: ['There is no stage “{after}”, which `after` in `stages` names', 'Use one of these: {known}'],
  },

  'convert.otherScan': {
    ja: [
      'sha256 が {scan} と合いません',
      '原文は書き換えられません。元のファイルに戻すか、正しい sha256 を書いてください',
    ],
    en: ['sha256 is not that of {scan}', 'A scan may not be edited. Restore the file, or write the right sha256'],
  },
  'convert.notInScan': {
    ja: ['「{before}」は原文にありません', 'before を原文のとおりに書き直すか、この訂正を消してください'],
    en: ['“{before}” is not in the scan', 'Write `before` as it stands in the scan, or remove this correction'],
  },
  'convert.oftenInScan': {
    ja: ['「{before}」は原文に二か所以上あります', '前後の文字を足して、一か所に決まるようにしてください'],
    en: ['“{before}” is in the scan more than once', 'Add characters on either side until it fits one place alone'],
  },

  'convert.endlessRule': {
    ja: ['この規則は、文章によっては探し終わりません', '「(…+)+」のような、繰り返しの中の繰り返しを除いてください'],
    en: ['With some texts this rule never finishes', 'Remove repetitions inside of repetitions, such as `(…+)+`'],
  },
  'convert.brokenPattern': {
    ja: ['{key} は正規表現として読めません: {error}', '括弧や記号の前の「\\」を確かめてください'],
    en: ['`{key}` cannot be read as a regular expression: {error}', 'Check the brackets, and the `\\` before symbols'],
  },
  'convert.steepPattern': {
    ja: '{key} の正規表現の {part} は、「{text}」のような文章で、かかる時間が長さの{degree}乗に比例して延びます',
    en: 'With texts such as “{text}”, the time for {part} in the regular expression `{key}` grows with the length to the power of {degree}',
  },
  'convert.endlessPattern': {
    ja: '{key} の正規表現の {part} は、「{text}」のような文章で、かかる時間が長さとともに際限なく延びます',
    en: 'With texts such as “{text}”, the time for {part} in the regular expression `{key}` grows with the length without limit',
  },
  'convert.unsurePattern': {
    ja: '{key} の正規表現が、どの文章でもすぐ終わるかどうかを確かめられませんでした',
    en: 'It is not certain that the regular expression `{key}` finishes soon with every text',
  },
  'convert.narrowPattern': {
    ja: '繰り返し（+ * {…}）の中に繰り返しを入れず、同じ文字に当たる繰り返しを続けて置かないでください。「[^、。]{1,40}」のように、文字の範囲と回数を狭めると収まります',
    en: 'Put no repetition (`+`, `*`, `{…}`) inside of another one, and none beside another one that matches the same characters. Fewer characters and fewer times help, as in `[^、。]{1,40}`',
  },
  'convert.notTwoColumns': {
    ja: ['例の行が二列ではありません', '「| 原文 | 正 |」の形に書いてください'],
    en: ['This row of the examples does not have two columns', 'Write it in the form `| 原文 | 正 |`'],
  },
  'convert.noEqualExample': {
    ja: ['「触らない例」（左右が同じ行）がありません', '直してはならない文を一つ、左右同じに書いてください'],
    en: [
      'There is no example of what to leave alone (a row with both cells equal)',
      'Add a sentence that must not be corrected, the same on both sides',
    ],
  },
  'convert.wrongExample': {
    ja: [
      '例が合いません: 「{left}」は「{right}」になるはずが「{got}」になりました',
      '規則か例のどちらかを直してください',
    ],
    en: ['An example fails: “{left}” should become “{right}” but became “{got}”', 'Mend the rule or the example'],
  },

  // link

  'link.candidate': { ja: '{term}  {count}か所', en: '{term}  places: {count}' },
  'link.expansion': { ja: '{text}（{page}）', en: '{text} ({page})' },

  // book

  'book.noConfig': {
    ja: ['設定がありません', '`export default defineConfig({ … })` と書いてください'],
    en: ['There is no configuration in it', 'Write `export default defineConfig({ … })`'],
  },
  'book.sameName': {
    ja: [
      '「{other}」と区別できない名前です',
      'どちらかの名前を変えてください（大文字と小文字、全角と半角、「/」と「_」の違いだけでは、別のページになりません）',
    ],
    en: [
      'The name cannot be told from “{other}”',
      'Rename one of them (names that differ only in case, in width, or by “/” and “_” are one page)',
    ],
  },
  'book.reservedName': {
    ja: ['番地「{address}」は、tsuzuri が作るページやファイルのものです', 'ファイルかフォルダーの名前を変えてください'],
    en: ['The address “{address}” belongs to what tsuzuri makes itself', 'Rename the file or its folder'],
  },
  'book.deviceName': {
    ja: [
      'Windows では使えない名前です（con、nul、com1 などは機器の名前です）',
      'ファイルかフォルダーの名前を変えてください',
    ],
    en: ['Windows has no files of this name (con, nul, com1 and others are devices)', 'Rename the file or its folder'],
  },
  'book.suffixInName': {
    ja: [
      '名前に、ファイルの種類を表す「.pdf」のような部分があるので、ページの番地にできません',
      'その部分を除くか、「.」を「-」に変えてください',
    ],
    en: [
      'A part of the name looks like the type of a file, as “.pdf” does, so it cannot be the address of a page',
      'Leave that part out, or write “-” for “.”',
    ],
  },
  'book.longName': {
    ja: ['名前が長すぎます（フォルダーの名前も合わせて、日本語なら70字ほどまで）', '短い名前に変えてください'],
    en: ['The name is too long (about 200 Latin letters or 70 Japanese ones, folders included)', 'Shorten it'],
  },
  'book.samePage': {
    ja: ['「{path}」と「{other}」のページを区別できません（{owner}）', 'どちらかの名前を変えてください'],
    en: ['The pages “{path}” and “{other}” cannot be told apart ({owner})', 'Rename one of them'],
  },
  'book.noScan': {
    ja: ['この名前の原文がありません', 'seeds/{name}.txt を確かめてください'],
    en: ['There is no scan of this name', 'Look for seeds/{name}.txt'],
  },
  'book.yamlEnding': {
    ja: ['「.yaml」のファイルは読みません', '訂正のファイルなら、名前の終わりを .yml に変えてください'],
    en: ['Files that end in .yaml are not read', 'If it holds corrections, rename it to end in .yml'],
  },
  'book.unreadSeed': {
    ja: [
      '読めない種類のファイルなので、原文として読みません',
      '読めるのは {endings} です。文字だけのファイルにして置くか、seeds/ の外に移してください',
    ],
    en: [
      'Files of this type are not read as scans',
      'What can be read is {endings}. Save its text in such a file, or move it out of seeds/',
    ],
  },
  'book.imageOfNoScan': {
    ja: [
      'この画像のフォルダーと同じ名前の原文がありません',
      'images/原文の名前/012.png のように、seeds/ の原文の名前のフォルダーに置いてください',
    ],
    en: [
      'No scan has the name of the folder of this picture',
      'Put it into a folder with the name of a scan in seeds/: images/NAME/012.png',
    ],
  },
  'book.imageWithoutPage': {
    ja: [
      'どのページの画像か、名前から分かりません',
      '012.png のように、ページの番号を名前にした png、jpg、webp にしてください',
    ],
    en: [
      'Its name does not say which page it shows',
      'Name it by the number of the page, as png, jpg or webp: 012.png',
    ],
  },
  'book.imageTwice': {
    ja: ['{page}ページの画像がほかにもあります', 'どちらかを消してください'],
    en: ['There is another picture of page {page}', 'Remove one of them'],
  },
  'book.cardInFolder': {
    ja: ['{folder}/ の中のフォルダーは読みません', 'ファイルを {folder}/ にじかに置いてください'],
    en: ['Folders in {folder}/ are not read', 'Put the file into {folder}/ itself'],
  },
  'book.redirectsName': {
    ja: ['この名前では読みません', '転送の一覧なら、名前を docs/redirects.yml にしてください'],
    en: ['It is not read under this name', 'If it is the list of redirects, name it docs/redirects.yml'],
  },
  'book.unreadPicture': {
    ja: [
      '画像はサイトに載りません',
      '文章で説明するか、外の番地へのリンクにして、ファイルは docs/ の外に移してください',
    ],
    en: ['The site has no pictures', 'Say it in words or link to an address elsewhere, and move the file out of docs/'],
  },
  'book.unreadDoc': {
    ja: [
      'docs/ で読むのは .md のファイルだけです',
      'ページにするなら名前の終わりを .md に変え、原文なら seeds/ に、使わないなら docs/ の外に移してください',
    ],
    en: [
      'Of docs/ only files that end in .md are read',
      'Rename it to end in .md to make it a page, move it to seeds/ if it is a scan, else out of docs/',
    ],
  },

  'book.badCardName': {
    ja: ['このファイルの名前は使えません', '半角の英小文字、数字、「-」だけの、80字までの名前に変えてください'],
    en: ['This file name cannot be used', 'Use lower-case letters, digits and `-` alone, 80 characters at most'],
  },
  'book.badScanName': {
    ja: ['このファイルの名前は使えません', '文字、数字、「-」「_」「.」だけの、80字までの名前に変えてください'],
    en: ['This file name cannot be used', 'Use letters, digits, `-`, `_` and `.` alone, 80 characters at most'],
  },
  'book.symbolicLink': {
    ja: ['シンボリックリンクは読みません', 'リンクの代わりに、ファイルやフォルダーそのものを置いてください'],
    en: ['Symbolic links are not read', 'Put the file or the folder itself in the place of the link'],
  },
  'book.notAFile': {
    ja: ['ファイルではありません', '同じ名前のフォルダーなどを消すか、名前を変えてください'],
    en: ['This is not a file', 'Remove or rename the folder, or whatever has this name'],
  },
  'book.tooLarge': {
    ja: ['大きすぎます（{limit}MBまで）', '内容を確かめ、分けるか短くしてください'],
    en: ['It is too large (limit: {limit} MB)', 'Check what is in it, and split or shorten it'],
  },

  'book.notQuoted': {
    ja: ['引用「{quote}」は {page} にありません', '会議録のページのとおりに書き直してください'],
    en: ['The quotation “{quote}” is not in {page}', 'Write it as it stands on the page of the minutes'],
  },
  'book.noNote': {
    ja: [
      '「[^{id}]」という注の根拠がありません',
      'sources に、id を {id} とした根拠を足してください（今ある id: {known}）',
    ],
    en: ['The note “[^{id}]” has no source', 'Add a source with the id {id} to sources (ids there are: {known})'],
  },
  'book.noSource': {
    ja: ['典拠の文書「{page}」はありません', '次のどれかにしてください: {known}'],
    en: ['There is no document “{page}” to quote from', 'Use one of these: {known}'],
  },

  'book.noEdition': {
    ja: [
      'replaces の「{name}」という原文はありません',
      'seeds/ の中の名前を、終わりの .txt などを除いて書いてください',
    ],
    en: ['There is no scan “{name}”, which `replaces` names', 'Write its name in seeds/, without .txt at its end'],
  },
  'book.replacesItself': {
    ja: ['replaces に、この文書の名前が書かれています', '前の版の原文の名前に直すか、この行を消してください'],
    en: ['`replaces` names this document itself', 'Write the name of the earlier edition, or remove this line'],
  },
  'book.editionLoop': {
    ja: [
      'replaces の「{name}」から前の版をたどると、この文書に戻ります',
      'いちばん古い版の .yml から replaces を消してください',
    ],
    en: [
      'The earlier editions that begin with “{name}” in `replaces` lead back to this document',
      'Remove `replaces` from the .yml of the oldest edition',
    ],
  },
  'book.replacedTwice': {
    ja: [
      '「{name}」は「{other}」の前の版でもあります',
      'どちらかの replaces を消すか、順に差し替えられたのなら、一つ前の版の名前に直してください',
    ],
    en: [
      '“{name}” is the earlier edition of “{other}” as well',
      'Remove one `replaces`, or name the edition just before it where one followed the other',
    ],
  },

  'book.noMoves': {
    ja: ['転送の一覧が「キー: 値」の形ではありません', '「/古い番地: /新しい番地」のように書いてください'],
    en: ['The list of redirects is not of the form `key: value`', 'Write it like this: `/old-address: /new-address`'],
  },
  'book.noSlash': {
    ja: ['番地「{address}」が「/」で始まっていません', '「/古い番地: /新しい番地」のように書いてください'],
    en: ['The address “{address}” does not begin with `/`', 'Write it like this: `/old-address: /new-address`'],
  },
  'book.noPageAddress': {
    ja: [
      '「{from}」は転送できる番地ではありません',
      'ページの番地を、空白、「?」「#」「%」、.html のほかの拡張子を付けずに書いてください',
    ],
    en: [
      'An address such as “{from}” cannot be redirected',
      'Write the address of a page, without spaces, `?`, `#`, `%`, or any file extension but .html',
    ],
  },
  'book.stillThere': {
    ja: ['「{from}」には今もページがあります', '古い番地を確かめるか、この行を消してください'],
    en: ['There is still a page at “{from}”', 'Check the old address, or remove this line'],
  },
  'book.moveTwice': {
    ja: ['「{from}」の行が二つあります', 'どちらか一つにしてください'],
    en: ['There are two lines for “{from}”', 'Keep one of them'],
  },
  'book.moveLoop': {
    ja: ['「{from}」の転送先をたどると、同じ番地に戻ります', '今あるページの番地を転送先にしてください'],
    en: [
      'The redirects from “{from}” lead back to where they began',
      'Redirect it to the address of a page that exists',
    ],
  },
  'book.moveNowhere': {
    ja: ['転送先「{to}」というページはありません', '今あるページの番地に直すか、この行を消してください'],
    en: ['There is no page “{to}” to redirect to', 'Use the address of a page that exists, or remove this line'],
  },

  'book.notAPageKind': {
    ja: [
      'pageKinds に、ページの種類でないものがあります',
      '{ kind: "名前", path: "フォルダー/", make: relations => [ページ] } の形にしてください',
    ],
    en: [
      'Something in `pageKinds` is not a kind of page',
      'Write it in the form `{ kind: "name", path: "folder/", make: relations => [page] }`',
    ],
  },
  'book.kindTaken': {
    ja: ['pageKinds の「{kind}」は tsuzuri の種類の名前です', '別の名前にしてください'],
    en: ['The name “{kind}” in `pageKinds` is that of a kind of tsuzuri', 'Choose another name'],
  },
  'book.badPagePath': {
    ja: [
      'pageKinds の「{kind}」のページの番地「{path}」は使えません',
      '「{folder}」で始まる、文字、数字、「-」「_」「/」だけの番地にしてください',
    ],
    en: [
      'A page of “{kind}” in `pageKinds` cannot have the address “{path}”',
      'Begin it with “{folder}”, and use letters, digits, `-`, `_` and `/` alone',
    ],
  },
  'book.pageTwice': {
    ja: ['「{path}」というページが二つあります（pageKinds の「{kind}」）', '別の番地にしてください'],
    en: ['There are two pages “{path}” (“{kind}” in `pageKinds`)', 'Choose another address'],
  },
  'book.configIsNot': {
    ja: [
      'export default されているもの（{value}）は設定ではありません',
      '`export default defineConfig({ … })` と書いてください',
    ],
    en: ['What it exports by default ({value}) is no configuration', 'Write `export default defineConfig({ … })`'],
  },
  'book.configUnreadable': {
    ja: ['設定を読めません（{said}）', 'この行の書き方を確かめてください'],
    en: ['The configuration cannot be read ({said})', 'See how this line is written'],
  },
  'book.configNeeds': {
    ja: ['設定が読み込もうとした「{name}」が見つかりません', '`npm install {name}` で入れるか、この行を直してください'],
    en: ['The configuration imports "{name}", which is not there', 'Run `npm install {name}`, or mend this line'],
  },
  'book.configNeedsFile': {
    ja: ['設定が読み込もうとしたファイル「{name}」が見つかりません', 'この行のパスを確かめてください'],
    en: [
      'The configuration imports the file "{name}", which is not there',
      'See whether the path on this line is right',
    ],
  },
  'book.configNotRead': {
    ja: [
      'この名前の設定ファイルは読まれません',
      '名前を tsuzuri.config.ts に変え、中身を `export default { … };` の形に書き直してください',
    ],
    en: [
      'A configuration of this name is not read',
      'Rename it to tsuzuri.config.ts, and write what it says as `export default { … };`',
    ],
  },
  'book.configTwice': {
    ja: ['設定ファイルが一つではありません（{files}）', '一つだけ残して、ほかは消してください'],
    en: ['There is more than one configuration ({files})', 'Keep one of them, delete the others'],
  },
  'book.settingUnknown': {
    ja: ['設定「{key}」はありません', '{remedy}'],
    en: ['There is no setting "{key}"', '{remedy}'],
  },
  'book.meant': { ja: '「{meant}」のことですか', en: 'Did you mean "{meant}"?' },
  'book.known': { ja: '使えるのは {keys} です', en: 'There are: {keys}' },
  'book.settingValue': {
    ja: ['設定「{key}」の値 {value} は使えません', '{wanted}にしてください'],
    en: ['The setting "{key}" cannot be {value}', 'Write {wanted}'],
  },
  'book.settingLacks': {
    ja: ['設定「{key}」に {missing} がありません', '{form} の形にしてください'],
    en: ['The setting "{key}" lacks {missing}', 'It must have the form {form}'],
  },
  'book.settingBase': {
    ja: ['設定「{key}」は書けません', 'サイトの起点は `url` のパスか `tsuzuri build --base` で決めてください'],
    en: ['The setting "{key}" cannot be set', 'The base comes of the path of `url`, or of `tsuzuri build --base`'],
  },
  'book.settingFixed': {
    ja: ['設定「{key}」は書けません', 'tsuzuri が決める値です。この行を消してください'],
    en: ['The setting "{key}" cannot be set', 'Its value is given by tsuzuri: delete this line'],
  },
  'book.item': { ja: '{key} の{number}番目', en: '{key}, item {number}' },
  'book.or': { ja: ' か ', en: ' or ' },
  'book.nothingBelow': {
    ja: '「{key}」には true か false だけを書いてください',
    en: 'Write true or false for "{key}", nothing else',
  },
  'book.wantOneOf': { ja: '{words} のどれか', en: '{words}' },
  'book.wantText': { ja: '空でない文字列', en: "a text that is not empty: '…'" },
  'book.wantList': { ja: '配列（[ … ]）', en: 'a list: [ … ]' },
  'book.wantObject': { ja: '{form} の形', en: 'an object: {form}' },
  'book.wantPositive': { ja: '0以上の数', en: 'a number that is 0 or more' },
  'book.wantDay': { ja: '「2026-11-28」のような年月日', en: 'a day such as 2026-11-28' },
  'book.wantPair': {
    ja: "['…', '…'] のような、二つの文字列の組",
    en: "a pair of texts: ['…', '…']",
  },
  'book.wantSite': {
    ja: "'https://example.jp/minutes/' のように https か http で始まり、「?」や「#」のないアドレス",
    en: "an address that begins with https or http and has no ? and no #: 'https://example.jp/minutes/'",
  },
  'book.wantRepository': {
    ja: "'https://github.com/example/minutes' のような、リポジトリの https のアドレス",
    en: "the https address of a repository: 'https://github.com/example/minutes'",
  },
  'book.ruleUnknown': {
    ja: ['rules.off の「{id}」という規則はありません', '{remedy}'],
    en: ['rules.off names "{id}", which is no rule', '{remedy}'],
  },
  'book.whichRules': {
    ja: '規則の名前を確かめてください（サイトの /rules/ に一覧があります）',
    en: 'See the list of rules on the site, at /rules/',
  },
  'book.hostOdd': {
    ja: [
      'ホストの環境変数 {name} は読み取れない形なので、使いませんでした',
      '設定に `{key}` を書くと、この知らせは出なくなります',
    ],
    en: [
      'The variable {name} of the host has a form that cannot be read, so it was not used',
      'Write `{key}` in the configuration, and this note goes away',
    ],
  },

  // check

  'check.note': { ja: '（参考）{message}', en: '(note) {message}' },
  'check.problems': { ja: '{count}件の問題があります', en: 'Problems found: {count}' },
  'check.noProblems': { ja: '問題は見つかりませんでした', en: 'No problems found' },
  'check.notACheck': {
    ja: ['checks の「{id}」は使えません', 'ほかにない id と、level（{levels}）、run のあるものにしてください'],
    en: [
      '“{id}” in `checks` cannot be used',
      'A check needs an id of its own, a level ({levels}) and a function `run`',
    ],
  },
  'check.stopped': {
    ja: ['checks の「{id}」が途中で止まりました（{error}）', 'run の中を直してください'],
    en: ['“{id}” in `checks` stopped with an error ({error})', 'Mend its function `run`'],
  },
  'check.reviewStopped': {
    ja: [
      '文章の検査が途中で止まりました（{error}）',
      'もう一度お試しください。続くなら、check.prose で決まりを一つずつ外すと、原因を探せます',
    ],
    en: [
      'The check of the prose stopped with an error ({error})',
      'Try again. If it happens again, switch off one rule of `check.prose` after the other to find the cause',
    ],
  },

  'check.meaning': { ja: '「{term}」（{meaning}）', en: '“{term}” ({meaning})' },
  'check.noEntry': {
    ja: [
      '{term}は{count}か所に出てきますが、項目がありません',
      '項目を作るなら、用語の提案をするか、docs/glossary/ にファイルを足してください',
    ],
    en: [
      '{term} is mentioned but has no entry (places: {count})',
      'If it should have one, suggest the term, or add a file to docs/glossary/',
    ],
  },
  'check.nearCard': {
    ja: '「{term}」（{period}、{file}:{line}）',
    en: '“{term}” ({period}, {file}:{line})',
  },
  'check.noNameThen': {
    ja: [
      '「{name}」と呼ばれた項目は、この文書の日付（{date}）にはないので、リンクしません。近いのは{cards}です',
      'その時期の項目を作るか、同じものなら近い項目の names に、次の行を足してください: `{line}`',
    ],
    en: [
      'No entry was called “{name}” on the date of this document ({date}), so it is not linked; the nearest: {cards}',
      'Make an entry for that time, or, if one of these is meant, add this line to its `names`: `{line}`',
    ],
  },
  'check.sharedName': {
    ja: [
      '「{name}」は、同じ時期に「{term}」（{file}）の名前でもあります',
      'どちらかから除くか、names に期間（from、until）を書いてください',
    ],
    en: [
      '“{name}” is at the same time a name of “{term}” ({file})',
      'Remove it from one of them, or write periods (`from`, `until`) in `names`',
    ],
  },
  'check.shadowedName': {
    ja: ['別名「{alias}」は、別の項目（{file}）の見出し語です', 'aliases から除いて、see に書いてください'],
    en: [
      'The alias “{alias}” is the headword of another entry ({file})',
      'Remove it from `aliases`, and write it in `see`',
    ],
  },
  'check.periodsOverlap': {
    ja: [
      '「{name}」の期間が「{earlier}」の期間と重なっています',
      '前の名称の until を、次の名称の from の前の日にしてください',
    ],
    en: [
      'The period of “{name}” overlaps that of “{earlier}”',
      'Make `until` of the earlier name the day before `from` of the next one',
    ],
  },
  'check.periodReversed': {
    ja: ['「{name}」の期間は、終わり（{until}）が始まり（{from}）より前です', 'from と until を確かめてください'],
    en: ['The period of “{name}” ends ({until}) before it begins ({from})', 'Check `from` and `until`'],
  },
  'check.deadSee': {
    ja: ['関連する用語「{id}」という項目はありません', 'docs/glossary/ のファイル名（.md を除く）を書いてください'],
    en: ['There is no entry “{id}” to refer to', 'Write the name of a file in docs/glossary/, without .md'],
  },
  'check.noReading': {
    ja: ['「{term}」の読みがありません', '「reading: よみ」を書いてください（五十音の索引に使います）'],
    en: ['“{term}” has no reading', 'Write `reading: よみ` (the index in the order of the kana needs it)'],
  },
  'check.noExpansion': {
    ja: ['略語「{term}」の元の語がありません', '「expansion: もとの語」を書いてください'],
    en: ['The abbreviation “{term}” has no long form', 'Write `expansion: the long form`'],
  },
  'check.noDefinition': {
    ja: [
      '「{term}」が何であるかを、初めの文が述べていません',
      '「{term}は、…である機関（仕組み、考え方など）です。」のように始めてください',
    ],
    en: ['The first sentence does not say what “{term}” is', 'Begin with “{term} is a …”'],
  },
  'check.reportsMention': {
    ja: [
      '「{term}」の初めの文は、名前が出てくることだけを述べています',
      '何であるかを先に述べてください（どこに出てくるかは自動で示されます）',
    ],
    en: [
      'The first sentence on “{term}” only reports that it is mentioned',
      'Say first what it is (where it is mentioned is shown by itself)',
    ],
  },
  'check.definesOther': {
    ja: ['初めの文の主語が「{term}」ではありません', '「{term}は、」で始めてください'],
    en: ['The first sentence does not speak of “{term}”', 'Let “{term}” be its subject'],
  },
  'check.longDefinition': {
    ja: [
      '初めの文が{limit}字を超えています（{length}字）',
      '小窓と検索結果に一文で示されます。二つの文に分けてください',
    ],
    en: [
      'The first sentence has more than {limit} characters ({length})',
      'Popovers and search results show it whole: make two of it',
    ],
  },
  'check.unverified': {
    ja: ['出典を確かめていない文があります', '出典が見つかったら sources に足し、注（[^id]）に替えてください'],
    en: [
      'The source of a statement is not verified',
      'When you have found it, add it to sources and put a note ([^id]) here',
    ],
  },
  'check.noStatementSource': {
    ja: [
      '何によって書いたのかが示されていない段落です',
      '会議録へのリンクか、sources の id による注（[^id]）を付けてください',
    ],
    en: [
      'The paragraph does not say what it rests on',
      'Link the minutes, or put a note ([^id]) with the id of a source',
    ],
  },
  'check.noGeneralSource': {
    ja: [
      'known: general とありますが、ウェブの根拠がありません',
      'sources に url、title、publisher、accessed を書いてください',
    ],
    en: [
      '`known: general` without a page of the web as its source',
      'Add url, title, publisher and accessed to sources',
    ],
  },
  'check.stale': {
    ja: [
      '「{term}」の根拠は、{accessed}より後に確かめられていません',
      '今も正しいかを読んで確かめ、accessed を改めてください',
    ],
    en: [
      'Nobody has looked at the sources of “{term}” since {accessed}',
      'Read whether it is still true, and renew accessed',
    ],
  },
  'check.ended': {
    ja: [
      '「{term}」は{until}に終わりましたが、初めの段落は今もあるように述べています',
      '「…でした。」とし、何に替わったかを書いてください',
    ],
    en: [
      '“{term}” ended on {until}, but its first paragraph speaks of it as of today',
      'Use the past tense, and say what came after',
    ],
  },
  'check.dateMismatch': {
    ja: ['本文の「{day}」は、前付けの日付（{other}）と合いません', 'どちらが正しいかを確かめてください'],
    en: ['“{day}” in the text does not agree with the front matter ({other})', 'Find out which is right'],
  },
  'check.gapInTime': {
    ja: [
      '「{name}」が終わった日（{until}）と「{next}」が始まる日（{from}）の間に、どの名前もない期間があります',
      'from と until を確かめ、間の名前があれば足してください',
    ],
    en: [
      'No name holds between the end of “{name}” ({until}) and the beginning of “{next}” ({from})',
      'Check `from` and `until`, add the name in between if there was one',
    ],
  },
  'check.otherHeading': {
    ja: ['見出し「{heading}」が、見出し語「{term}」と違います', 'どちらかに合わせてください'],
    en: ['The heading “{heading}” is not the headword “{term}”', 'Make them the same'],
  },
  'check.commonAlias': {
    ja: [
      '「{alias}」はふつうの言葉です（会議録の{count}か所にリンクが付きます）',
      'ほかのものを指す箇所がないかを読み、near か not-near を添えるか、aliases から除いてください',
    ],
    en: [
      '“{alias}” is an everyday word (it links {count} places of the minutes)',
      'Read whether one of them means something else; add near or not-near, or take it out of aliases',
    ],
  },
  'check.unmentioned': {
    ja: ['「{term}」は、収録した会議録に出てきません', '表記が違うなら aliases に足し、要らない項目なら除いてください'],
    en: [
      '“{term}” is not mentioned in any minutes of the project',
      'If it is spelled another way there, add that to `aliases`; if the entry is not needed, remove it',
    ],
  },

  'check.orphan': {
    ja: [
      'このページへのリンクが、ほかのどのページにもありません',
      '関係のあるページからリンクするか、要らないページなら除いてください',
    ],
    en: ['No other page has a link to this page', 'Link it from a page that has to do with it, or remove it'],
  },
  'check.undefinedLink': {
    ja: ['「{url}」がどこにも書かれていません', '「[名前]: 番地」の行を足すか、普通のリンクに書き直してください'],
    en: ['“{url}” is not defined anywhere', 'Add a line `[name]: address`, or write a plain link'],
  },
  'check.unsafeLink': {
    ja: ['リンク「{url}」は使えません', 'https: で始まる番地か、「/glossary/ID」のようなページの番地にしてください'],
    en: [
      'The link “{url}” cannot be used',
      'Use an address that begins with https:, or the address of a page such as `/glossary/ID`',
    ],
  },
  'check.deadImage': {
    ja: ['画像「{url}」はありません', '画像は載せられません。文章で説明するか、外の番地へのリンクにしてください'],
    en: ['There is no image “{url}”', 'Pages cannot have images. Describe it in words, or link to it elsewhere'],
  },
  'check.deadPlace': {
    ja: [
      'リンク「{url}」の行き先のページに「#{id}」という場所がありません',
      'ページを開いて、場所の番地を写すか、「#」から後を消してください',
    ],
    en: [
      'The page that the link “{url}” leads to has no place “#{id}”',
      'Open the page and copy the address of the place, or remove what stands behind `#`',
    ],
  },
  'check.deadLink': {
    ja: ['リンク「{url}」に行き先がありません', 'ページの番地を確かめてください'],
    en: ['The link “{url}” leads nowhere', 'Check the address of the page'],
  },
  'check.movedLink': {
    ja: ['リンク「{url}」のページは移りました', '「/{now}」に書き換えてください'],
    en: ['The page of the link “{url}” has moved', 'Write `/{now}` instead'],
  },

  'check.unreadableProse': {
    ja: ['本文の文章を調べられませんでした', 'Markdown の書き方（表・箇条書き・リンク）を確かめてください'],
    en: ['The prose could not be checked', 'Check how its Markdown is written (tables, lists, links)'],
  },

  'check.bidi': {
    ja: '文字の並ぶ向きを変える、見えない文字があります（{code}）: 「{place}」',
    en: 'There is an invisible character that changes the direction of writing ({code}): “{place}”',
  },
  'check.control': {
    ja: '制御文字があります（{code}）: 「{place}」',
    en: 'There is a control character ({code}): “{place}”',
  },
  'check.softHyphen': {
    ja: '見えないハイフンがあります（{code}）: 「{place}」',
    en: 'There is an invisible hyphen ({code}): “{place}”',
  },
  'check.noWidth': {
    ja: '幅のない、見えない文字があります（{code}）: 「{place}」',
    en: 'There is an invisible character without width ({code}): “{place}”',
  },
  'check.erase': {
    ja: '見えない文字を消してください。前後の字ごと消して打ち直すと、確かです',
    en: 'Remove the invisible character. To be sure, remove the characters beside it too, and type them again',
  },
  'check.foreignCharacter': {
    ja: ['「{name}」の {character}は、英字の「{looks}」によく似た別の文字です', '英字で打ち直してください'],
    en: ['{character} in “{name}” only looks like the Latin letter “{looks}”', 'Type it again as a Latin letter'],
  },
  'check.misreadName': {
    ja: [
      '「{name}」は、文字認識の誤りを直す規則が「{corrected}」に直す字の並びです{difference}',
      '「{corrected}」でよければ、そう書き直してください',
    ],
    en: [
      'The rules for errors of OCR would correct “{name}” to “{corrected}”{difference}',
      'If “{corrected}” is right, write that',
    ],
  },
  'check.sameLook': {
    ja: [
      '「{name}」は、別の項目（{file}）の「{other}」と見分けがつきません{difference}',
      '同じものなら一つの項目にまとめ、別のものなら見分けのつく名前にしてください',
    ],
    en: [
      '“{name}” cannot be told from “{other}” of another entry ({file}){difference}',
      'If they are the same, make one entry of both; if not, choose names that can be told apart',
    ],
  },
  'check.difference': { ja: '（{mine}と{other}）', en: ' ({mine} and {other})' },
  'check.character': { ja: '「{character}」（{code}、{script}）', en: '“{character}” ({code}, {script})' },
  'check.latin': { ja: '英字', en: 'Latin' },
  'check.cyrillic': { ja: 'キリル文字', en: 'Cyrillic' },
  'check.greek': { ja: 'ギリシア文字', en: 'Greek' },
  'check.kanji': { ja: '漢字', en: 'kanji' },
  'check.longVowel': { ja: '長音記号', en: 'long vowel mark' },
  'check.katakana': { ja: '片仮名', en: 'katakana' },
  'check.hiragana': { ja: '平仮名', en: 'hiragana' },
  'check.digit': { ja: '数字', en: 'digit' },
  'check.symbol': { ja: '記号', en: 'symbol' },

  'check.noGit': {
    ja: ['git が動きません', 'git を入れてから、もう一度実行してください'],
    en: ['git does not run', 'Install git, then try again'],
  },
  'check.noRepository': {
    ja: [
      'このフォルダーは git のリポジトリとして読めません',
      'git clone で取り出したプロジェクトのフォルダーで実行してください',
    ],
    en: ['This folder cannot be read as a git repository', 'Run it in the folder of a project that `git clone` made'],
  },
  'check.shallow': {
    ja: [
      '「{revision}」は、この浅い写し（shallow clone）にありません',
      'git fetch --unshallow で履歴を取り寄せるか、比べる版を git fetch origin ブランチ名 で取り寄せてください',
    ],
    en: [
      '“{revision}” is not in this shallow clone',
      'Fetch the history with `git fetch --unshallow`, or the branch to compare with by `git fetch origin BRANCH`',
    ],
  },
  'check.noRevision': {
    ja: [
      '「{revision}」という版はありません',
      'ブランチ名やコミットの番号を確かめるか、git fetch で取り寄せてください',
    ],
    en: ['There is no revision “{revision}”', 'Check the name of the branch or the hash, or fetch it with `git fetch`'],
  },
  'check.gitFailed': {
    ja: ['git {command} ができません（{error}）', 'リポジトリが壊れていないか確かめてください'],
    en: ['git {command} failed ({error})', 'Check whether the repository is damaged'],
  },

  'check.compared': { ja: '{revision} と比べて: {counts}', en: 'Compared with {revision}: {counts}' },
  'check.nothingChanged': {
    ja: '{revision} と比べて、ページ、言及、訂正、疑いのどれも変わりません。',
    en: 'Compared with {revision}, no page, mention, correction or doubt has changed.',
  },
  'check.oldProblems': {
    ja: '{revision} の側に、もとから問題が{count}件あります。',
    en: 'Problems that {revision} already had: {count}.',
  },
  'check.unreadLeftOut': {
    ja: '読めないカードや文書は、両方から除いて比べました。',
    en: 'Cards and documents that cannot be read were left out on both sides.',
  },
  'check.lookAt': { ja: '確かめてください', en: 'Please check' },
  'check.mendedProblems': { ja: '直った問題', en: 'Problems mended' },
  'check.newProblems': { ja: '新しい問題', en: 'New problems' },
  'check.pages': { ja: 'ページ', en: 'Pages' },
  'check.mentions': { ja: '言及', en: 'Mentions' },
  'check.corrections': { ja: '訂正', en: 'Corrections' },
  'check.doubts': { ja: '疑い', en: 'Doubts' },
  'check.newMentions': { ja: '増えた言及', en: 'New mentions' },
  'check.lostMentions': { ja: '消えた言及', en: 'Lost mentions' },
  'check.newCorrections': { ja: '新しい訂正', en: 'New corrections' },
  'check.lostCorrections': { ja: 'なくなった訂正', en: 'Lost corrections' },
  'check.settledDoubts': { ja: '訂正で解けた疑い', en: 'Doubts settled by a correction' },
  'check.droppedDoubts': { ja: '尋ねなくなった疑い', en: 'Doubts no longer raised' },
  'check.newDoubts': { ja: '新しい疑い', en: 'New doubts' },
  'check.newPages': { ja: '増えたページ', en: 'New pages' },
  'check.lostPages': { ja: '消えたページ', en: 'Lost pages' },
  'check.movedPages': { ja: '番地の変わったページ', en: 'Moved pages' },
  'check.rewrittenPages': { ja: '書き直したページ', en: 'Rewritten pages' },
  'check.changedScans': { ja: '書き換わった原文', en: 'Changed scans' },
  'check.count': { ja: '{label} {count}', en: '{label}: {count}' },
  'check.placeCount': { ja: '{label} {count}か所', en: '{label}: {count}' },
  'check.wordCount': { ja: '「{word}」{count}か所', en: '“{word}”: {count}' },
  'check.titledCounts': { ja: '{title}（{id}）: {counts}', en: '{title} ({id}): {counts}' },
  'check.moreItems': { ja: 'ほか{count}件', en: '{count} more' },
  'check.morePlaces': { ja: 'ほか{count}か所', en: '{count} more' },
  'check.moreSentences': { ja: 'ほか{count}文', en: '{count} more' },
  'check.cutShort': {
    ja: '長いので、ここまでにしました。ほかに{count}項目あります。',
    en: 'This is cut short because it is long. Parts left out: {count}.',
  },
  'check.document': { ja: '文書', en: 'document' },
  'check.term': { ja: '用語', en: 'entry' },
  'check.rule': { ja: '規則', en: 'rule' },
  'check.text': { ja: 'ページ', en: 'page' },
  'check.person': { ja: '人物', en: 'person' },
  'check.body': { ja: '会議体', en: 'body' },
  'check.pageName': { ja: '{kind}「{title}」 {address}', en: '{kind} “{title}” {address}' },
  'check.entryName': { ja: '用語「{title}」', en: 'entry “{title}”' },
  'check.contents': {
    ja: ': 言及 {mentions}か所、訂正 {corrections}か所、疑い {doubts}か所',
    en: ' (mentions: {mentions}, corrections: {corrections}, doubts: {doubts})',
  },
  'check.movedPage': { ja: '{page}（前は {address}）', en: '{page} (before: {address})' },
  'check.noRedirect': {
    ja: '。古い番地からの転送がありません。docs/redirects.yml に {line} と書けば、リンクが切れません',
    en: '. Nothing redirects the old address. With {line} in docs/redirects.yml no link breaks',
  },
  'check.newAddress': { ja: '/新しい番地', en: '/new-address' },
  'check.inSentence': { ja: '（この文に{count}か所）', en: ' (in this sentence: {count})' },
  'check.changedScan': {
    ja: '{scan} の中身が前と違います。原文は書き換えられません。',
    en: 'The contents of {scan} have changed. A scan may not be edited.',
  },
  'check.wideName': {
    ja: '{entry}の言及が{count}か所増えます（{words}）。広すぎる名前でないか確かめてください。',
    en: 'New mentions of {entry}: {count} ({words}). Check whether a name is too common a word.',
  },
  'check.wideNewName': {
    ja: '{entry}の言及が{count}か所増えます（{words}。カードに加わった名前は{names}）。広すぎる名前でないか確かめてください。',
    en: 'New mentions of {entry}: {count} ({words}; names added to the card: {names}). Check whether a name is too common a word.',
  },
  'check.takenMentions': {
    ja: '{loser}の言及{count}か所が、{winner}のものになります: {shown}',
    en: 'Mentions of {loser} that become mentions of {winner} ({count}): {shown}',
  },
  'check.takenMention': { ja: '「{from}」→「{to}」 {address}', en: '“{from}” → “{to}” {address}' },

  // print

  'print.contents': {
    ja: '会議録 {minutes}件、用語 {terms}件、訂正 {edits}か所、疑い {doubts}か所',
    en: 'Minutes: {minutes}, entries: {terms}, corrections: {edits}, doubts: {doubts}',
  },
  'print.data': {
    ja: `  build/pages/        リンク付きMarkdown
  build/glossary.json 用語集のデータ（glossary.jsonld は SKOS）
  build/ledger/       帳簿        確かめるには: npx tsuzuri verify build/ledger`,
    en: `  build/pages/        Markdown with links
  build/glossary.json the glossary as data (glossary.jsonld is SKOS)
  build/ledger/       ledgers     to verify them: npx tsuzuri verify build/ledger`,
  },
  'print.pdf': {
    ja: '  build/tsuzuri.pdf   PDF         PDFを読むソフトで開いてください（文書ごとのPDFは build/pdf/ にあります）',
    en: '  build/tsuzuri.pdf   PDF         open it with a PDF reader (the PDFs of single documents are in build/pdf/)',
  },
  'print.epub': {
    ja: '  build/tsuzuri.epub  EPUB        電子書籍を読むソフトで開いてください',
    en: '  build/tsuzuri.epub  EPUB        open it with an e-book reader',
  },
  'print.html': {
    ja: '  build/tsuzuri.html  一枚のHTML  ブラウザーで開いてください（ほかのファイルも通信も要りません）',
    en: '  build/tsuzuri.html  one HTML    open it with a browser (it needs no other file and no network)',
  },
  'print.site': {
    ja: '  build/site/         サイト      見るには: npx vitepress preview',
    en: '  build/site/         site        to see it: npx vitepress preview',
  },
  'print.offline': {
    ja: '  build/offline/      サイトの写し  index.html をブラウザーで開いてください（サーバーは要りません）',
    en: '  build/offline/      site copy   open index.html with a browser (it needs no server)',
  },

  'print.makingPdf': {
    ja: 'PDFを組んでいます（{number}/{count}）: {title}',
    en: 'Making PDFs ({number}/{count}): {title}',
  },
  'print.makingEpub': { ja: 'EPUBを作っています', en: 'Making the EPUB' },
  'print.makingHtml': { ja: '一枚のHTMLを作っています', en: 'Making the HTML file' },
  'print.makingSite': { ja: 'サイトを作っています', en: 'Making the site' },

  'print.notAPrinter': {
    ja: ['printers の「{name}」は使えません', 'ほかにない name と、label、print のあるものにしてください'],
    en: ['“{name}” in `printers` cannot be used', 'A printer needs a name of its own, a label and a function `print`'],
  },
  'print.stopped': {
    ja: ['printers の「{name}」が途中で止まりました（{error}）', 'print の中を直してください'],
    en: ['“{name}” in `printers` stopped with an error ({error})', 'Mend its function `print`'],
  },
  'print.outside': {
    ja: ['printers の「{name}」が「{path}」に書こうとしました', 'build/ の中のファイルへの道にしてください'],
    en: ['“{name}” in `printers` tried to write to “{path}”', 'Give the path of a file in build/'],
  },
  'print.cannotWrite': {
    ja: ['書き出せません: {reason}', '別の出力先を指定するか、権限を直してください。前の出力はそのままです'],
    en: [
      'The output cannot be written: {reason}',
      'Name another place for it, or mend the permissions. The earlier output is untouched',
    ],
  },
  'print.noPermission': { ja: '書き込む権限がありません', en: 'you have no permission to write there' },
  'print.readOnly': { ja: '読み取り専用の場所です', en: 'the place is read-only' },
  'print.notAFolder': {
    ja: '途中にフォルダーではないファイルがあります',
    en: 'a part of its path is a file, not a folder',
  },
  'print.nameTaken': { ja: '同じ名前のファイルがあります', en: 'there is a file of that name' },
  'print.diskFull': { ja: 'ディスクに空きがありません', en: 'the disk is full' },

  'print.siteFailed': {
    ja: ['サイトを作れませんでした: {said}', '上の内容を直してやり直してください'],
    en: ['The site could not be made: {said}', 'Mend this, then try again'],
  },
  'print.siteUnwritable': {
    ja: ['書き込めません({code})', '出力先の権限と空きを確かめてください。前のサイトはそのままです'],
    en: [
      'The site cannot be written ({code})',
      'Check the permissions of the place and the room on the disk. The earlier site is untouched',
    ],
  },
  'print.siteStopped': { ja: '途中で止まりました({signal})', en: 'it was stopped ({signal})' },
  'print.deadLink': { ja: '{file} のリンク {link} に行き先がない', en: 'the link {link} in {file} leads nowhere' },
  'print.notServed': {
    ja: ['サイトを開けませんでした: {said}', '上の内容を直してください'],
    en: ['The site could not be served: {said}', 'Mend this'],
  },

  'print.pdfFailed': {
    ja: ['PDF を組めません: {said}', '前の PDF はそのままです。この行を添えて開発者に知らせてください'],
    en: ['The PDF cannot be made: {said}', 'The earlier PDF is untouched. Please report this line to the developers'],
  },
  'print.typstStopped': {
    ja: 'Typst が途中で止まりました({code}) {errors}',
    en: 'Typst was stopped ({code}) {errors}',
  },
  'print.noFont': {
    ja: ['PDF に使う書体がありません', '`npm ci` を実行して、パッケージを入れ直してください'],
    en: ['A font of the PDF is missing', 'Run `npm ci` to install the packages again'],
  },
  'print.missingGlyphs': {
    ja: 'PDFの書体にない文字（番号を枠に入れて印刷）: {pages}',
    en: 'Characters that no font of the PDFs has (printed as their numbers in a box): {pages}',
  },
  'print.glyphsOfPage': { ja: '{page}: 書体にない文字 {characters}', en: '{page}: {characters}' },
  'print.glyph': { ja: '「{character}」({code})', en: '“{character}” ({code})' },

  // site

  'site.noBook': {
    ja: '{file} がありません。先に tsuzuri build を実行して build/pages を作ってください',
    en: '{file} is missing. Run tsuzuri build first, which makes build/pages',
  },
  'site.noPage': { ja: '{page} が book.json にありません', en: '{page} is not in book.json' },
  'site.changedComponent': {
    ja: 'VitePress の {component} に「{theirs}」がありません。@tsuzuri/site の config/hardening.ts を直してください',
    en: '{component} of VitePress has no “{theirs}”. Mend config/hardening.ts of @tsuzuri/site',
  },
  'site.changedTransform': {
    ja: 'VitePress がページを変換する所が変わりました。@tsuzuri/site の config/hardening.ts を直してください',
    en: 'VitePress transforms pages in another way than before. Mend config/hardening.ts of @tsuzuri/site',
  },
  'print.base': {
    ja: ['起点「{base}」は使えません', '「/minutes/」のように、ホストの中のパスだけを書いてください'],
    en: ['The base "{base}" cannot be used', 'Write a path on the host, and nothing else: /minutes/'],
  },
  'print.noPage': {
    ja: ['{address} からページが返ってきません', '.vitepress/ の設定を確かめてください'],
    en: ['No page comes from {address}', 'Check the configuration in .vitepress/'],
  },

  // cli

  'cli.init.summary': {
    ja: '今のフォルダーをプロジェクトにする。何も上書きしない',
    en: 'makes a project of the current folder; overwrites nothing',
  },

  'cli.seeHelp': { ja: '使い方は {call} --help で見られます', en: 'See {call} --help' },
  'cli.or': { ja: 'か', en: ' or ' },

  'cli.help.tsuzuri': {
    ja: '会議録のOCRの文字データを、読みやすく、用語の説明につながった文書にします',
    en: 'Turns OCR text of Japanese minutes into clean, linked documentation',
  },
  'cli.help.usage': { ja: '使い方:', en: 'Usage:' },
  'cli.help.anyOptions': { ja: '[オプション]', en: '[options]' },
  'cli.help.anyCommand': { ja: '[コマンド]', en: '[command]' },
  'cli.help.arguments': { ja: '引数:', en: 'Arguments:' },
  'cli.help.options': { ja: 'オプション:', en: 'Options:' },
  'cli.help.globalOptions': { ja: 'どのコマンドでも使えるオプション:', en: 'Global options:' },
  'cli.help.commands': { ja: 'コマンド:', en: 'Commands:' },
  'cli.help.examples': { ja: '例:', en: 'Examples:' },
  'cli.help.help': { ja: 'コマンドの使い方を見せる', en: 'show the help of a command' },
  'cli.help.codes': {
    ja: '終了コード: 0 問題なし、1 見つかった問題あり、2 実行できない。',
    en: 'Exit codes: 0 fine, 1 findings, 2 cannot run.',
  },
  'cli.help.each': {
    ja: 'コマンドごとの使い方は tsuzuri コマンド --help で見られます',
    en: ' Each command has its own help: tsuzuri COMMAND --help',
  },
  'cli.option.lang': {
    ja: '画面に出す言葉: ja（日本語）か en（英語）',
    en: 'language of messages: ja (Japanese) or en (English)',
  },
  'cli.option.version': { ja: '版の番号を見せる', en: 'show the version' },
  'cli.option.help': { ja: '使い方を見せる', en: 'show this help' },
  'cli.option.quiet': { ja: '途中経過と結果の一覧を出さない', en: 'show neither progress nor the list of results' },

  'cli.unknownCommand': { ja: '「{it}」というコマンドはありません{meant}', en: 'There is no command "{it}"{meant}' },
  'cli.unknownOption': { ja: '「{it}」というオプションはありません{meant}', en: 'There is no option "{it}"{meant}' },
  'cli.meant': { ja: '（「{meant}」のことですか）', en: ' (did you mean "{meant}"?)' },
  'cli.missing': { ja: '「{it}」がありません', en: '"{it}" is missing' },
  'cli.missingValue': { ja: '「{it}」の値がありません', en: '"{it}" has no value' },
  'cli.noValue': { ja: '「{it}」に値は付けられません', en: '"{it}" takes no value' },
  'cli.tooMany': { ja: '引数が多すぎます', en: 'Too many arguments' },
  'cli.notOneOf': {
    ja: '{flag}「{value}」は使えません。{choices} のどれかにしてください',
    en: '{flag} "{value}" cannot be used. Write one of {choices}',
  },
  'cli.unexpected': {
    ja: '思わぬ誤りです。この内容を添えて報告してください',
    en: 'An unexpected error. Please report it with what follows',
  },
  'cli.noCommand': {
    ja: ['commands の{at}番目はコマンドではありません', '`{ name, summary, run }` と書いてください'],
    en: ['Entry {at} of commands is no command', 'Write `{ name, summary, run }`'],
  },
  'cli.takenCommand': {
    ja: ['commands の「{name}」という名前はもう使われています', '別の名前にしてください'],
    en: ['The name "{name}" in commands is taken', 'Choose another name'],
  },

  'cli.noProject': {
    ja: ['フォルダーがありません', 'seeds/ と docs/ のあるプロジェクトのフォルダーで実行してください'],
    en: ['There is no such folder', 'Run the command in the folder of a project, which has seeds/ and docs/'],
  },
  'cli.readingDictionary': { ja: '辞書を読んでいます', en: 'Reading the dictionary' },
  'cli.converting': { ja: '変換: {name}', en: 'Converting {name}' },
  'cli.checking': { ja: '確かめています', en: 'Checking' },

  'cli.noFolder': {
    ja: ['フォルダーが見つかりません', 'パスを確かめてください'],
    en: ['There is no such folder', 'Check the path'],
  },
  'cli.unreadable': {
    ja: ['読めません（{code}）', 'パスとディスクの状態を確かめてください'],
    en: ['It cannot be read ({code})', 'Check the path and the disk'],
  },
  'cli.notRegular': {
    ja: [
      'ふつうのファイルではありません（パイプや装置など）',
      'ふつうのファイルにするか、標準入力「-」から渡してください',
    ],
    en: ['It is no regular file (a pipe, a device …)', 'Make it a regular file, or give it by standard input: -'],
  },
  'cli.noStdin': {
    ja: ['このコマンドは標準入力を読みません', 'ファイルかフォルダーを指定してください'],
    en: ['This command does not read standard input', 'Name a file or a folder'],
  },
  'cli.typeNow': {
    ja: '標準入力から読みます（終わりは Ctrl+D、やめるには Ctrl+C）',
    en: 'Reading standard input (Ctrl+D ends it, Ctrl+C gives up)',
  },
  'cli.emptyFolder': {
    ja: ['名前が {endings} で終わるファイルがありません', 'フォルダーを確かめるか、ファイルの名前を指定してください'],
    en: ['There is no file whose name ends in {endings}', 'Check the folder, or name the files'],
  },
  'cli.nothingFits': {
    ja: ['このパターンに合うファイルがありません', 'パスを確かめてください'],
    en: ['No file fits this pattern', 'Check the path'],
  },
  'cli.collision': {
    ja: [
      '{other} も同じ {output} になります',
      '二つの上にあるフォルダーを指定すると、フォルダーの名前も残ります。または、別々に実行してください',
    ],
    en: [
      '{other} would become {output} as well',
      'Give the folder above both, then the names of folders are kept; or run the command for each of them',
    ],
  },
  'cli.exists': {
    ja: [
      'もうあるファイルで、tsuzuri が書いたものではないかもしれないので、上書きしませんでした',
      '上書きしてよければ --force を付けてください。または、別の出力先にしてください',
    ],
    en: [
      'It exists, and may not have been written by tsuzuri: it was not overwritten',
      'Add --force to overwrite it, or choose another folder',
    ],
  },
  'cli.stuck': {
    ja: ['思わぬ誤りで止まりました（{said}）', 'このファイルを除いて実行するか、この内容を添えて報告してください'],
    en: ['An unexpected error ended it ({said})', 'Leave this file out, or report it with this message'],
  },

  'cli.build.summary': {
    ja: 'seeds/ と docs/ から build/ を作る: サイト、リンク付きMarkdown、帳簿',
    en: 'makes build/ of seeds/ and docs/: site, linked Markdown, ledgers',
  },
  'cli.build.pdf': {
    ja: 'PDFも作る（build/tsuzuri.pdf、build/pdf/*.pdf）',
    en: 'print the PDFs too (build/tsuzuri.pdf, build/pdf/*.pdf)',
  },
  'cli.build.epub': { ja: '電子書籍も作る（build/tsuzuri.epub）', en: 'print the e-book too (build/tsuzuri.epub)' },
  'cli.build.offline': {
    ja: 'サーバーなしで開けるサイトも作る（build/offline）',
    en: 'copy the site so that it opens without a server (build/offline)',
  },
  'cli.build.base': {
    ja: 'サイトを置くホストでのパス（例: /minutes/）',
    en: 'path of the site on its host: /minutes/',
  },

  'cli.pdf.summary': {
    ja: '持ち出せる本だけを作る: PDF、EPUB、一枚のHTML',
    en: 'makes the offline books alone: PDF, EPUB, one HTML file',
  },

  'cli.convert.summary': {
    ja: '原文をMarkdownに変え、一つずつ帳簿を付ける',
    en: 'converts any scans to Markdown, each with its ledger',
  },
  'cli.convert.files': {
    ja: '原文（UTF-8、UTF-16、Shift_JIS、EUC-JP）のファイル、フォルダー、引用符で囲んだパターン。「-」は標準入力',
    en: 'scans in UTF-8, UTF-16, Shift_JIS or EUC-JP: files, folders, patterns in quotes; - is standard input',
  },
  'cli.convert.out': {
    ja: 'NAME.md と NAME.ledger.json を書くフォルダー。「-」は標準出力（Markdownだけ、一つの原文のとき）',
    en: 'folder for NAME.md and NAME.ledger.json; - is standard output (Markdown alone, of one scan)',
  },
  'cli.convert.glossary': {
    ja: 'リンク先にする用語のカードのフォルダー',
    en: 'folder of term cards to link to',
  },
  'cli.convert.stdinFilename': {
    ja: '標準入力の原文の名前（指定がなければ stdin）',
    en: 'name of the scan that comes by standard input (default: stdin)',
  },
  'cli.convert.force': {
    ja: 'tsuzuri が書いたのではないファイルにも上書きする',
    en: 'overwrite files that tsuzuri has not written',
  },
  'cli.convert.json': {
    ja: '書いたもの、失敗したもの、読まなかったものをJSONで出す',
    en: 'print as JSON what was written, what failed, what was left out',
  },
  'cli.convert.notes': {
    ja: 'フォルダーを指定すると、その中のフォルダーの名前も残ります: minutes/2024/a.txt は out/2024/a.md になります。\n前に書いた NAME.md は、同じ原文の名前の帳簿 NAME.ledger.json が横にあれば、新しいものに置き換えます。\nそのほかのファイルがもうあるときは上書きせず、お知らせします。置き換えるには --force を付けてください。',
    en: 'Of a folder the names of its folders are kept: minutes/2024/a.txt becomes out/2024/a.md.\nA NAME.md of an earlier run is replaced where NAME.ledger.json, of a scan of the same name, stands beside it.\nAny other file that exists is reported and stays; --force overwrites it.',
  },
  'cli.convert.idle': {
    ja: '標準出力に書くときは {option} は使えません',
    en: '{option} means nothing where standard output is written',
  },
  'cli.convert.noStdin': {
    ja: '--stdin-filename は、標準入力「-」から読むときだけ使えます',
    en: '--stdin-filename means nothing unless - is read',
  },
  'cli.convert.onePage': {
    ja: '標準出力に書けるのは一つの原文だけです（{count}件あります）。--out にフォルダーを指定してください',
    en: 'Standard output takes one scan, not {count}. Give a folder as --out',
  },
  'cli.convert.overScan': {
    ja: ['原文を上書きすることになります', '別の出力先にしてください'],
    en: ['This would overwrite the scan', 'Choose another folder for the output'],
  },
  'cli.convert.skipped': {
    ja: '{path}: 読みませんでした（原文の形式の名前ではありません）。原文であれば、名前を指定してください',
    en: '{path}: left out (its name has no ending of a scan). If it is a scan, name it',
  },
  'cli.convert.done': {
    ja: '結果: 変換 {converted}件、失敗 {failed}件',
    en: 'converted {converted}, failed {failed}',
  },

  'cli.link.summary': {
    ja: 'Markdownのページの中の用語に、用語集の項目へのリンクを付ける',
    en: 'links the terms of a glossary in pages of Markdown',
  },
  'cli.link.files': {
    ja: 'Markdownのファイル、フォルダー、引用符で囲んだパターン（"docs/**/*.md"）。「-」は標準入力',
    en: 'pages of Markdown: files, folders, patterns in quotes ("docs/**/*.md"); - is standard input',
  },
  'cli.link.glossary': {
    ja: '用語集のフォルダー。一つの用語が一つのファイル（カード）。アドレスの違う用語集は「/people=docs/people」のように並べる',
    en: 'folder of the glossary, one file (card) a term; several glossaries, each with its address: /people=docs/people',
  },
  'cli.link.out': {
    ja: 'リンクしたページを書き出すフォルダー。「-」は標準出力。--json だけなら要らない',
    en: 'folder for the linked pages; - is standard output; not needed with --json alone',
  },
  'cli.link.every': {
    ja: '出てくるたびにリンクする（指定がなければ、節ごとに最初の一つ）',
    en: 'link every mention (default: the first in each section)',
  },
  'cli.link.url': {
    ja: '項目のアドレスの、ファイル名より前（指定がなければ /glossary）',
    en: 'address of the entries, before the name of the file (default: /glossary)',
  },
  'cli.link.force': {
    ja: '書き出すフォルダーにもうある、内容の違うファイルを置き換える（指定がなければ、知らせて残す）',
    en: 'overwrite files of the folder that differ (default: they are named, and stay)',
  },
  'cli.link.json': {
    ja: '用語の出てくる箇所をすべて、リンクしない箇所も含め、JSONで出す',
    en: 'print all mentions as JSON, whether they become links or not',
  },
  'cli.link.notes': {
    ja: 'カードは「---」で囲んだ「term: 用語」で始まるMarkdownのファイルで、ファイル名がアドレスになります（nisc.md は /glossary/nisc）。もとのファイルは書き換えません。リンクのほかは、一文字も変わりません。',
    en: 'A card is a file of Markdown that begins with `term: WORD` between two lines `---`; its name gives its address (nisc.md: /glossary/nisc). The pages themselves are not touched; what is written differs from them in links alone.',
  },
  'cli.link.dialect': {
    ja: 'Markdownの方言: {names}（指定がなければ、mkdocs.yml などの設定ファイルから判断する）',
    en: 'dialect of Markdown: {names} (default: as configuration files such as mkdocs.yml show)',
  },
  'cli.link.ending': {
    ja: '項目のアドレスの終わりに付ける文字（/、.md、.html）',
    en: 'what the address of an entry ends with: /, .md, .html',
  },
  'cli.link.relative': {
    ja: '各ページから見た相対アドレスにする。<folder> は、入力のフォルダーの中の、項目のあるフォルダー',
    en: 'use addresses relative to each page; <folder> has the entries, as seen from the folder of the pages',
  },
  'cli.link.form': {
    ja: 'リンクの書き方（指定がなければ markdown）',
    en: 'how links are written (default: markdown)',
  },
  'cli.link.once': { ja: 'ページごとに最初の一つだけをリンクする', en: 'link the first mention of each page alone' },
  'cli.link.headings': { ja: '見出しの中もリンクする', en: 'link in headings, too' },
  'cli.link.title': {
    ja: 'リンクに添える説明（title）。「{name}（{expansion}）」のように書く。ほかに term、reading、words、from、until。空なら付けない',
    en: 'title of links, such as "{name} ({expansion})"; also term, reading, words, from, until; empty for none',
  },
  'cli.link.kind': {
    ja: '日本語に接した ** を強調として読むパーサーを使っている（markdown-it-cjk-friendly など）',
    en: 'your parser reads ** beside Japanese as emphasis (markdown-it-cjk-friendly)',
  },
  'cli.link.noDialect': {
    ja: ['「{name}」という方言はありません', '次のどれかにしてください: {names}'],
    en: ['There is no dialect "{name}"', 'Choose one of: {names}'],
  },
  'cli.link.left': {
    ja: '強調などを壊さずにはリンクできない箇所が {left} か所あり、そのままにしました',
    en: '{left} mentions stay without a link, which would break an emphasis or the like',
  },
  'link.noCards': {
    ja: ['用語のカード（.md）が一つもありません', 'カードのあるフォルダーを指定してください'],
    en: ['There is no card (.md) in it', 'Give the folder that has the cards'],
  },
  'link.sharedAddress': {
    ja: ['{other} と同じアドレス（{address}）になります', 'ファイルの名前を変えるか、別のアドレスの下に置いてください'],
    en: ['It has the address of {other} ({address})', 'Rename the file, or give its folder an address of its own'],
  },
  'link.badMatter': {
    ja: ['前付け（front matter）を読めません: {reason}', '直してから、もう一度リンクしてください'],
    en: ['The front matter cannot be read: {reason}', 'Mend it, then link the page again'],
  },
  'link.badPage': {
    ja: ['ページを読めません: {reason}', '直してから、もう一度リンクしてください'],
    en: ['The page cannot be read: {reason}', 'Mend it, then link the page again'],
  },
  'link.badImport': {
    ja: 'import や export の文が、JavaScriptとして読めません（{reason}）',
    en: 'an import or export is no JavaScript ({reason})',
  },
  'link.badExpression': {
    ja: '波括弧 {…} の中が、JavaScriptとして読めません（{reason}）',
    en: 'what stands in braces {…} is no JavaScript ({reason})',
  },
  'link.badTag': { ja: 'タグを読めません（{reason}）', en: 'a tag cannot be read ({reason})' },
  'link.noMdx': {
    ja: [
      'MDXとして読めないので、ただのMarkdownとして読みました: {reason}',
      'MDXのページなら、直してから、もう一度リンクしてください',
    ],
    en: [
      'It cannot be read as MDX, and was read as plain Markdown: {reason}',
      'If it is a page of MDX, mend it, then link it again',
    ],
  },
  'link.badOwn': {
    ja: [
      '前付けの glossary-links の値が分かりません: {value}',
      'false にするか、every、headings、except、self を書いてください',
    ],
    en: [
      'glossary-links in the front matter cannot be understood: {value}',
      'Write false, or every, headings, except, self',
    ],
  },
  'link.sharedName': {
    ja: [
      '「{name}」は {other} の名でもあり、どちらのことか分かりません。リンクは {other} へ張ります',
      '片方の aliases から外すか、names に期間を書いてください',
    ],
    en: [
      '"{name}" is a name of {other}, too; links lead to {other}',
      'Take it out of the aliases of one, or give periods under names',
    ],
  },
  'cli.link.needsOut': { ja: 'link には --out か --json が要ります', en: 'link needs --out or --json' },
  'cli.link.idle': { ja: 'この呼び出しでは {option} は使えません', en: '{option} means nothing in this call' },
  'cli.link.onePage': {
    ja: '標準出力に書けるのは一つのMarkdownだけです（{count}件あります）。--out にフォルダーを指定してください',
    en: 'Standard output takes one Markdown text, not {count}. Give a folder as --out',
  },
  'cli.link.done': {
    ja: '{out} に {done}件を書きました。失敗 {failed}件',
    en: 'linked {done} into {out}, failed {failed}',
  },

  'cli.verify.summary': {
    ja: '帳簿を元に戻し、原文と一致するかを確かめる',
    en: 'undoes every ledger of a folder and compares with the scan',
  },
  'cli.verify.files': {
    ja: 'NAME.ledger.json のあるフォルダー（convert か build の出力）、または帳簿のファイル',
    en: 'folder with NAME.ledger.json files, as convert and build write them, or such files',
  },
  'cli.verify.json': { ja: '結果をJSONで出す', en: 'print the results as JSON' },
  'cli.verify.holds': { ja: '一致', en: 'same' },
  'cli.verify.fails': { ja: '不一致', en: 'differs' },
  'cli.verify.format': {
    ja: '（{format} から読み取った文字だけを照合）',
    en: ' (only the text that was read from {format} was compared)',
  },
  'cli.verify.noLedger': {
    ja: ['帳簿として読めません: {said}', 'tsuzuri convert でもう一度作ってください'],
    en: ['It is no ledger: {said}', 'Make it again with tsuzuri convert'],
  },

  'cli.explain.summary': {
    ja: '原文のどの文字を、なぜ直したか、疑ったかを言う',
    en: 'says why each character of a scan was changed, or only doubted',
  },
  'cli.explain.file': {
    ja: '原文、またはその一行（minutes/a.txt:12）。「-」は標準入力',
    en: 'a scan, or one of its lines: minutes/a.txt:12; - is standard input',
  },
  'cli.explain.json': { ja: '訂正と疑いをJSONで出す', en: 'print edits and doubts as JSON' },
  'cli.explain.oneFile': {
    ja: 'explain が見るのは一つの原文だけです（{count}件あります）',
    en: 'explain looks at one scan, not {count}',
  },
  'cli.explain.noLine': {
    ja: '{path} にその行はありません（{last}行まで）',
    en: '{path} has no such line (the last is {last})',
  },
  'cli.explain.line': { ja: '{place}  行の種類  {words}', en: '{place}  class of the line  {words}' },
  'cli.explain.done': {
    ja: '{file}: {done}か所を直し、{asked}か所を疑いとして残しました',
    en: '{file}: {done} edits, {asked} doubts',
  },

  'cli.check.summary': {
    ja: '公開の前に直すべきところを、ファイルと行で示す',
    en: 'finds what a pull request must mend: file, line, what, how',
  },
  'cli.check.format': {
    ja: '出し方（{formats}）: 人が読む文、GitHubの注釈、SARIF',
    en: '{formats}: for a person, as annotations of GitHub, as SARIF',
  },
  'cli.check.json': { ja: '--format json と同じ', en: 'the same as --format json' },
  'cli.check.twoFormats': {
    ja: 'check: --json と --format {format} は同時に使えません',
    en: 'check: --json and --format {format} exclude each other',
  },

  'cli.diff.summary': {
    ja: 'ブランチやコミットからの変わり方を、Markdownで見せる',
    en: 'shows what has changed since a branch or commit, as Markdown',
  },
  'cli.diff.revision': { ja: '比べるブランチかコミット', en: 'branch or commit to compare with' },

  'cli.dev.summary': {
    ja: '書きながらサイトを見る。変更はすぐに映る',
    en: 'serves the site while one writes; every edit shows at once',
  },
  'cli.dev.port': {
    ja: 'サーバーのポート（指定がなければ 5173）。使われていれば次の空いたもの',
    en: 'port of the server (default: 5173); the next free one where it is in use',
  },
  'cli.dev.noPort': { ja: '--port「{port}」は番号ではありません', en: '--port "{port}" is no number of a port' },
  'cli.dev.mendFirst': {
    ja: '上の誤りを直してから、もう一度始めてください',
    en: 'Mend these errors, then begin again',
  },
  'cli.dev.ready': {
    ja: '{address} で見られます。docs/ と seeds/ の変更はすぐに反映されます（終えるには Ctrl+C）',
    en: '{address} shows the site. Changes in docs/ and seeds/ appear at once (Ctrl+C ends it)',
  },
  'cli.dev.kept': { ja: '直るまで、前のページのままにします', en: 'Until this is mended, the pages stay as they were' },
  'cli.dev.written': {
    ja: '{files}: {pages}ページを書き換えました（{time}ミリ秒）',
    en: '{files}: wrote {pages} pages ({time} ms)',
  },

  'cli.search.summary': {
    ja: '組んだサイトを、読者と同じように検索する',
    en: 'Search the built site as its readers do',
  },
  'cli.search.words': {
    ja: '探す言葉。サイトの検索と同じ書き方',
    en: 'words to look for, as in the search of the site',
  },
  'cli.search.site': { ja: 'サイトのフォルダ（ふつうは build/site）', en: 'folder of the site (usually build/site)' },
  'cli.search.limit': { ja: '示す箇所の数（ふつうは 20）', en: 'how many places to show (usually 20)' },
  'cli.search.json': { ja: '結果をJSONで出す', en: 'print the answer as JSON' },
  'cli.search.notes': {
    ja: '見つかれば 0、見つからなければ 1 で終わります。「年:2013」「種類:会議録」「会議:…」「発言者:…」で絞り込み、「"…"」でそのままの言葉を、「-…」で除く言葉を指定できます。',
    en: 'The exit code is 0 where something is found, else 1. Narrow the search by `year:2013`, `kind:minutes`, `body:…`, `speaker:…`; write `"…"` for words as they are and `-…` for words to leave out.',
  },
  'cli.search.noLimit': {
    ja: '--limit の「{limit}」は、1から9999までの数ではありません',
    en: '--limit “{limit}” is no number from 1 to 9999',
  },
  'cli.search.noIndex': {
    ja: ['検索の索引がありません', '先に「tsuzuri build」でサイトを組むか、--site でフォルダを指定してください'],
    en: [
      'There is no index of the search',
      'Build the site with `tsuzuri build` first, or name its folder with --site',
    ],
  },
  'cli.search.otherIndex': {
    ja: [
      '検索の索引を読めません。ほかの版の tsuzuri が作ったものかもしれません',
      '「tsuzuri build」で組み直してください',
    ],
    en: [
      'The index of the search cannot be read; another version of tsuzuri may have made it',
      'Build the site again with `tsuzuri build`',
    ],
  },
  'cli.terms.summary': {
    ja: '項目のない用語と略語を、引かれそうなものから並べ、カードの下書きを作る',
    en: 'lists terms and acronyms without an entry, the likeliest first; drafts a card',
  },
  'cli.terms.new': {
    ja: '「new」でカードの下書き docs/glossary/ID.md を書く',
    en: '`new` writes a draft card, docs/glossary/ID.md',
  },
  'cli.terms.id': { ja: 'カードのファイル名', en: 'file name of the card' },
  'cli.terms.term': {
    ja: '用語（ID を大文字にしたものと違うとき）',
    en: 'the term, where it is not the id in capitals',
  },
  'cli.terms.json': { ja: '一覧をJSONで出す', en: 'print the list as JSON' },
  'cli.terms.usage': {
    ja: 'terms の使い方は「tsuzuri terms」か「tsuzuri terms new ID [用語]」です',
    en: 'Call it as "tsuzuri terms" or "tsuzuri terms new ID [TERM]"',
  },
  'cli.terms.min': { ja: '指定した回数以上出てくるものだけを並べる', en: 'only what is mentioned so often' },
  'cli.terms.top': { ja: '先頭から指定した数だけを並べる', en: 'only so many, from the top' },
  'cli.terms.noCount': {
    ja: '--{option}「{given}」は1以上の整数ではありません',
    en: '--{option} "{given}" is no whole number from 1',
  },
  'cli.terms.documents': { ja: '{count}文書', en: 'documents: {count}' },
  'cli.terms.evidence.name': { ja: '組織・法令・会合などの名前の形', en: 'ends as a name does' },
  'cli.terms.evidence.heading': { ja: '見出し', en: 'a heading' },
  'cli.terms.evidence.item': { ja: '箇条書きの項目', en: 'an item of a list' },
  'cli.terms.evidence.quoted': { ja: 'かぎ括弧つき', en: 'quoted' },
  'cli.terms.evidence.introduced': { ja: '用語として紹介', en: 'introduced as a term' },
  'cli.terms.evidence.listed': { ja: '略語と並べて列挙', en: 'listed beside acronyms' },
  'cli.terms.evidence.dated': { ja: '決定の日付つき', en: 'with the day of its decision' },
  'cli.terms.evidence.definition': { ja: '定義つき', en: 'defined' },
  'cli.terms.evidence.acronym': { ja: '略語', en: 'an acronym' },
  'cli.terms.idle': { ja: 'terms new では {option} は使えません', en: '{option} means nothing with terms new' },
  'cli.terms.badId': {
    ja: ['ID「{id}」は使えません', '半角の英小文字、数字、「-」だけで書いてください'],
    en: ['The id "{id}" cannot be used', 'Write it with small Latin letters, digits and - alone'],
  },
  'cli.terms.taken': {
    ja: ['この項目はもうあります', '別のIDにしてください'],
    en: ['There is such an entry', 'Choose another id'],
  },

  'cli.completion.summary': {
    ja: 'シェルでコマンドとオプションを補完するための設定を出す',
    en: 'prints what a shell needs to complete commands and options',
  },
  'cli.completion.shell': { ja: 'bash、zsh、fish のどれか', en: 'bash, zsh or fish' },
  'cli.completion.notes': {
    ja: 'bash と zsh では、次の一行を ~/.bashrc か ~/.zshrc（compinit の後）に書きます:\n  source <(tsuzuri completion bash)\n  source <(tsuzuri completion zsh)',
    en: 'For bash and zsh put one line into ~/.bashrc, or into ~/.zshrc behind compinit:\n  source <(tsuzuri completion bash)\n  source <(tsuzuri completion zsh)',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, Words>>>>;

export type Language = 'ja' | 'en';

export const isLanguage = (value: unknown): value is Language => value === 'ja' || value === 'en';

type Wording = typeof WORDING;

declare const SAID: unique symbol;
/** Words for a person that went through this table: plain strings are no message, and do not compile as one. */
export type Said = string & { readonly [SAID]: true };
/** What is wrong, and how to mend it. */
export type Saying = readonly [reason: Said, remedy: Said];

/** Words that this table cannot have: those of a project's own parts, of schemas, of rules for Japanese prose. */
export const inOwnWords = (words: string): Said => words as Said;

/** `'{path}は…'` → `'path'`; what has a space or no letter, as in `{ title: … }` and `{1,40}`, is no name. */
export type Names<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` | Uppercase<Name> ? never : Name) | Names<Rest>
  : never;
type NamesOf<W> = W extends readonly [infer Reason, infer Remedy] ? Names<Reason> | Names<Remedy> : Names<W>;
type Values<K extends keyof Wording> = Readonly<Record<NamesOf<Wording[K]['ja']>, string | number>>;
/** Nothing need be given where nothing is filled in. */
type Given<K extends keyof Wording> = keyof Values<K> extends never ? [] : [values: Values<K>];
type SaidOf<K extends keyof Wording> = Wording[K]['ja'] extends string ? Said : Saying;

/** Keys of the messages of two parts for which nothing is filled in. */
export type PlainKey = {
  [K in keyof Wording]: Wording[K]['ja'] extends string ? never : Given<K> extends [] ? K : never;
}[keyof Wording];
/** Keys of the texts for which nothing is filled in: labels, names. */
export type LabelKey = {
  [K in keyof Wording]: Wording[K]['ja'] extends string ? (Given<K> extends [] ? K : never) : never;
}[keyof Wording];

/** A locale that says nothing of a language: `C`, `C.UTF-8`, `POSIX` */
const NO_LANGUAGE = /^(?:$|C(?:$|\.)|POSIX(?:$|\.))/;

/**
 * The language that the environment asks for: `TSUZURI_LANG`, which `--lang` sets for this process and all that it
 * starts, else the locale in the order that POSIX gives (`LC_ALL`, `LC_MESSAGES`, `LANG`). Who speaks neither gets English.
 */
export function languageOfEnvironment(): Language | undefined {
  // A browser has no environment.
  const { TSUZURI_LANG, LC_ALL, LC_MESSAGES, LANG } = globalThis.process?.env ?? {};
  const wanted = TSUZURI_LANG || LC_ALL || LC_MESSAGES || LANG || '';
  if (NO_LANGUAGE.test(wanted)) return undefined;
  return /^ja(?:$|[_.@-])/i.test(wanted) ? 'ja' : 'en';
}

/** The language of messages. */
export const language = (): Language => languageOfEnvironment() ?? 'ja';

/**
 * One entry of the table in the language of messages.
 * @param values what stands for each `{name}` of the entry
 * @returns a text, or reason and remedy: `errorAt(file, line, ...say('book.noConfig'))`
 */
export function say<K extends keyof Wording>(key: K, ...[values]: Given<K>): SaidOf<K> {
  const words: Words = WORDING[key][language()];
  const known: Readonly<Record<string, string | number>> = values ?? {};
  return (typeof words === 'string' ? fill(words, known) : words.map(text => fill(text, known))) as SaidOf<K>;
}

/** `一覧、名簿` or `list, roll` */
export const joinWords = (words: readonly string[]): Said => inOwnWords(words.join(say('core.between')));

/** `「一覧」「名簿」` or `“list”, “roll”` */
export const quoteWords = (words: readonly string[]): Said =>
  inOwnWords(words.map(word => say('core.quoted', { words: word })).join(say('core.betweenQuoted')));
