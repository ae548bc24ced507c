// 相談: every consultation, by 地域, 内容 and 分野, and whether it was somebody's first. One about nobody in the register is somebody of its own.
import { CONSULTATION_EVENT } from '#shared/model/counted-events.ts';
import { codeAxis, fixedAxis, NOT_STATED, optionalCodeAxis, sourceOf } from '../counting-axes.ts';
import type { CountingCodes } from '../counting-codes.ts';
import type { ClosingReading, Counted, Section, SectionRelation, SectionSource } from '../section.ts';
import { listConsultationsUpTo } from '../statistics.queries.ts';
import { CONSULTATION_TABLES } from './consultations-tables.ts';

const TURNS = { new: '新規', continuing: '継続' } as const;

type Consultation = ReturnType<typeof listConsultationsUpTo>[number];

const whoseOf = ({ id, personId }: Consultation) => personId ?? id;

function sources(codes: CountingCodes): readonly SectionSource[] {
  const field = codeAxis(codes, { id: 'field', title: '分野', list: 'consultationField', onePerPerson: false });
  return [
    sourceOf({ id: 'consultations', kind: 'flow', title: '相談の件数', unit: '件' }, [
      optionalCodeAxis(codes, { id: 'district', title: '地域', list: 'district', onePerPerson: false }),
      codeAxis(codes, { id: 'content', title: '内容', list: 'consultationContent', onePerPerson: false }),
      field,
    ]),
    sourceOf({ id: 'consultation_turns', kind: 'flow', title: '相談の件数', unit: '件' }, [
      fixedAxis({ id: 'turn', title: '新規・継続', onePerPerson: false }, TURNS),
      field,
    ]),
  ];
}

/**
 * The first of everybody's consultations: what was counted already goes before all else, then the day. Of several on one day it is the one
 * with the lowest codes, so that it does not matter in which order they were written down.
 */
function firstOnes(all: readonly Consultation[], isCounted: (id: string) => boolean): ReadonlySet<string> {
  const rank = (each: Consultation) =>
    [isCounted(each.id) ? 0 : 1, each.consultedOn, each.field, each.content, each.id].join(' ');
  const first = new Map<string, Consultation>();
  for (const each of all) {
    const known = first.get(whoseOf(each));
    if (known === undefined || rank(each) < rank(known)) {
      first.set(whoseOf(each), each);
    }
  }
  return new Set([...first.values()].map(({ id }) => id));
}

function collect({ reader, firstDay, lastDay, isCounted }: ClosingReading): readonly Counted[] {
  const isDone = (id: string) => isCounted(CONSULTATION_EVENT, id);
  const all = listConsultationsUpTo(reader, lastDay);
  const first = firstOnes(all, isDone);
  return all
    .filter(({ id, consultedOn }) => consultedOn >= firstDay && !isDone(id))
    .flatMap((each) => {
      const event = { kind: CONSULTATION_EVENT, recordId: each.id };
      const { content, field } = each;
      const turn = first.has(each.id) ? 'new' : 'continuing';
      const shared = { personId: whoseOf(each), count: 1, event };
      return [
        { ...shared, source: 'consultations', values: { district: each.district ?? NOT_STATED, content, field } },
        { ...shared, source: 'consultation_turns', values: { turn, field } },
      ];
    });
}

/** Both sources break the same consultations down: by 分野 they are equal. */
const relations = (codes: CountingCodes): readonly SectionRelation[] =>
  codes.codesOf('consultationField').map((field) => {
    const of = (source: string, coef: 1 | -1) =>
      ({ coef, source, measure: 'events', monthsBack: 0, where: { field } }) as const;
    return { id: `turns_of_${field}`, parts: [of('consultations', 1), of('consultation_turns', -1)] };
  });

export const consultationsSection: Section = {
  id: 'consultations',
  title: '相談',
  sources,
  collect,
  tables: CONSULTATION_TABLES,
  relations,
  plainTables: [],
  collectPlain: () => [],
};
