// The columns of the consultations' table.
import type { CodeTables } from '#renderer/lib/codes.tsx';
import { useFormatShortDate } from '#renderer/lib/settings.tsx';
import { StatusTag } from '#renderer/ui/badge.tsx';
import type { DataColumn } from '#renderer/ui/data-table-column.ts';
import type { Consultation } from '#shared/contract/consultations.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import styles from './consultations-screen.module.css';

export const OUTSIDE = '台帳の外';

export function isClosed(codes: CodeTables, state: string): boolean {
  return codes.all('consultationState').some(({ code, attributes }) => code === state && attributes['closed'] === true);
}

function hasOpenStep({ nextStep, nextStepDoneOn }: Consultation): boolean {
  return nextStep !== '' && nextStepDoneOn === null;
}

function StepDay({ on, today }: { readonly on: CalendarDate; readonly today: CalendarDate }) {
  const day = useFormatShortDate()(on);
  return on < today ? (
    <StatusTag tone="alert" variant="quiet">
      {day} をすぎています
    </StatusTag>
  ) : (
    <span className={styles['done']}>{day} まで</span>
  );
}

function NextStep({ row, today }: { readonly row: Consultation; readonly today: CalendarDate }) {
  if (row.nextStep === '') {
    return null;
  }
  if (!hasOpenStep(row)) {
    return <span className={styles['done']}>済：{row.nextStep}</span>;
  }
  return (
    <span className={styles['step']}>
      {row.nextStep}
      {row.nextStepOn && <StepDay on={row.nextStepOn} today={today} />}
    </span>
  );
}

function Referral({ row, codes }: { readonly row: Consultation; readonly codes: CodeTables }) {
  if (row.referredTo === null) {
    return null;
  }
  const isAwaiting = row.acknowledgedOn === null && !isClosed(codes, row.state);
  return (
    <span className={styles['step']}>
      {codes.label('referral', row.referredTo)}
      {isAwaiting && (
        <StatusTag tone="warn" variant="quiet">
          返事待ち
        </StatusTag>
      )}
    </span>
  );
}

export function consultationColumns({
  codes,
  formatDate,
  today,
}: {
  readonly codes: CodeTables;
  readonly formatDate: (date: CalendarDate) => string;
  readonly today: CalendarDate;
}): readonly DataColumn<Consultation>[] {
  const orderOf = (list: Parameters<CodeTables['all']>[0]) => codes.all(list).map(({ label }) => label);
  return [
    {
      id: 'consultedOn',
      header: '日付',
      width: 7,
      cell: (row) => formatDate(row.consultedOn),
      sortValue: (row) => row.consultedOn,
    },
    {
      id: 'person',
      header: 'どなたのこと',
      width: 10,
      isRowHeader: true,
      cell: (row) => row.personName ?? <span className={styles['done']}>{OUTSIDE}</span>,
      sortValue: (row) => row.personName,
      filter: 'text',
      filterValue: (row) => row.personName ?? OUTSIDE,
    },
    {
      id: 'content',
      header: '内容',
      width: 10,
      cell: (row) => codes.label('consultationContent', row.content),
      sortValue: (row) => row.content,
      filter: 'choice',
      filterValue: (row) => codes.label('consultationContent', row.content),
      filterOrder: orderOf('consultationContent'),
    },
    {
      id: 'field',
      header: '分野',
      width: 12,
      defaultVisible: false,
      cell: (row) => codes.label('consultationField', row.field),
      filter: 'choice',
      filterValue: (row) => codes.label('consultationField', row.field),
      filterOrder: orderOf('consultationField'),
    },
    {
      id: 'district',
      header: '地域',
      width: 7,
      defaultVisible: false,
      cell: (row) => codes.label('district', row.district),
      filter: 'choice',
      filterValue: (row) => codes.label('district', row.district),
      filterOrder: orderOf('district'),
    },
    {
      id: 'state',
      header: '状態',
      width: 10.5,
      cell: (row) => codes.label('consultationState', row.state),
      filter: 'choice',
      filterValue: (row) => codes.label('consultationState', row.state),
      filterOrder: orderOf('consultationState'),
    },
    {
      id: 'nextStep',
      header: '次にすること',
      cell: (row) => <NextStep row={row} today={today} />,
      sortValue: (row) => (hasOpenStep(row) ? row.nextStepOn : null),
    },
    {
      id: 'referredTo',
      header: 'つなぎ先',
      width: 14,
      cell: (row) => <Referral row={row} codes={codes} />,
      filter: 'choice',
      filterValue: (row) => codes.label('referral', row.referredTo),
      filterOrder: orderOf('referral'),
    },
  ];
}
