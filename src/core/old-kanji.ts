/** Maps the old forms of kanji to those of today, so that 會議錄 is found, and known, as 会議録. */

/**
 * Kanji that a reader takes for one another. Old form before new form, pair by pair: the forms that the 常用漢字表 (2010) gives in brackets, as far as NFKC does not
 * fold them already, those of print before 1949, and a few that names keep. Several old forms may have one new form (辨瓣辯 → 弁).
 */
const OLD_NEW = `
亞亜惡悪壓圧圍囲爲為醫医壹壱稻稲飮飲隱隠營営榮栄衞衛驛駅圓円鹽塩緣縁艷艶應応歐欧毆殴櫻桜奧奥橫横溫温穩穏
假仮價価畫画會会壞壊懷懐繪絵慨慨槪概擴拡殼殻覺覚學学嶽岳樂楽渴渇罐缶卷巻陷陥勸勧寬寛漢漢關関歡歓觀観巖巌顏顔
歸帰氣気龜亀僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡挾挟狹狭鄕郷曉暁區区驅駆勳勲薰薫徑径惠恵溪渓經経繼継莖茎螢蛍輕軽鷄鶏
藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献硏研縣県險険顯顕驗験嚴厳效効廣広恆恒黃黄鑛鉱號号國国黑黒碎砕濟済齋斎劑剤
雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処敍叙獎奨將将
燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄狀状疊畳讓譲釀醸觸触囑嘱寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔隨随髓髄數数樞枢
瀨瀬聲声靜静齊斉淸清攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅曾曽雙双壯壮搜捜插挿爭争總総聰聡莊荘裝装騷騒增増
臟臓藏蔵卽即屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁徵徴
聽聴鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬭闘鬪闘德徳獨独讀読屆届貳弐惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜
蠻蛮祕秘濱浜濵浜甁瓶拂払佛仏竝並變変邊辺邉辺辨弁瓣弁辯弁寶宝豐豊襃褒步歩每毎萬万滿満默黙彌弥藥薬譯訳與与豫予餘余譽誉
搖揺樣様謠謡遙遥來来亂乱覽覧龍竜兩両獵猟綠緑壘塁勵励禮礼隸隷靈霊齡齢戀恋爐炉勞労樓楼郞郎祿禄錄録亙亘灣湾
說説敎教囘回淚涙內内尙尚强強靑青戶戸稅税銳鋭閱閲悅悦脫脱旣既產産彥彦曆暦歷歴敕勅絕絶吳呉娛娯册冊
髙高﨑崎嵜崎嶋島嶌島舘館桒桑槇槙檜桧冨富𠮷吉淵渕渊渕籠篭礦鉱廻回劃画`;

/** `齋` → `斎`. */
export const NEW_FORM: ReadonlyMap<string, string> = new Map(pairsOf([...OLD_NEW.replace(/\s/g, '')]));

function pairsOf(forms: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < forms.length; at += 2) pairs.push([forms[at] as string, forms[at + 1] as string]);
  return pairs.filter(([old, current]) => old !== current);
}

const OLD = new RegExp(`[${[...NEW_FORM.keys()].join('')}]`, 'gu');

/** `缺席議員` → `欠席議員`, a character for each: for patterns that are asked of old texts too. */
export const newForms = (text: string): string => text.replace(OLD, old => NEW_FORM.get(old) ?? old);
