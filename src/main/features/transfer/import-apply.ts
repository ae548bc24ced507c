// Writes what was decided through the services of people and supporters, inside the transaction it is given. Never writes a table itself.
import type { CommandContext } from '#main/platform/contexts.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { PersonInput } from '#shared/contract/person-shape.ts';
import type { Supporter } from '#shared/contract/supporters.contract.ts';
import type { SupporterId } from '#shared/model/ids.ts';
import { searchKey } from '#shared/model/person-name.ts';
import { recordConsent, registerPerson, revisePerson } from '../people/people.service.ts';
import { ensureSupporter, readSupporters } from '../supporters/supporters.service.ts';
import type { ImportAction } from './import-actions.ts';
import { noteOf } from './person-draft.ts';
import { isStorable } from './row-reading.ts';

type SupporterKind = Supporter['kind'];

/** Finds supporters by name in any writing and makes those that are missing; every name is looked up once. */
function supporterFinder(context: CommandContext): (kind: SupporterKind, name: string) => SupporterId | null {
  const ids = new Map(readSupporters(context.writer).map(({ kind, name, id }) => [`${kind}/${searchKey(name)}`, id]));
  return (kind, name) => {
    if (name === '') {
      return null;
    }
    const key = `${kind}/${searchKey(name)}`;
    const id = ids.get(key) ?? ensureSupporter(context, kind, name);
    ids.set(key, id);
    return id;
  };
}

function writeAction(context: CommandContext, action: ImportAction, find: ReturnType<typeof supporterFinder>): void {
  const { draft } = action;
  if (!isStorable(draft)) {
    throw new Refusal('plan_outdated');
  }
  const known = action.kind === 'revise' ? action.person : null;
  const person: PersonInput = {
    ...draft.facts,
    volunteerId: known?.volunteerId ?? find('volunteer', draft.volunteer),
    commissionerId: known?.commissionerId ?? find('commissioner', draft.commissioner),
    contacts: [...draft.contacts],
    note: noteOf(draft),
  };
  if (action.kind === 'register') {
    registerPerson(context, person, draft.consent);
    return;
  }
  revisePerson(context, action.person.personId, person);
  if (action.newConsent) {
    recordConsent(context, action.person.personId, action.newConsent);
  }
}

/** How many people are written between two reports. */
const REPORT_EVERY = 25;

/** @throws what the services throw; the caller's transaction then undoes everything. */
export function applyActions(
  context: CommandContext,
  actions: readonly ImportAction[],
  report: (done: number) => void,
): void {
  const find = supporterFinder(context);
  for (const [index, action] of actions.entries()) {
    writeAction(context, action, find);
    if ((index + 1) % REPORT_EVERY === 0) {
      report(index + 1);
    }
  }
}
