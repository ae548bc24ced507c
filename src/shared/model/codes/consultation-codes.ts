// Shipped codes of consultations, of passing them on, and of the meeting. 内容 and 分野 are the nation's and keep their numbers.
import { type ShippedCode, shippedList } from './code-list-names.ts';

/** 相談・支援件数 内容別 (14), 福祉行政報告例; order and labels as in 厚生労働白書 H29. */
const consultationContent = shippedList('consultationContent', [
  ['01', '在宅福祉'],
  ['02', '介護保険'],
  ['03', '健康・保健医療', { synonyms: ['健康', '保健医療'] }],
  ['04', '子育て・母子保健'],
  ['05', '子どもの地域生活'],
  ['06', '子どもの教育・学校生活'],
  ['07', '生活費'],
  ['08', '年金・保険'],
  ['09', '仕事'],
  ['10', '家族関係'],
  ['11', '住居', { synonyms: ['住まい'] }],
  ['12', '生活環境'],
  ['13', '日常的な支援'],
  ['14', 'その他'],
]);

/** 分野別 (4), 福祉行政報告例. */
const consultationField = shippedList('consultationField', [
  ['elderly', '高齢者に関すること', { synonyms: ['高齢者', '高齢'] }],
  ['disability', '障がい者に関すること', { synonyms: ['障害者に関すること', '障がい者', '障害者'] }],
  ['child', '子どもに関すること', { synonyms: ['子ども', '児童'] }],
  ['other', 'その他'],
]);

/** Who asked, or where a 気づき came from (経路). */
const askedBy = shippedList('askedBy', [
  ['self', '本人'],
  ['family', '家族', { synonyms: ['親族'] }],
  ['neighbour', '近隣', { synonyms: ['近所', '隣人'] }],
  ['town_association', '町会', { synonyms: ['町内会', '自治会', '連合振興町会'] }],
  ['watcher', '見守り員'],
  ['welfare_commissioner', '民生委員', { synonyms: ['民生委員・児童委員', '児童委員'] }],
  ['business', '協力事業者', { synonyms: ['事業者', '新聞販売店', '郵便局'] }],
  ['care_manager', 'ケアマネジャー', { synonyms: ['ケアマネ', 'ケアマネージャー'] }],
  ['support_center', '地域包括支援センター', { synonyms: ['包括', '包括支援センター'] }],
  ['medical', '医療機関', { synonyms: ['病院', '診療所'] }],
  ['police', '警察'],
  ['government', '行政', { synonyms: ['区役所', '市役所'] }],
  ['other', 'その他'],
]);

const consultationMethod = shippedList('consultationMethod', [
  ['meeting', '面談'],
  ['phone', '電話'],
  ['on_visit', '訪問時', { synonyms: ['訪問'] }],
  ['desk', '窓口', { synonyms: ['来所', '来館'] }],
  ['letter', '手紙・FAX', { synonyms: ['手紙', 'FAX', 'ファックス'] }],
  ['other', 'その他'],
]);

/** つなぎ先. */
const referral = shippedList('referral', [
  ['mimamori_desk', '見守り相談室（区社協）', { synonyms: ['見守り相談室', '区社協', '社協'] }],
  ['ward_office', '区役所保健福祉課', { synonyms: ['区役所', '保健福祉センター', '保健福祉課'] }],
  ['police', '警察（110番）', { synonyms: ['警察', '110', '110番'] }],
  ['fire', '消防・救急（119番）', { synonyms: ['消防', '救急', '119', '119番'] }],
  ['support_center', '地域包括支援センター', { synonyms: ['包括', '包括支援センター'] }],
  ['branch', '総合相談窓口（ブランチ）', { synonyms: ['ブランチ', '総合相談窓口'] }],
  ['care_manager', 'ケアマネジャー', { synonyms: ['ケアマネ', 'ケアマネージャー'] }],
  ['disability_center', '障がい者基幹相談支援センター', { synonyms: ['基幹相談支援センター', '基幹'] }],
  ['self_reliance', '生活困窮の自立相談支援', { synonyms: ['生活困窮自立相談', '自立相談'] }],
  ['public_assistance', '生活保護の窓口', { synonyms: ['生活保護', '生活支援課'] }],
  ['child_support', '子育て支援室・主任児童委員', { synonyms: ['子育て支援室', '主任児童委員'] }],
  ['consumer_center', '消費者センター', { synonyms: ['消費生活センター', '消費者'] }],
  ['medical', '医療機関', { synonyms: ['病院', '診療所'] }],
  ['welfare_commissioner', '民生委員', { synonyms: ['民生委員・児童委員', '児童委員'] }],
  ['town_association', '町会', { synonyms: ['町内会', '自治会'] }],
  ['relatives', '親族', { synonyms: ['家族'] }],
  ['other', 'その他'],
]);

/** From 受付 to 終結; only the last leaves nothing to do. */
const consultationState = shippedList('consultationState', [
  ['received', '受付', { attributes: { closed: false }, synonyms: ['未対応'] }],
  ['checking', '現地確認', { attributes: { closed: false }, synonyms: ['対応中'] }],
  ['passed_on', 'つなぎ（返事待ち）', { attributes: { closed: false }, synonyms: ['つなぎ', '受領確認待ち'] }],
  ['confirmed_safe', '安否確認済', { attributes: { closed: false }, synonyms: ['安否確認済み'] }],
  ['following', '経過観察', { attributes: { closed: false }, synonyms: ['経過をみる', '様子見'] }],
  ['closed', '終結', { attributes: { closed: true }, synonyms: ['完了', '終了', '解決'] }],
]);

/** What a 連絡会 goes through, in this order. */
const meetingAgenda = shippedList('meetingAgenda', [
  ['homework', '前回の宿題'],
  ['statistics', '見守りの状況（数字）', { synonyms: ['見守り状況'] }],
  ['register_changes', '名簿の異動'],
  ['concerns', '気になる方'],
  ['season', '行事・季節のこと', { synonyms: ['行事・季節'] }],
  ['disaster', '災害時の確認'],
  ['next_steps', '次回までの担当と期限'],
]);

export const CONSULTATION_CODES: readonly ShippedCode[] = [
  ...consultationContent,
  ...consultationField,
  ...askedBy,
  ...consultationMethod,
  ...referral,
  ...consultationState,
  ...meetingAgenda,
];
