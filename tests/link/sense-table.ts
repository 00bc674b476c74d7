/** Whether a mention means the thing of the card: written down before the code that decides it, in many fields. */

export interface SenseLine {
  /** The term of the card; its category, and what its surroundings must hold or not. */
  readonly card: string;
  readonly text: string;
  readonly isLinked: boolean;
  readonly why: string;
}

const line = (card: string, text: string, isLinked: boolean, why: string): SenseLine => ({ card, text, isLinked, why });
const linked = (card: string, text: string, why: string): SenseLine => line(card, text, true, why);
const left = (card: string, text: string, why: string): SenseLine => line(card, text, false, why);

const ACTIVE = 'term: ACTIVE\ncategory: programme';
const CYDER = 'term: CYDER\ncategory: exercise\ncase: any';
const ORION = 'term: オリオン\ncategory: system';
const ASAHI = 'term: あさひ\ncategory: organisation';
const IDA = 'term: Ida\ncategory: system\ncase: exact';
const OASIS = 'term: Oasis\ncategory: organisation\ncase: exact';
const DELTA = 'term: Delta\ncategory: organisation\ncase: exact';
const NOAH = 'term: ノア\ncategory: system';
const OASIS_JA = 'term: オアシス\ncategory: organisation';
const IRIS = 'term: イリス\ncategory: programme';
const ATLAS = 'term: Atlas\ncategory: system\ncase: exact';
const ECHO = 'term: Echo\ncategory: system\ncase: exact';
const PHISHING = 'term: フィッシング\ncategory: technology';
const MERCURY = 'term: 水星\ncategory: organisation\nnear: [法人, 理事, 協会]';
const BASS = 'term: バス\ncategory: concept\nnot-near: [釣り, 歌手, 音域]';
const TOKI = 'term: とき\ncategory: system\nnear: [新幹線, 号, 列車]';
const COURT = 'term: コート\ncategory: concept\nnear: [テニス, バスケット, 試合]';
const CELL = 'term: 細胞\ncategory: concept\nnot-near: [過激派, 活動家]';

export const SENSE_TABLE: readonly SenseLine[] = [
  // Security.
  linked(ACTIVE, 'ACTIVEの参加事業者は10社です。', 'the programme and who takes part'),
  left(ACTIVE, 'ACTIVEの発音は日本語で「アクティブ」です。', 'how a word is spoken'),
  left(ACTIVE, 'The ACTIVE pronunciation is given below.', 'the same in English'),
  linked(ACTIVE, '総務省はACTIVEを始めました。', 'a programme is begun'),
  linked(CYDER, 'CYDERを実施しました。', 'an exercise is held'),
  left(CYDER, 'The word is pronounced “CYDER”.', 'how it is spoken'),
  linked(CYDER, 'CYDERに3,000人が参加しました。', 'who took part'),
  linked(PHISHING, 'フィッシングの発音をまねた造語', 'a technology is a word and stays one'),
  // Astronomy and myth.
  left(ORION, '冬の空にオリオン座が見えます。', 'a constellation'),
  linked(ORION, 'オリオンに障害が起き、窓口を閉めました。', 'a system fails'),
  left(ORION, 'オリオンの神話を読みました。', 'a myth'),
  linked(ORION, 'オリオンの座席管理機能', '座席 is no constellation'),
  left(ORION, '狩人オリオンという人物の話', 'a person of a story'),
  linked(ORION, 'オリオンと連携する端末', 'devices of the system'),
  left(ORION, 'オリオン星雲の写真', 'a nebula'),
  left(IDA, 'Hurricane Ida made landfall.', 'a storm'),
  linked(IDA, 'Ida stores the scans of the archive.', 'a system does something'),
  left(IDA, 'Mount Ida rises above the plain.', 'a mountain'),
  linked(IDA, 'The upgrade of Ida took two days.', 'a system is upgraded'),
  // Food and drink.
  left(ASAHI, '冷えたあさひビールを飲みました。', 'a beer'),
  linked(ASAHI, 'あさひの理事長が挨拶しました。', 'an organisation has a head'),
  linked(ASAHI, 'あさひビール組合', 'a guild of brewers is an organisation'),
  left(ATLAS, 'They served Atlas beer.', 'a beer'),
  linked(ATLAS, 'Atlas sends a report each night.', 'a system'),
  left(ATLAS, 'an Atlas coffee at noon', 'a coffee'),
  linked(ATLAS, 'Log in to Atlas with your card.', 'a system'),
  // Music, films, books.
  left(OASIS, 'The Oasis album sold well.', 'a record'),
  linked(OASIS, 'Oasis publishes the standard.', 'a standards body'),
  left(OASIS, 'We heard the Oasis song twice.', 'a song'),
  linked(OASIS, 'the board of Oasis', 'a body has a board'),
  left(OASIS_JA, '映画「オアシス」を上映します。', 'a film'),
  linked(OASIS_JA, 'オアシスの会員は40人です。', 'a body has members'),
  left(OASIS_JA, '小説『オアシス』の一節', 'a novel'),
  linked(OASIS_JA, 'オアシスが開いた相談窓口', 'what it has set up'),
  left(OASIS_JA, 'オアシスという曲を合唱しました。', 'a song'),
  // Geography.
  left(DELTA, 'The Delta river floods in spring.', 'a river'),
  linked(DELTA, 'Delta runs the water works.', 'a company'),
  left(DELTA, 'on Delta island', 'an island'),
  linked(DELTA, 'a contract with Delta', 'a party of a contract'),
  left(ASAHI, 'あさひ駅で降りて歩きます。', 'a station'),
  linked(ASAHI, 'あさひ駅前事業所', 'an office of it in front of a station'),
  left(ASAHI, '合併前のあさひ村は、', 'a village'),
  linked(ASAHI, 'あさひ村民の会', 'a club, not the village'),
  // Animals, plants, ships.
  left(NOAH, 'ノアという名の犬を飼っています。', 'a dog'),
  linked(NOAH, 'ノアに登録した利用者', 'users of a system'),
  left(NOAH, '愛犬ノアと散歩します。', 'a dog'),
  linked(NOAH, 'ノアを更新します。', 'a system is renewed'),
  left(NOAH, 'ノア号は昨夜出港しました。', 'a ship'),
  linked(NOAH, 'ノア号外第3報の配信', '号外 is no ship'),
  left(IRIS, '庭のイリスの品種は20あります。', 'a plant'),
  linked(IRIS, 'イリスの助成を受けた農家', 'a programme pays'),
  left(IRIS, 'イリス属の植物', 'a genus'),
  linked(IRIS, 'イリスの募集要項', 'a programme takes applications'),
  left(ECHO, 'She has a dog named Echo.', 'a dog'),
  linked(ECHO, 'Echo answers within a second.', 'a system'),
  left(ECHO, 'the goddess Echo', 'a goddess'),
  linked(ECHO, 'the service desk of Echo', 'a system'),
  // What a card says of its surroundings.
  left(MERCURY, '水星は太陽にいちばん近い惑星です。', 'nothing of an organisation near by'),
  linked(MERCURY, '水星の理事が法人の決算を報告しました。', 'a board and a legal person'),
  left(MERCURY, '夕方の西の空に水星が見えます。', 'a planet'),
  linked(MERCURY, '協会の一つである水星は、', 'an association'),
  left(BASS, '湖でバス釣りを楽しみます。', 'a fish'),
  linked(BASS, '市内を走るバスの路線を見直します。', 'a vehicle'),
  left(BASS, 'バスの歌手を募集します。', 'a voice'),
  linked(BASS, 'バスの運賃は210円です。', 'a vehicle'),
  left(TOKI, '会議のときに配ります。', 'a time'),
  linked(TOKI, '新幹線ときは新潟まで走ります。', 'a train'),
  left(COURT, '冬のコートを寄附しました。', 'a garment'),
  linked(COURT, 'テニスのコートを4面造ります。', 'where one plays'),
  left(CELL, '過激派の細胞が摘発されました。', 'a group of people'),
  linked(CELL, '細胞を顕微鏡で観察します。', 'of a living thing'),
];
