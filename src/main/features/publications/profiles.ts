// For whom a summary is made, and the fewest persons behind a figure that they are shown. Decisions are recorded, never taken back.
import { COUNCIL_PARAMETERS, type Parameters, PUBLIC_PARAMETERS } from '#main/disclosure-control/publication-model.ts';
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { PROFILE_IDS, type ProfileId } from '#shared/contract/report-shape.ts';
import { type CalendarDate, calendarDateSchema } from '#shared/model/calendar-date.ts';
import { namesInText, namesOfOffice } from '../handouts/named-people.ts';
import { insertDecision, listDecisions } from './publications.queries.ts';

interface ProfileRule {
  readonly title: string;
  readonly description: string;
  readonly leastK: number;
  readonly mostK: number;
  readonly parameters: Parameters;
  /** Tables by 地域 are for those alone who are bound to confidentiality. */
  readonly isWardOnly: boolean;
}

/** The library's own bounds are 3 and 10. */
const RULES: Readonly<Record<ProfileId, ProfileRule>> = {
  council: {
    title: '社会福祉協議会・区役所あて',
    description: '守秘義務のある相手に渡す集計です。地域ごとの表も入ります。',
    leastK: 3,
    mostK: 10,
    parameters: { ...COUNCIL_PARAMETERS, protectTotalDifference: false },
    isWardOnly: false,
  },
  public: {
    title: '公表用（だれでも見られるもの）',
    description: '広報やホームページなどに出す集計です。地域ごとの表は入りません。',
    leastK: 10,
    mostK: 10,
    parameters: { ...PUBLIC_PARAMETERS, protectTotalDifference: false },
    isWardOnly: true,
  },
};

export interface Profile {
  readonly id: ProfileId;
  readonly title: string;
  readonly description: string;
  readonly k: number;
  readonly leastK: number;
  readonly mostK: number;
  readonly decision: {
    readonly decidedBy: string;
    readonly decidedOn: CalendarDate;
    readonly reason: string;
  } | null;
  readonly parameters: Parameters;
  readonly isWardOnly: boolean;
}

export function readProfiles(reader: Reader): Profile[] {
  const newest = new Map(listDecisions(reader).map((decision) => [decision.profile, decision]));
  return PROFILE_IDS.map((id) => {
    const { parameters, ...rule } = RULES[id];
    const decided = newest.get(id);
    const k = decided?.k ?? parameters.k;
    return {
      ...rule,
      id,
      k,
      parameters: { ...parameters, k },
      decision:
        decided === undefined
          ? null
          : {
              decidedBy: decided.decidedBy,
              decidedOn: calendarDateSchema.parse(decided.decidedOn),
              reason: decided.reason,
            },
    };
  });
}

export function readProfile(reader: Reader, id: ProfileId): Profile {
  const profile = readProfiles(reader).find((one) => one.id === id);
  if (profile === undefined) throw new RangeError(`no profile ${id}`);
  return profile;
}

function assertDecisionNamesNobody(
  reader: Reader,
  { decidedBy, reason }: { readonly decidedBy: string; readonly reason: string },
): void {
  const isNamedBy = namesOfOffice(reader, decidedBy).length > 0;
  const isNamedIn = namesInText(reader, reason).length > 0;
  if (!isNamedBy && !isNamedIn) return;
  throw new Refusal('names_in_reason', {
    ...(isNamedBy ? { decidedBy: 'names_somebody' } : {}),
    ...(isNamedIn ? { reason: 'names_somebody' } : {}),
  });
}

/**
 * Below 5 only by such a decision, never below 3; what everybody can see never below 10.
 * Who decided and why stands in the register for ever, and names nobody of it.
 * @throws Refusal `k_out_of_range`, `date_in_future`, `names_in_reason`
 */
export function recordDecision(
  { writer, newId, now, today, actor, auditDetail }: CommandContext,
  decision: {
    readonly profile: ProfileId;
    readonly k: number;
    readonly decidedBy: string;
    readonly decidedOn: CalendarDate;
    readonly reason: string;
  },
): void {
  const { leastK, mostK } = RULES[decision.profile];
  if (decision.k < leastK || decision.k > mostK) {
    throw new Refusal('k_out_of_range', { k: 'not_in_list' });
  }
  if (decision.decidedOn > today) {
    throw new Refusal('date_in_future', { decidedOn: 'in_future' });
  }
  assertDecisionNamesNobody(writer, decision);
  insertDecision(writer, { id: newId(), recordedAt: now, actor, ...decision });
  auditDetail({ profile: decision.profile, k: decision.k });
}
