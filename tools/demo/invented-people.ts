// Invents the people of the demo ward. Nobody here exists: names are put together by dice, telephones begin with 06-0000 or 090-0000.
import type { PersonInput } from '#shared/contract/person-shape.ts';
import { addDays, type CalendarDate, calendarDateOf } from '#shared/model/calendar-date.ts';
import type { SupporterId } from '#shared/model/ids.ts';
import type { Dice } from './dice.ts';

const FAMILY_NAMES =
  `佐藤 サトウ|鈴木 スズキ|髙橋 タカハシ|高橋 タカハシ|田中 タナカ|伊藤 イトウ|渡辺 ワタナベ|渡邊 ワタナベ|山本 ヤマモト
中村 ナカムラ|小林 コバヤシ|加藤 カトウ|吉田 ヨシダ|山田 ヤマダ|佐々木 ササキ|山口 ヤマグチ|松本 マツモト|井上 イノウエ|木村 キムラ|林 ハヤシ
清水 シミズ|山崎 ヤマザキ|山﨑 ヤマザキ|森 モリ|池田 イケダ|橋本 ハシモト|阿部 アベ|石川 イシカワ|前田 マエダ|藤田 フジタ|斎藤 サイトウ|齋藤 サイトウ
後藤 ゴトウ|岡田 オカダ|長谷川 ハセガワ|村上 ムラカミ|近藤 コンドウ|石井 イシイ|坂本 サカモト|遠藤 エンドウ|青木 アオキ|藤井 フジイ|西村 ニシムラ
福田 フクダ|太田 オオタ|三浦 ミウラ|岡本 オカモト|松田 マツダ|中川 ナカガワ|中野 ナカノ|原田 ハラダ|小野 オノ|竹内 タケウチ|金子 カネコ|和田 ワダ
中山 ナカヤマ|石田 イシダ|上田 ウエダ|森田 モリタ|原 ハラ|柴田 シバタ|酒井 サカイ|工藤 クドウ|横山 ヨコヤマ|宮崎 ミヤザキ|宮本 ミヤモト|内田 ウチダ
浜田 ハマダ|濵田 ハマダ|沢田 サワダ|澤田 サワダ|辻 ツジ|南 ミナミ|東 ヒガシ|西 ニシ|河内 コウチ|金 キム|グエン グエン`
    .split(/[|\n]/u)
    .map((pair) => pair.trim().split(' ') as [string, string]);

const WOMEN =
  `節子 セツコ|和子 カズコ|幸子 サチコ|恵美子 エミコ|文江 フミエ|千代 チヨ|トシ子 トシコ|キヨ キヨ|ハル ハル|静枝 シズエ|久子 ヒサコ|美代子 ミヨコ
ふみ フミ|八重子 ヤエコ|光子 ミツコ|春江 ハルエ|澄子 スミコ|悦子 エツコ|弘子 ヒロコ|洋子 ヨウコ|由美 ユミ|タネ タネ`
    .split(/[|\n]/u)
    .map((pair) => pair.trim().split(' ') as [string, string]);

const MEN =
  `正 タダシ|勇 イサム|清 キヨシ|茂 シゲル|進 ススム|武 タケシ|昭 アキラ|博 ヒロシ|義雄 ヨシオ|光男 ミツオ|健二 ケンジ|一郎 イチロウ|三郎 サブロウ
辰夫 タツオ|繁 シゲル|稔 ミノル|誠 マコト|隆 タカシ`
    .split(/[|\n]/u)
    .map((pair) => pair.trim().split(' ') as [string, string]);

/** 地域, the towns in it, and how many of a thousand people live there. */
const DISTRICTS: readonly (readonly [string, readonly string[], number])[] = [
  ['edobori', ['土佐堀', '江戸堀'], 55],
  ['utsubo', ['京町堀', '靱本町'], 70],
  ['nishisemba', ['西本町', '阿波座'], 62],
  ['meiji', ['立売堀', '江之子島'], 58],
  ['hirokyo', ['新町', '立売堀'], 62],
  ['nishiroku', ['新町', '北堀江'], 85],
  ['horie', ['北堀江', '南堀江'], 95],
  ['takadai', ['南堀江'], 60],
  ['hiyoshi', ['千代崎', '境川'], 80],
  ['chiyozaki', ['千代崎'], 75],
  ['honden', ['川口', '本田'], 90],
  ['kujo_minami', ['九条南'], 85],
  ['kujo_higashi', ['九条', '本田'], 60],
  ['kujo_kita', ['安治川', '九条'], 63],
];

const BUILDINGS = [
  '見本ハイツ',
  'コーポ架空',
  'メゾン・ド・ミホン',
  '市営みほん住宅',
  'グランドみほん',
  'シャトーみほん',
];
const NOTES = [
  '耳が遠いので、大きな声で話しかけてください。',
  'デイサービスは火・木。',
  'インターホンは2回鳴らす約束です。',
  '新聞がたまっていたら、まず管理人さんへ連絡してください。',
  '犬がいます。',
  '特殊詐欺の電話が2回ありました。',
];

/** One of weighted values: `[['a', 3], ['b', 1]]`. */
function weighted<Value>(dice: Dice, values: readonly (readonly [Value, number])[]): Value {
  let left = dice.roll() * values.reduce((sum, [, weight]) => sum + weight, 0);
  const found = values.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  return (found ?? values[0] ?? dice.pick([]))[0];
}

function inventName(dice: Dice): Pick<PersonInput, 'name' | 'kana' | 'sex'> {
  const isWoman = dice.chance(66);
  const [family, familyKana] = dice.pick(FAMILY_NAMES);
  const [given, givenKana] = dice.pick(isWoman ? WOMEN : MEN);
  return { name: `${family} ${given}`, kana: `${familyKana} ${givenKana}`, sex: isWoman ? 'female' : 'male' };
}

function inventPlace(dice: Dice) {
  const [district, towns] = weighted(
    dice,
    DISTRICTS.map((entry) => [entry, entry[2]] as const),
  );
  const town = dice.pick(towns);
  const block = 1 + dice.below(3);
  const isFlat = dice.chance(74);
  const building = isFlat ? dice.pick(BUILDINGS) : '';
  const floor = 1 + dice.below(13);
  return {
    district,
    neighbourhood: `${town}${block}丁目`,
    postalCode: `550-00${String(1 + dice.below(26)).padStart(2, '0')}`,
    address: `${town}${block}丁目${1 + dice.below(20)}-${1 + dice.below(28)}`,
    building,
    wing: building === '市営みほん住宅' ? `${1 + dice.below(4)}号棟` : '',
    room: isFlat ? `${floor}${String(1 + dice.below(9)).padStart(2, '0')}` : '',
    hasAutoLock: isFlat && dice.chance(55),
    accessNote: isFlat && dice.chance(20) ? '管理人さんは平日9時から16時まで。' : '',
  };
}

function digits(dice: Dice, count: number): string {
  return Array.from({ length: count }, () => dice.below(10)).join('');
}

function inventCare(dice: Dice) {
  return {
    household: weighted(dice, [
      ['alone', 45],
      ['couple', 14],
      ['elderly_only', 12],
      ['alone_in_daytime', 13],
      ['with_family', 10],
      ['eighty_fifty', 6],
    ] as const),
    careLevel: weighted(dice, [
      [null, 18],
      ['not_applied', 16],
      ['support1', 12],
      ['support2', 12],
      ['care1', 14],
      ['care2', 11],
      ['care3', 9],
      ['care4', 5],
      ['care5', 3],
    ] as const),
    dementiaLevel: weighted(dice, [
      [null, 55],
      ['independent', 12],
      ['d1', 13],
      ['d2a', 8],
      ['d2b', 7],
      ['d3a', 5],
    ] as const),
    dailyLivingLevel: null,
    handbookPhysical: null,
    handbookIntellectual: dice.chance(3) ? 'a' : null,
    handbookMental: null,
    eligibility: weighted(dice, [
      ['community', 50],
      ['care3_or_more', 20],
      ['care2_with_dementia', 18],
      ['physical_1_2', 12],
    ] as const),
    residence: weighted(dice, [
      ['living', 94],
      ['hospital', 4],
      ['facility', 2],
    ] as const),
  };
}

export interface Assignment {
  readonly volunteerId: SupporterId | null;
  readonly commissionerId: SupporterId | null;
}

/** One invented person whose watch began at some time in the four years before `today`. */
export function inventPerson(dice: Dice, today: CalendarDate, assign: (district: string) => Assignment): PersonInput {
  const name = inventName(dice);
  const place = inventPlace(dice);
  const born = 1928 + dice.below(28) + (dice.chance(8) ? 22 : 0);
  const [contactFamily] = name.name.split(' ');
  return {
    ...name,
    ...place,
    ...inventCare(dice),
    ...assign(place.district),
    birthOn: calendarDateOf(born, 1 + dice.below(12), 1 + dice.below(28)),
    phone: dice.chance(85) ? `06-0000-${digits(dice, 4)}` : '',
    mobile: dice.chance(45) ? `090-0000-${digits(dice, 4)}` : '',
    watchType: weighted(dice, [
      ['gentle', 60],
      ['assigned', 33],
      ['specialist', 7],
    ] as const),
    frequency: weighted(dice, [
      ['weekly', 12],
      ['twice_a_month', 22],
      ['monthly', 46],
      ['quarterly', 14],
      ['as_needed', 6],
    ] as const),
    watchStartedOn: addDays(today, -30 - dice.below(1400)),
    lastSeenBeforeOn: null,
    note: dice.chance(30) ? dice.pick(NOTES) : '',
    contacts: dice.chance(70)
      ? [
          {
            name: `${contactFamily} ${dice.pick(dice.chance(50) ? MEN : WOMEN)[0]}`,
            relation: dice.pick(['長男', '長女', '姪', '弟', '知人']),
            phone: dice.chance(80) ? `080-0000-${digits(dice, 4)}` : '',
            note: '',
          },
        ]
      : [],
  };
}
