// Shipped signs that something is wrong (異変サイン), as neighbours and visitors put them. Labels are starting values.
import { type ShippedCode, shippedList } from './code-list-names.ts';

const exterior = { attributes: { group: 'exterior' } } as const;
const face = { attributes: { group: 'face' } } as const;

export const SIGN_CODES: readonly ShippedCode[] = shippedList('sign', [
  ['light_all_day', '昼間でも電気がついたまま', exterior],
  ['dark_at_night', '暗くなっても明かりがつかない', exterior],
  ['same_laundry', '何日も同じ洗濯物', exterior],
  ['mail_piled_up', '郵便受けに新聞や郵便物がたまっている', exterior],
  ['smell', '近所をとおりかかると異臭', exterior],
  ['garden_neglected', '庭が荒れている', exterior],
  ['rubbish', 'ごみがあふれている', exterior],
  ['shutters_closed', '日中も雨戸が閉まったまま', exterior],
  ['window_open_in_rain', '雨なのに窓が開けっぱなし', exterior],
  ['utilities_cut', '電気・ガス・電話が止められている', exterior],
  ['shouting', '怒鳴り声・悲鳴', exterior],
  ['strangers', '知らない人・不審者の出入り', exterior],
  ['stays_inside', 'ほとんど外に出てこない', exterior],
  ['not_seen_at_usual_place', 'いつもの場所で見かけなくなった', exterior],
  ['pale_or_thin', '顔色が悪い・急に痩せた', face],
  ['no_greeting', '挨拶しなくなった', face],
  ['talk_does_not_fit', '話がかみあわない・同じ話', face],
  ['abusive_or_changed', '暴言・性格の変化', face],
  ['untidy', '髪や服装の乱れ・季節に合わない服', face],
  ['cannot_pay', '勘定ができない・同じ物を大量購入', face],
  ['bruises', 'あざ・話したがらない', face],
  ['carer_exhausted', '介護者の疲れ', face],
  ['lost_way', '帰り道がわからない', face],
  ['no_services', '必要なのに医療・福祉サービス未利用', face],
]);
