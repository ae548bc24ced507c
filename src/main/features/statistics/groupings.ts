// Values that can be shown as one where a table would be mostly ＊: neighbouring 地域, similar 相談内容, coarser ages. An own code stands alone.
import type { Grouping } from './section.ts';

const grouping = (
  id: string,
  title: string,
  dimension: string,
  groups: readonly (readonly [name: string, ...values: readonly string[]])[],
): Grouping => ({ id, title, dimension, groups: groups.map(([name, ...values]) => ({ name, values })) });

/** From north to south and west, as they lie beside each other. */
export const DISTRICT_GROUPS = grouping('district_groups', '地域を5つにまとめる', 'district', [
  ['北（江戸堀・靱・西船場）', 'edobori', 'utsubo', 'nishisemba'],
  ['中央（明治・広教・西六）', 'meiji', 'hirokyo', 'nishiroku'],
  ['南（堀江・高台・日吉）', 'horie', 'takadai', 'hiyoshi'],
  ['西（千代崎・本田）', 'chiyozaki', 'honden'],
  ['九条（南・東・北）', 'kujo_minami', 'kujo_higashi', 'kujo_kita'],
]);

export const CONTENT_GROUPS = grouping('content_groups', '内容を5つにまとめる', 'content', [
  ['福祉・介護・健康', '01', '02', '03'],
  ['子ども', '04', '05', '06'],
  ['くらしのお金・仕事', '07', '08', '09'],
  ['家族・住まい', '10', '11', '12'],
  ['日常・その他', '13', '14'],
]);

export const AGE_GROUPS = grouping('age_groups', '年齢を2つにまとめる', 'ageBand', [
  ['74歳以下', 'under65', 'age65'],
  ['75歳以上', 'age75', 'age85'],
]);

export const CARE_GROUPS = grouping('care_groups', '要介護度を2つにまとめる', 'careGroup', [
  ['認定なし・要支援', 'none', 'support'],
  ['要介護', 'care12', 'care35'],
]);
