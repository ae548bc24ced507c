// Turns a confirmed plan and the decisions into what is to be written. Pure; several rows of one person become one record.
import type { Consent } from '#shared/contract/person-shape.ts';
import type { RowDecision } from '#shared/contract/transfer.contract.ts';
import type { CodeReader } from './code-reader.ts';
import type { PlannedRow } from './import-plan.ts';
import type { KnownPerson, PersonDraft } from './person-draft.ts';
import { mergePerson } from './person-merge.ts';

export type ImportAction =
  | { readonly kind: 'register'; readonly draft: PersonDraft }
  | {
      readonly kind: 'revise';
      readonly person: KnownPerson;
      readonly draft: PersonDraft;
      readonly newConsent: Consent | null;
    };

export interface ImportActions {
  readonly actions: readonly ImportAction[];
  /** Rows that were merged into somebody, and rows of people that were left out. */
  readonly merged: number;
  readonly skipped: number;
}

/** One person while rows are put together. */
interface Target {
  readonly person: KnownPerson | null;
  draft: PersonDraft;
  newConsent: Consent | null;
  isChange: boolean;
}

function targetsOf(known: readonly KnownPerson[]) {
  const people = new Map(known.map((person) => [person.personId as string, person]));
  const byPerson = new Map<string, Target>();
  const byRow = new Map<number, Target>();
  const ofPerson = (personId: string): Target | undefined => {
    const person = people.get(personId);
    if (!byPerson.has(personId) && person) {
      byPerson.set(personId, { person, draft: person, newConsent: null, isChange: false });
    }
    return byPerson.get(personId);
  };
  return { byRow, byPerson, ofPerson };
}

/**
 * @param decisions by row; a row without one keeps the plan's proposal. Rows that are nobody or were refused are never entered.
 * A row that is to be merged into a row that was left out is left out with it.
 */
export function decideActions(
  rows: readonly PlannedRow[],
  decisions: ReadonlyMap<number, RowDecision>,
  known: readonly KnownPerson[],
  codes: CodeReader,
): ImportActions {
  const { byRow, byPerson, ofPerson } = targetsOf(known);
  const registered: Target[] = [];
  let merged = 0;
  let skipped = 0;
  for (const { row, draft, twin, decision: proposed } of rows) {
    if (!draft) {
      continue;
    }
    const decision = decisions.get(row) ?? proposed;
    const twinTarget = twin && (twin.personId === null ? byRow.get(twin.row ?? 0) : ofPerson(twin.personId));
    if (decision === 'add' || (decision === 'merge' && !twin)) {
      const target: Target = { person: null, draft, newConsent: null, isChange: true };
      registered.push(target);
      byRow.set(row, target);
    } else if (decision === 'merge' && twinTarget) {
      const result = mergePerson(twinTarget.draft, draft, codes);
      twinTarget.draft = result.draft;
      twinTarget.newConsent ??= result.newConsent;
      twinTarget.isChange ||= result.isChange;
      byRow.set(row, twinTarget);
      merged += 1;
    } else {
      skipped += 1;
    }
  }
  const revised = [...byPerson.values()].flatMap(({ person, draft, newConsent, isChange }): ImportAction[] =>
    person && isChange ? [{ kind: 'revise', person, draft, newConsent }] : [],
  );
  const actions = [...registered.map(({ draft }): ImportAction => ({ kind: 'register', draft })), ...revised];
  return { actions, merged, skipped };
}
