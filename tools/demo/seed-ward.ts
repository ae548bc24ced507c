// Fills a new encrypted register with the invented ward: through the same services as the app, in a few transactions. Development only.
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { recordConsultation } from '#main/features/consultations/consultations.service.ts';
import { endWatch, recordConsent, registerPerson } from '#main/features/people/people.service.ts';
import { reviseSettings } from '#main/features/settings/settings.service.ts';
import { registerSupporter } from '#main/features/supporters/supporters.service.ts';
import { recordVisit } from '#main/features/visits/visits.service.ts';
import { appendAudit } from '#main/platform/audit/audit-trail.queries.ts';
import { systemClock } from '#main/platform/clock.ts';
import type { CommandContext } from '#main/platform/contexts.ts';
import { randomId } from '#main/platform/ids.ts';
import { createLog } from '#main/platform/log.ts';
import { STANDARD_COST } from '#main/platform/vault/key-slots.ts';
import { createRegister } from '#main/register.ts';
import { addDays, addMonths, type CalendarDate, compareDates } from '#shared/model/calendar-date.ts';
import { shippedCodesOf } from '#shared/model/code-lists.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { closeDemoMonths } from './close-demo-months.ts';
import { createDice, type Dice } from './dice.ts';
import { inventConsultation, inventVisits } from './invented-history.ts';
import { type Assignment, inventPerson } from './invented-people.ts';

/** Months of history before today. */
const MONTHS = 14;

export interface SeedRequest {
  /** Folder for the register's files; must hold none yet. */
  readonly folder: string;
  readonly passphrase: string;
  readonly coordinator: string;
  readonly people: number;
  readonly seed: number;
}

export interface SeedResult {
  readonly people: number;
  readonly visits: number;
  readonly consultations: number;
  /** Every name and telephone in the register, to prove afterwards that none of them leaked. */
  readonly secrets: readonly string[];
}

function inventSupporters(context: CommandContext): (district: string) => Assignment {
  const districts = shippedCodesOf('district').map(({ code, label }) => {
    const register = (kind: 'volunteer' | 'commissioner', name: string) =>
      registerSupporter(context, { kind, name, district: code, phone: '', isActive: true });
    return [
      code,
      {
        volunteerId: register('volunteer', `${label}見守り員`),
        commissionerId: register('commissioner', `${label}担当委員`),
      },
    ] as const;
  });
  const assigned = new Map<string, Assignment>(districts);
  return (district) => assigned.get(district) ?? { volunteerId: null, commissionerId: null };
}

interface Resident {
  readonly personId: PersonId;
  readonly district: string;
  readonly frequency: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

function settle(
  context: CommandContext,
  dice: Dice,
  assign: (district: string) => Assignment,
  secrets: Set<string>,
): Resident {
  const { today } = context;
  const person = inventPerson(dice, today, assign);
  const started = person.watchStartedOn ?? today;
  const { personId } = registerPerson(context, person, null);
  recordConsent(context, personId, {
    status: dice.chance(82) ? 'given' : dice.pick(['sent', 'no_answer', 'refused', 'visiting']),
    decidedOn: started,
    method: dice.pick(['mail', 'visit', 'oral']),
    scope: ['watchers'],
    documentNumber: '',
  });
  const beginning = addMonths(today, -MONTHS);
  const from = compareDates(started, beginning) < 0 ? beginning : started;
  // About one in seven watches ends within the time that the demo looks back on.
  const end = dice.chance(14) ? addDays(from, dice.below(MONTHS * 30)) : null;
  const to = end !== null && compareDates(end, today) < 0 ? end : today;
  for (const text of [
    person.name,
    person.phone,
    person.mobile,
    ...person.contacts.flatMap(({ name, phone }) => [name, phone]),
  ]) {
    if (text.length >= 4) {
      secrets.add(text);
    }
  }
  return { personId, district: person.district ?? '', frequency: person.frequency, from, to };
}

/** Runs some work in a transaction of its own. */
type Run = <Result>(work: (context: CommandContext) => Result) => Result;

/** So many in one transaction. */
const AT_ONCE = 200;

/**
 * Does something for each, and takes a breath now and then: what the database prepares for a statement is given back between two turns
 * of the event loop only, and a whole ward in one turn takes gigabytes.
 */
async function inTurns<One, Result>(
  run: Run,
  ones: readonly One[],
  work: (context: CommandContext, one: One) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < ones.length; from += AT_ONCE) {
    results.push(...run((context) => ones.slice(from, from + AT_ONCE).map((one) => work(context, one))));
    await setImmediate();
  }
  return results;
}

async function fill(run: Run, today: CalendarDate, request: SeedRequest): Promise<SeedResult> {
  const dice = createDice(request.seed);
  const assign = run(inventSupporters);
  const secrets = new Set<string>();
  const people = Array.from({ length: request.people });
  const residents = await inTurns(run, people, (context) => settle(context, dice, assign, secrets));
  const visits = await inTurns(run, residents, (context, { personId, frequency, from, to }) => {
    // A few people are behind their day, as everywhere.
    const until = to === today && dice.chance(5) ? addDays(today, -dice.below(40)) : to;
    const own = inventVisits(dice, frequency, from, until);
    for (const visit of own) recordVisit(context, personId, visit);
    return own.length;
  });
  const asked = Array.from({ length: Math.round(request.people / 5) * MONTHS });
  const consultations = await inTurns(run, asked, (context): number => {
    const day = addDays(today, -dice.below(MONTHS * 30));
    const { personId, district, from, to } = dice.pick(residents);
    if (compareDates(day, from) < 0 || compareDates(day, to) > 0) return 0;
    recordConsultation(context, inventConsultation(dice, dice.chance(90) ? personId : null, district, day, today));
    return 1;
  });
  const gone = residents.filter(({ to }) => to !== today);
  await inTurns(run, gone, (context, { personId, to }) =>
    endWatch(context, {
      personId,
      endedOn: to,
      reason: dice.pick(['moved', 'facility', 'deceased', 'own_wish']),
      note: '',
    }),
  );
  run(closeDemoMonths);
  run(({ writer }) => reviseSettings(writer, { registerName: '西区 見守り台帳（見本）' }));
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return { people: residents.length, visits: sum(visits), consultations: sum(consultations), secrets: [...secrets] };
}

/** Makes the register, fills it, and leaves it locked. */
export async function seedWard(request: SeedRequest): Promise<SeedResult> {
  const refuse = () => Promise.reject(new Error('The seeding opens no dialogs and prints nothing.'));
  const register = createRegister({
    backupFolder: join(dirname(request.folder), 'backups'),
    configFolder: dirname(request.folder),
    places: () => [],
    folder: request.folder,
    clock: systemClock,
    newId: randomId,
    cost: STANDARD_COST,
    chooser: { chooseToOpen: refuse, chooseToSave: refuse, chooseFolder: refuse, reveal: refuse, open: refuse },
    printer: { printToPdf: refuse, print: async () => true },
    log: createLog((text) => process.stderr.write(text), systemClock.now),
    emit: () => {},
    appVersion: '0.0.0-demo',
  });
  const { passphrase, coordinator } = request;
  await register.vault.create(passphrase, coordinator);
  try {
    const context = { today: systemClock.today(), now: systemClock.now(), newId: randomId, actor: coordinator };
    const { transaction, auditKey } = register.vault.session;
    const run: Run = (work) => transaction((writer) => work({ ...context, writer, auditDetail: () => {} }));
    const result = await fill(run, context.today, request);
    const { people, visits, consultations } = result;
    transaction((writer) =>
      appendAudit(writer, auditKey, {
        at: context.now,
        actor: coordinator,
        operation: 'demo.seed',
        subjectId: null,
        detail: { people, visits, consultations },
      }),
    );
    return result;
  } finally {
    register.vault.lock();
  }
}
