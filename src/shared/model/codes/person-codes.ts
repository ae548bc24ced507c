// Shipped codes about a person and their household. Labels are starting values: a coordinator may change them, the codes stay.
import { type ShippedCode, shippedList } from './code-list-names.ts';

/** The 14 地域 of Nishi ward. Ward page 0000489703 for their number, the 地域 pages for the names. */
const district = shippedList('district', [
  ['edobori', '江戸堀', { synonyms: ['江戸堀地域', '江戸掘'] }],
  ['utsubo', '靱', { synonyms: ['靭', 'うつぼ', '靱地域'] }],
  ['nishisemba', '西船場', { synonyms: ['西船場地域', '西舩場'] }],
  ['meiji', '明治', { synonyms: ['明治地域'] }],
  ['hirokyo', '広教', { synonyms: ['廣教', '広教地域'] }],
  ['nishiroku', '西六', { synonyms: ['西六地域'] }],
  ['horie', '堀江', { synonyms: ['堀江地域'] }],
  ['takadai', '高台', { synonyms: ['髙台', '高台地域'] }],
  ['hiyoshi', '日吉', { synonyms: ['日吉地域'] }],
  ['chiyozaki', '千代崎', { synonyms: ['千代﨑', '千代崎地域'] }],
  ['honden', '本田', { synonyms: ['本田地域'] }],
  ['kujo_minami', '九条南', { synonyms: ['九條南', '九条南地域'] }],
  ['kujo_higashi', '九条東', { synonyms: ['九條東', '九条東地域'] }],
  ['kujo_kita', '九条北', { synonyms: ['九條北', '九条北地域'] }],
]);

const sex = shippedList('sex', [
  ['female', '女', { synonyms: ['女性', 'おんな', 'F', '♀'] }],
  ['male', '男', { synonyms: ['男性', 'おとこ', 'M', '♂'] }],
  ['other', 'その他', { synonyms: ['回答しない', '無回答'] }],
]);

const household = shippedList('household', [
  [
    'alone',
    '独居',
    {
      synonyms: ['ひとり暮らし', '一人暮らし', '一人暮し', 'ひとりぐらし', '独り暮らし', '独居高齢者', '単身', '単独'],
    },
  ],
  ['couple', '夫婦のみ', { synonyms: ['夫婦', '夫婦世帯', '夫婦二人', '夫婦2人', '二人暮らし'] }],
  ['elderly_only', '高齢者のみ', { synonyms: ['高齢者世帯', '高齢者のみ世帯', '高齢世帯'] }],
  ['alone_in_daytime', '日中独居', { synonyms: ['昼間独居', '日中一人', '日中ひとり'] }],
  ['with_family', '同居あり', { synonyms: ['同居', '家族同居', '家族と同居', '同居家族あり'] }],
  ['elderly_caring_elderly', '老老介護', { synonyms: ['老々介護'] }],
  ['dementia_caring_dementia', '認認介護', { synonyms: ['認々介護'] }],
  ['eighty_fifty', '8050', { synonyms: ['8050世帯', '8050問題', '80-50'] }],
  ['single_parent', 'ひとり親', { synonyms: ['一人親', '母子', '父子', '母子家庭', '父子家庭'] }],
  ['disabled_only', '障がい者のみ', { synonyms: ['障害者のみ', '障がい者世帯', '障害者世帯'] }],
  ['other', 'その他'],
]);

const away = { away: true } as const;

/** Where the person is now (在籍区分). */
const residence = shippedList('residence', [
  ['living', '在住', { synonyms: ['在宅', '居住', '継続'] }],
  ['hospital', '入院', { attributes: away, synonyms: ['入院中'] }],
  ['facility', '施設入所', { attributes: away, synonyms: ['入所', '施設', '入所中', '施設入所中'] }],
  ['moved', '転出', { attributes: away, synonyms: ['転居', '引越', '引っ越し', '転出済'] }],
  ['deceased', '死亡', { attributes: away, synonyms: ['逝去', '亡', '死去', 'ご逝去'] }],
]);

/** Why watching over ended (終了理由). */
const endReason = shippedList('endReason', [
  ['moved', '転出', { synonyms: ['転居', '引越', '引っ越し'] }],
  ['facility', '施設入所', { synonyms: ['入所', '施設'] }],
  ['deceased', '死亡', { synonyms: ['逝去', '亡', '死去', 'ご逝去'] }],
  ['own_wish', '本人の希望', { synonyms: ['本人希望', '辞退'] }],
  ['consent_withdrawn', '同意の撤回', { synonyms: ['同意撤回', '撤回'] }],
  ['other', 'その他'],
]);

export const PERSON_CODES: readonly ShippedCode[] = [...district, ...sex, ...household, ...residence, ...endReason];
