// What the register holds about one person, laid out to be read: who and where, the watch, consent, whom to call.
import { useCodes } from '#renderer/lib/codes.tsx';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { today } from '#renderer/lib/today.ts';
import { StatusTag, type Tone } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import type { Person } from '#shared/contract/person-shape.ts';
import { describeBirth } from '#shared/model/era.ts';
import { dwellingOf } from './person-columns.tsx';
import styles from './person-facts.module.css';

interface FactsProps {
  readonly person: Person;
}

export function WatchPanel({ person }: FactsProps) {
  const codes = useCodes();
  const formatDate = useFormatDate();
  return (
    <Panel title="見守り">
      <FactList
        columns={1}
        facts={[
          { label: '頻度', value: codes.label('frequency', person.frequency) },
          { label: '見守りの種類', value: codes.label('watchType', person.watchType) },
          { label: '最後に会えた日', value: formatDate(person.lastSeenOn) },
          { label: '担当の見守り員', value: person.volunteerName },
          { label: '民生委員', value: person.commissionerName },
          { label: '開始', value: formatDate(person.watchStartedOn) },
        ]}
      />
    </Panel>
  );
}

/** A telephone on one line, or nothing. */
const number = (text: string) => text !== '' && <span className={styles['number']}>{text}</span>;

export function PlacePanel({ person }: FactsProps) {
  const codes = useCodes();
  return (
    <Panel title="住所と連絡先">
      <FactList
        columns={2}
        facts={[
          { label: '電話', value: number(person.phone) },
          { label: '携帯電話', value: number(person.mobile) },
          {
            label: '住所',
            value: [person.postalCode && `〒${person.postalCode}`, person.address].filter(Boolean).join(' '),
          },
          { label: '建物・棟・室', value: dwellingOf(person) },
          {
            label: '地域・町会',
            value: [codes.label('district', person.district), person.neighbourhood].filter(Boolean).join(' '),
          },
          { label: 'オートロック', value: person.hasAutoLock ? 'あり' : 'なし' },
          ...(person.accessNote ? [{ label: '入り方', value: person.accessNote, isWide: true }] : []),
        ]}
      />
    </Panel>
  );
}

export function CarePanel({ person }: FactsProps) {
  const codes = useCodes();
  const handbooks = [
    person.handbookPhysical && `身体 ${codes.label('handbookPhysical', person.handbookPhysical)}`,
    person.handbookIntellectual && `療育 ${codes.label('handbookIntellectual', person.handbookIntellectual)}`,
    person.handbookMental && `精神 ${codes.label('handbookMental', person.handbookMental)}`,
  ].filter(Boolean);
  return (
    <Panel title="ご本人のこと">
      <FactList
        columns={2}
        facts={[
          { label: '生年月日', value: person.birthOn && describeBirth(person.birthOn, today()) },
          { label: '性別', value: codes.label('sex', person.sex) },
          { label: '世帯', value: codes.label('household', person.household) },
          { label: '在籍', value: codes.label('residence', person.residence) },
          { label: '要介護度', value: codes.label('careLevel', person.careLevel) },
          { label: '認知症の自立度', value: codes.label('dementiaLevel', person.dementiaLevel) },
          { label: '障害の自立度', value: codes.label('dailyLivingLevel', person.dailyLivingLevel) },
          { label: '手帳', value: handbooks.join('、') },
          { label: '対象の事由', value: codes.label('eligibility', person.eligibility), isWide: true },
          ...(person.note
            ? [{ label: '備考', value: <span className={styles['note']}>{person.note}</span>, isWide: true }]
            : []),
        ]}
      />
    </Panel>
  );
}

const CONSENT_TONES: Readonly<Record<string, Tone>> = { given: 'good', refused: 'alert', withdrawn: 'alert' };

export function ConsentPanel({ person, onRecord }: FactsProps & { readonly onRecord: () => void }) {
  const codes = useCodes();
  const formatDate = useFormatDate();
  const [current, ...earlier] = person.consents;
  return (
    <Panel
      title="同意"
      actions={
        <Button size="small" onPress={onRecord}>
          同意を記録する
        </Button>
      }
    >
      {current ? (
        <FactList
          columns={1}
          facts={[
            {
              label: '状態',
              value: (
                <StatusTag tone={CONSENT_TONES[current.status] ?? 'neutral'}>
                  {codes.label('consentStatus', current.status)}
                </StatusTag>
              ),
            },
            { label: '日付', value: formatDate(current.decidedOn) },
            { label: '方法', value: codes.label('consentMethod', current.method) },
            { label: '範囲', value: current.scope.map((code) => codes.label('consentScope', code)).join('、') },
            { label: '書類', value: current.documentNumber },
          ].filter(({ label, value }) => label !== '書類' || value !== '')}
        />
      ) : (
        <p>まだ記録がありません。</p>
      )}
      {earlier.length > 0 && (
        <ul className={styles['history']} aria-label="これまでの同意">
          {earlier.map((consent) => (
            <li key={`${consent.recordedOn}${consent.status}${consent.decidedOn}`}>
              {formatDate(consent.decidedOn ?? consent.recordedOn)} {codes.label('consentStatus', consent.status)}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function ContactsPanel({ person }: FactsProps) {
  return (
    <Panel title="緊急連絡先">
      {person.contacts.length === 0 ? (
        <p>まだ記録がありません。「直す」から足してください。</p>
      ) : (
        <ol className={styles['contacts']}>
          {person.contacts.map((contact) => (
            <li key={`${contact.name}${contact.phone}`}>
              <span className={styles['contactName']}>
                {contact.name}
                {contact.relation && `（${contact.relation}）`}
              </span>
              <span className={styles['contactPhone']}>{contact.phone || '電話は未記入'}</span>
              {contact.note && <span>{contact.note}</span>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
