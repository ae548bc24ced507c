// Shipped codes of care, handbooks and eligibility for the 名簿. Labels are starting values: the codes stay.
import { type ShippedCode, shippedList } from './code-list-names.ts';

const careLevel = shippedList('careLevel', [
  ['not_applied', '未申請', { synonyms: ['申請なし', '介護未申請'] }],
  ['applying', '申請中', { synonyms: ['認定申請中', '新規申請中', '区分変更中'] }],
  ['not_eligible', '非該当', { synonyms: ['自立', '該当なし'] }],
  ['program', '事業対象者', { synonyms: ['事業対象', '総合事業'] }],
  ['support1', '要支援1', { synonyms: ['支1', '要支1', '支援1', '要支援Ⅰ', '要支援一'] }],
  ['support2', '要支援2', { synonyms: ['支2', '要支2', '支援2', '要支援Ⅱ', '要支援二'] }],
  ['care1', '要介護1', { synonyms: ['介1', '要介1', '介護1', '要介護Ⅰ', '要介護一'] }],
  ['care2', '要介護2', { synonyms: ['介2', '要介2', '介護2', '要介護Ⅱ', '要介護二'] }],
  ['care3', '要介護3', { synonyms: ['介3', '要介3', '介護3', '要介護Ⅲ', '要介護三'] }],
  ['care4', '要介護4', { synonyms: ['介4', '要介4', '介護4', '要介護Ⅳ', '要介護四'] }],
  ['care5', '要介護5', { synonyms: ['介5', '要介5', '介護5', '要介護Ⅴ', '要介護五'] }],
]);

function physicalGrade(grade: number): readonly string[] {
  return [
    `${grade}級`,
    `身${grade}`,
    `身${grade}級`,
    `身障${grade}級`,
    `身体${grade}`,
    `身体障がい${grade}級`,
    `身体障害${grade}級`,
  ];
}

function mentalGrade(grade: number): readonly string[] {
  return [`${grade}級`, `精${grade}`, `精${grade}級`, `精神${grade}`, `精神障がい${grade}級`, `精神障害${grade}級`];
}

const handbookPhysical = shippedList(
  'handbookPhysical',
  [1, 2, 3, 4, 5, 6].map((grade) => [`p${grade}`, `身体${grade}級`, { synonyms: physicalGrade(grade) }] as const),
);

/** Osaka's 療育手帳 has A, B1 and B2; older ledgers write B alone. */
const handbookIntellectual = shippedList('handbookIntellectual', [
  ['a', '療育A', { synonyms: ['A', '療A', '療育手帳A', '知的A'] }],
  ['b1', '療育B1', { synonyms: ['B1', '療B1', '療育手帳B1', '知的B1'] }],
  ['b2', '療育B2', { synonyms: ['B2', '療B2', '療育手帳B2', '知的B2'] }],
  ['b', '療育B（1・2の別なし）', { synonyms: ['B', '療B', '療育B', '療育手帳B', '知的B'] }],
]);

const handbookMental = shippedList(
  'handbookMental',
  [1, 2, 3].map((grade) => [`m${grade}`, `精神${grade}級`, { synonyms: mentalGrade(grade) }] as const),
);

/** 認知症高齢者の日常生活自立度. Ledgers also write Ⅱ and Ⅲ without a or b. */
const dementiaLevel = shippedList('dementiaLevel', [
  ['independent', '自立', { synonyms: ['なし', '非該当'] }],
  ['d1', 'Ⅰ', { synonyms: ['1'] }],
  ['d2', 'Ⅱ（a・bの別なし）', { synonyms: ['Ⅱ', '2'] }],
  ['d2a', 'Ⅱa', { synonyms: ['2a'] }],
  ['d2b', 'Ⅱb', { synonyms: ['2b'] }],
  ['d3', 'Ⅲ（a・bの別なし）', { synonyms: ['Ⅲ', '3'] }],
  ['d3a', 'Ⅲa', { synonyms: ['3a'] }],
  ['d3b', 'Ⅲb', { synonyms: ['3b'] }],
  ['d4', 'Ⅳ', { synonyms: ['4'] }],
  ['dm', 'M'],
]);

/** 障害高齢者の日常生活自立度 (寝たきり度). */
const dailyLivingLevel = shippedList('dailyLivingLevel', [
  ['independent', '自立', { synonyms: ['なし', '非該当'] }],
  ['j1', 'J1'],
  ['j2', 'J2'],
  ['a1', 'A1'],
  ['a2', 'A2'],
  ['b1', 'B1'],
  ['b2', 'B2'],
  ['c1', 'C1'],
  ['c2', 'C2'],
]);

/** Why somebody is on the city's 名簿 (大阪市 要援護者名簿の対象). */
const eligibility = shippedList('eligibility', [
  ['care3_or_more', '要介護3以上', { synonyms: ['要介護3~5'] }],
  ['care2_with_dementia', '要介護2以下で認知症高齢者の日常生活自立度Ⅱ以上', { synonyms: ['認知症自立度Ⅱ以上'] }],
  ['physical_1_2', '身体障がい1・2級', { synonyms: ['身体障害1・2級', '身体1・2級'] }],
  ['limbs_3', '肢体不自由3級'],
  ['sight_hearing_3_4', '視覚・聴覚障がい3・4級', { synonyms: ['視覚・聴覚3・4級'] }],
  ['speech_3', '音声・言語機能障がい3級', { synonyms: ['音声言語機能3級'] }],
  ['mental_1', '精神障がい1級', { synonyms: ['精神障害1級'] }],
  ['intellectual_a', '知的障がい（療育A）', { synonyms: ['知的障害', '療育A'] }],
  ['intractable', '難病（医療機器への依存が高い方）', { synonyms: ['難病'] }],
  ['community', '地域が把握した方', { synonyms: ['地域把握', '地域が把握した人'] }],
]);

export const CARE_CODES: readonly ShippedCode[] = [
  ...careLevel,
  ...handbookPhysical,
  ...handbookIntellectual,
  ...handbookMental,
  ...dementiaLevel,
  ...dailyLivingLevel,
  ...eligibility,
];
