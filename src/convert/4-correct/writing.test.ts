/** Holds that no rule changes a character in writing where it is right: labels, old prose, codes, spread lines. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadTools } from '../../../tests/seeds.ts';
import { processor, type Tools } from '../pipeline.ts';

let tools: Tools;
beforeAll(async () => {
  tools = await loadTools();
});

/** The edits of a document with these lines, as `ハ → 八`, without those of white space and width. */
function editsIn(lines: readonly string[]): string[] {
  const text = ['第2回検討会　議事録', '', '日時：令和5年6月7日（水）10:00～11:30', '', ...lines, ''].join('\n');
  const file = processor(tools).processSync({ path: 'x.txt', value: text });
  return (file.data.ledger?.edits ?? [])
    .filter(({ rule }) => !['full-width-letter', 'letter-spacing', 'space-wrap', 'space-latin', 'join'].includes(rule))
    .map(({ del, ins }) => `${del} → ${ins}`);
}

const RIGHT: Readonly<Record<string, readonly string[]>> = {
  'labels of items': [
    'イ　住所を有する者',
    'ロ　勤務する者',
    'ハ　通学する者',
    'ニ　市長が認める者',
    'ヘ　特例',
    'ト　附則',
    'チ　雑則',
  ],
  'labels in brackets': ['（エ）窓口の改善、（タ）雑則、（ハ）経過', '「ト」の欄に記入し、[ロ]と〔ニ〕を見る。'],
  references: [
    '第二号ニに掲げる者を除き、同号ハの規定を準用します。',
    'イ又はロに掲げる者、ハ及びニの規定、イからヘまで、ハ・トの順。',
    '別表第一ト、別記ハ、第三項第四号ニ、様式ヘ、別紙ロのとおり。',
  ],
  'what is called by a kana': [
    'カ行、タ行、ハ行の順。ハ長調とヘ音記号。',
    'ロの字型に机を並べ、ハの字に開く。',
    '工区カ、工区ロ、ハ棟、エ号室',
  ],
  'prose in kanji and katakana': [
    '工事ハ六月ニ着手シ十月ニ竣功ス',
    '議長ハ出席議員ニ人名簿ヲ配布シ開会ヲ宣ス',
    '村長ハ力ヲ尽シ二人ヲ選ビ委員トス',
    '学校ハ二教室ヲ増築シ口座ヲ設ク',
  ],
  'historical kana usage': [
    '○議長（山田太郎君）　皆樣にはいろいろお世話になつてをります。',
    '○委員　さういふことでは困ると思ふのであります。もつと早く行つていただきたい。ちよつとお待ちください。',
    '○委員　違ふと思ひます。國の豫算はなかつたのですから、敎育の問題を檢討すべきでせう。',
  ],
  'old spelling that a document of today quotes': [
    '○議長　きょうは、ちょっと古い手紙を読み上げます。資料をご覧になってください。',
    '○委員　川のほとりに洗ひものを干しに行つたと、祖母は書いています。',
    '○委員　碑には、どうか岸を固めないで下さるやうお願ひ申し上げると刻まれています。',
    '○委員　駅前の思ひ出横丁という店の名は、そのままにしてください。',
    '○委員　山に登つて夕日の沈むを見つゝ歌ふ、と日記にあります。',
  ],
  codes: ['型番　ニ-3　ト-12　A-ハ　エ1', 'ロ－12', 'ハ 八 ニ 二 エ 工 カ 力'],
  'a line with a space behind each character': [
    '○ 委 員 長 　 デ ー タ の 活 用 が 進 ん で い る 。',
    'セ ン タ ー で ニ ュ ー ス を 見 る 。',
    'ハ ー ト フ ル 事 業 で す 。',
  ],
  Chinese: ['主席：请各位委员发言。', '委员：对于这个问题，我们认为应该继续讨论。会议时间与地点另行通知。'],
};

describe('nothing is changed', () => {
  test.each(Object.entries(RIGHT))('%s', (_, lines) => expect(editsIn(lines)).toEqual([]));
});

test('a misread character between them is mended as before', () => {
  const lines = [
    'ハ　対処能カの向上を図る。',
    '相談窓ロは、第ニ回の会議で、二十ニ人に示した。',
    '第二号ニに掲げる者を除く。',
  ];
  expect(editsIn(lines)).toEqual(['カ → 力', 'ロ → 口', 'ニ → 二', 'ニ → 二']);
});

test('a word of one character is a doubt', () => {
  const text = '第2回検討会　議事録\n\n○委員長　国のカを借りて進めるべきだ。\n';
  const file = processor(tools).processSync({ path: 'x.txt', value: text });
  expect(file.data.ledger?.edits).toEqual([]);
});

test('voicing marks and radicals are put together before any rule looks at a character', () => {
  expect(editsIn(['○委員　テ\u3099ータとハ゛ス、国⺠の⻑官。'])).toEqual([
    'テ\u3099 → デ',
    'ハ゛ → バ',
    '⺠ → 民',
    '⻑ → 長',
  ]);
});
