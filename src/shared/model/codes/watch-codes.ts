// Shipped codes of consent, watching over and visits. Labels are starting values: the codes and their attributes stay.
import { type ShippedCode, shippedList } from './code-list-names.ts';

const consentStatus = shippedList('consentStatus', [
  ['not_sent', '未送付', { attributes: { given: false } }],
  ['sent', '送付済', { attributes: { given: false }, synonyms: ['送付済み', '郵送済', '郵送済み', '送付'] }],
  [
    'given',
    '同意',
    {
      attributes: { given: true },
      synonyms: ['○', '〇', '◯', '◎', '有', 'あり', '同意済', '同意済み', '同意あり', '可'],
    },
  ],
  [
    'refused',
    '不同意',
    { attributes: { given: false }, synonyms: ['×', '✕', '✖', 'X', '拒否', '同意しない', '同意せず', '不可'] },
  ],
  ['no_answer', '未回答', { attributes: { given: false }, synonyms: ['回答なし', '返信なし', '返事なし', '未返信'] }],
  ['reminded', '督促済', { attributes: { given: false }, synonyms: ['督促済み', '再送済', '再送付'] }],
  ['visiting', '訪問確認中', { attributes: { given: false }, synonyms: ['確認中', '訪問予定'] }],
  ['withdrawn', '撤回', { attributes: { given: false }, synonyms: ['同意撤回', '取り下げ', '取下げ'] }],
  ['out_of_scope', '対象外', { attributes: { given: false }, synonyms: ['非対象'] }],
]);

const consentMethod = shippedList('consentMethod', [
  ['mail', '郵送', { synonyms: ['書面', '同意書', '文書'] }],
  ['visit', '訪問', { synonyms: ['面談', '対面'] }],
  ['oral', '口頭', { synonyms: ['電話', '口答'] }],
  ['other', 'その他'],
]);

/** To whom what may be given. The ward has no printed list; these are our proposal. */
const consentScope = shippedList('consentScope', [
  ['watchers', '見守り員・コーディネーターまで'],
  ['community', '地域団体（町会・民生委員など）まで', { synonyms: ['地域団体', '地域'] }],
  ['agencies', '関係機関（区役所・包括など）まで', { synonyms: ['関係機関'] }],
  ['disaster_only', '災害時のみ', { synonyms: ['災害時', '災害のみ'] }],
]);

const watchType = shippedList('watchType', [
  ['gentle', '緩やかな見守り', { synonyms: ['ゆるやかな見守り', '緩やか', 'ゆるやか'] }],
  ['assigned', '担当による見守り', { synonyms: ['担当', '担当見守り'] }],
  ['specialist', '専門的な見守り', { synonyms: ['専門', '専門的', '専門職'] }],
]);

/** 月2回 is counted as every 14 days, 週1回以上 as every 7. */
const frequency = shippedList('frequency', [
  ['daily', '毎日', { attributes: { every: 1, unit: 'day' }, synonyms: ['日1', '日1回', '1日1回'] }],
  [
    'weekly',
    '週1回以上',
    { attributes: { every: 7, unit: 'day' }, synonyms: ['週1', '週1回', '毎週', '週一', '週一回', '1週間'] },
  ],
  [
    'twice_a_month',
    '月2回',
    { attributes: { every: 14, unit: 'day' }, synonyms: ['月2', '月二回', '隔週', '2週間', '2週に1回', '2週間に1回'] },
  ],
  [
    'monthly',
    '月1回',
    { attributes: { every: 1, unit: 'month' }, synonyms: ['月1', '毎月', '月一', '月一回', '1か月', '1か月に1回'] },
  ],
  [
    'quarterly',
    '3か月に1回',
    {
      attributes: { every: 3, unit: 'month' },
      synonyms: ['四半期', '四半期に1回', '3か月', '3か月毎', '3か月ごと', '年4回', '季節ごと'],
    },
  ],
  [
    'yearly',
    '年1回',
    { attributes: { every: 12, unit: 'month' }, synonyms: ['年1', '毎年', '年一回', '年一', '1年', '1年に1回'] },
  ],
  ['as_needed', '随時', { synonyms: ['必要時', '不定期', '適宜'] }],
]);

const visitMethod = shippedList('visitMethod', [
  ['visit', '訪問（対面）', { synonyms: ['訪問', '対面', '面会'] }],
  ['intercom', 'インターホン越し', { synonyms: ['インターホン', 'インターフォン', 'インターフォン越し'] }],
  ['phone', '電話', { synonyms: ['TEL', '架電', '電話連絡'] }],
  ['greeting', '声かけ', { synonyms: ['声掛け', '声がけ', '街で声かけ'] }],
  ['from_outside', 'さりげない見守り（外観）', { synonyms: ['外観', '外観確認', 'さりげない見守り'] }],
  ['posting', 'ポスティング', { synonyms: ['投函', 'ポスト投函'] }],
  ['salon', 'サロン・行事で確認', { synonyms: ['サロン', '行事', '百歳体操', 'いきいき百歳体操'] }],
  ['meal', '配食時', { synonyms: ['配食', '食事サービス'] }],
  ['escort', '同行', { synonyms: ['付き添い', '付添'] }],
  ['sensor', 'センサー確認', { synonyms: ['センサー'] }],
  ['other', 'その他'],
]);

/** 拒否, 入院・入所, 転居 and 死亡 count as seen: what became of the person is known, nobody has to go and look. */
const visitResult = shippedList('visitResult', [
  ['met', '面会', { attributes: { seen: true }, synonyms: ['面談', '会えた', '在宅'] }],
  ['answered', '応答あり（インターホン・電話）', { attributes: { seen: true }, synonyms: ['応答あり', '応答'] }],
  ['third_party', '第三者から確認', { attributes: { seen: true }, synonyms: ['家族から確認', '近隣から確認'] }],
  ['outside_only', '外観のみ・異常なし', { attributes: { seen: false }, synonyms: ['外観のみ', '外観異常なし'] }],
  ['absent', '不在', { attributes: { seen: false }, synonyms: ['留守', '外出中'] }],
  ['no_answer', '応答なし', { attributes: { seen: false }, synonyms: ['返事なし'] }],
  ['refused', '拒否', { attributes: { seen: true }, synonyms: ['訪問拒否', '面会拒否'] }],
  ['trouble', '異変あり', { attributes: { seen: false, concern: true }, synonyms: ['異変', '異常あり'] }],
  [
    'in_care',
    '入院・入所がわかった',
    { attributes: { seen: true }, synonyms: ['入院・入所判明', '入院判明', '入所判明'] },
  ],
  ['moved_away', '転居がわかった', { attributes: { seen: true }, synonyms: ['転居判明', '転出判明'] }],
  ['found_deceased', '亡くなったことがわかった', { attributes: { seen: true }, synonyms: ['死亡判明'] }],
]);

export const WATCH_CODES: readonly ShippedCode[] = [
  ...consentStatus,
  ...consentMethod,
  ...consentScope,
  ...watchType,
  ...frequency,
  ...visitMethod,
  ...visitResult,
];
