// Invents what happened in the demo ward: visits at about each person's frequency, consultations of every kind, watches that ended.
import type { ConsultationInput } from '#shared/contract/consultations.contract.ts';
import type { VisitInput } from '#shared/contract/visits.contract.ts';
import { addDays, type CalendarDate, compareDates } from '#shared/model/calendar-date.ts';
import { shippedCodesOf } from '#shared/model/code-lists.ts';
import type { PersonId } from '#shared/model/ids.ts';
import type { Dice } from './dice.ts';

/** Days between two visits at this frequency; `null` for now and then. */
const DAYS_BETWEEN: Readonly<Record<string, number>> = {
  weekly: 7,
  twice_a_month: 14,
  monthly: 30,
  quarterly: 91,
  as_needed: 60,
};

const METHODS = [
  'visit',
  'visit',
  'visit',
  'intercom',
  'intercom',
  'phone',
  'phone',
  'greeting',
  'from_outside',
  'salon',
  'meal',
];
const RESULTS_OF: Readonly<Record<string, readonly string[]>> = {
  visit: ['met', 'met', 'met', 'met', 'met', 'met', 'absent', 'third_party'],
  intercom: ['answered', 'answered', 'answered', 'answered', 'absent'],
  phone: ['answered', 'answered', 'answered', 'answered', 'no_answer'],
  greeting: ['met'],
  from_outside: ['outside_only'],
  salon: ['met'],
  meal: ['met', 'met', 'met', 'absent'],
};
/** After these somebody goes again within days. */
const UNANSWERED: readonly string[] = ['absent', 'no_answer', 'outside_only', 'trouble'];
const NOTES = [
  '',
  '',
  '',
  '変わりなし。',
  'お元気そうでした。',
  '少しやせたように見えます。次回も様子をみます。',
  '買い物の帰りに会えました。',
];

/** The visits to one person between two days, oldest first. */
export function inventVisits(dice: Dice, frequency: string | null, from: CalendarDate, to: CalendarDate): VisitInput[] {
  const visits: VisitInput[] = [];
  const step = DAYS_BETWEEN[frequency ?? 'as_needed'] ?? 60;
  let day = addDays(from, dice.below(step));
  while (compareDates(day, to) <= 0) {
    const method = dice.pick(METHODS);
    const result = dice.chance(1) ? 'trouble' : dice.pick(RESULTS_OF[method] ?? ['met']);
    visits.push({
      visitedOn: day,
      visitedAtTime: dice.chance(40)
        ? `${String(9 + dice.below(8)).padStart(2, '0')}:${dice.pick(['00', '15', '30', '45'])}`
        : null,
      method,
      result,
      signs: result === 'trouble' ? [dice.pick(shippedCodesOf('sign')).code] : [],
      visitorId: null,
      note: dice.pick(NOTES),
    });
    const gap = UNANSWERED.includes(result) ? 1 + dice.below(3) : Math.round(step * (0.7 + dice.roll() * 0.32));
    day = addDays(day, Math.max(1, gap));
  }
  return visits;
}

const MATTERS: readonly (readonly [string, string, string])[] = [
  ['01', '風呂の手すりを付けたいとのこと。', '介護保険の住宅改修を案内した。'],
  ['02', '要介護認定の申し込みの仕方を知りたい。', '地域包括支援センターへ一緒に電話した。'],
  ['03', '薬が余っていると言われた。', 'かかりつけの薬局に相談するよう伝えた。'],
  ['07', '年金だけでは生活が苦しい。', '自立相談支援の窓口を紹介した。'],
  ['08', '年金の書類が読めない。', '一緒に読み、年金事務所の電話番号を書いて渡した。'],
  ['10', '息子と口をきいていない。', '話を聞いた。次の訪問でも様子をみる。'],
  ['11', '家賃の更新で困っている。', '住まいの相談窓口を紹介した。'],
  ['12', '階段の電灯が切れたまま。', '管理会社へ連絡した。'],
  ['13', 'ごみ出しがつらくなった。', '町会の方と相談し、木曜に手伝うことになった。'],
  ['14', '電話でお金の話をされた。', '特殊詐欺の手口を説明し、消費者センターの番号を渡した。'],
];

/** One consultation on a day, about somebody or nobody in the register. */
export function inventConsultation(
  dice: Dice,
  personId: PersonId | null,
  district: string,
  day: CalendarDate,
  today: CalendarDate,
): ConsultationInput {
  const [content, question, answer] = dice.pick(MATTERS);
  const isReferred = dice.chance(45);
  const isRecent = compareDates(addDays(day, 21), today) > 0;
  const isOpen = isRecent && dice.chance(22);
  const isAcknowledged = isReferred && !isOpen;
  return {
    personId,
    district,
    consultedOn: day,
    askedBy: dice.pick(['self', 'self', 'self', 'family', 'neighbour', 'watcher', 'welfare_commissioner']),
    method: dice.pick(['phone', 'phone', 'on_visit', 'on_visit', 'desk', 'meeting']),
    content,
    field: dice.chance(84) ? 'elderly' : dice.pick(['disability', 'other', 'child']),
    question,
    answer,
    referredTo: isReferred
      ? dice.pick(['mimamori_desk', 'support_center', 'support_center', 'ward_office', 'care_manager', 'self_reliance'])
      : null,
    referredOn: isReferred ? day : null,
    acknowledgedOn: isAcknowledged ? day : null,
    state: isOpen ? (isReferred ? 'passed_on' : 'following') : 'closed',
    nextStep: isOpen
      ? dice.pick([
          'その後の様子を電話で聞く',
          '包括からの返事を確かめる',
          '次の訪問で書類を一緒に見る',
          'ご家族に連絡する',
        ])
      : '',
    nextStepOn: isOpen ? addDays(today, dice.below(14) - 4) : null,
  };
}
