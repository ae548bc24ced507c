// What going back to a backup would change, in figures, and what is kept. Shows no person.
import { momentWords } from '#renderer/lib/instant.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { Inspection } from '#shared/contract/backups.contract.ts';
import styles from './restore-difference.module.css';

const ROWS = [
  { key: 'people', label: '登録した人', unit: '人' },
  { key: 'visits', label: '見守りの記録', unit: '件' },
  { key: 'consultations', label: '相談の記録', unit: '件' },
] as const;

function Warning({ found: { present, isOtherRegister } }: { readonly found: Inspection }) {
  if (isOtherRegister) {
    return (
      <Notice tone="warning" title="いまの台帳とは、別の台帳の控えです">
        戻すと、このパソコンで開く台帳が、控えの台帳に入れかわります。
      </Notice>
    );
  }
  if (present && present.changesSince > 0) {
    return (
      <Notice tone="warning" title={`控えをとったあとに、${present.changesSince}回の記録や変更があります`}>
        戻すと、それらは台帳からなくなります。戻したあとに、もう一度入れてください。
      </Notice>
    );
  }
  return null;
}

interface RestoreDifferenceProps {
  readonly found: Inspection;
  /** It was opened by its recovery code. */
  readonly byCode: boolean;
}

export function RestoreDifference({ found, byCode }: RestoreDifferenceProps) {
  const { counts, present, madeAt, coordinators } = found;
  return (
    <Stack>
      <p>
        {momentWords(madeAt)} の控えです。最後まで読み、壊れていないことを確かめました。
        {coordinators.join('さん・')}さんの合言葉で開きます。
      </p>
      <table className={styles['table']}>
        <caption className={styles['caption']}>いまの台帳とのちがい</caption>
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col">いま</th>
            <th scope="col">控え</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ key, label, unit }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{present ? `${present.counts[key]}${unit}` : '読めません'}</td>
              <td>
                {counts[key]}
                {unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Warning found={found} />
      <p>
        いまの台帳は消さずに、このパソコンの中に残します。戻すと台帳はロックされます。
        {byCode ? 'そのあと、新しい合言葉を決めて開きます。' : '控えをとったときの合言葉で開いてください。'}
      </p>
    </Stack>
  );
}
